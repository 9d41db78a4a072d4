import { expect, test } from 'vitest';
import recorded from '../../docs/catalogue.json' with { type: 'json' };
import { catalogue, changedWithoutVersion, digestOf, type Recorded } from '../../docs/catalogue.ts';
import { CATALOG_VERSION, RULES } from '../../shared/rules/index.ts';

const { version: released, rules: digests }: Recorded = recorded;

test.each(RULES)(
  '$id says what was released, or CATALOG_VERSION has been raised since (npm run rules -- --record)',
  (rule) => {
    if (released === CATALOG_VERSION) expect(digestOf(rule)).toBe(digests[rule.id]);
  },
);

test('no rule has gone without another version', () => {
  expect(changedWithoutVersion(recorded)).toEqual([]);
});

test('a changed, a new and a removed rule need another version, and one more is enough', () => {
  const before = { version: '1', rules: { A: 'a', B: 'b', C: 'c' } };
  const rules = { A: 'a', B: 'other', D: 'd' };
  expect(changedWithoutVersion(before, { version: '1', rules })).toEqual(['B', 'C', 'D']);
  expect(changedWithoutVersion(before, { version: '2', rules })).toEqual([]);
});

test('what a rule says of its examples is in its digest', () => {
  const { version, rules } = catalogue();
  expect(version).toMatch(/^\d{4}\.\d{1,2}\.\d+$/);
  expect(new Set(Object.values(rules)).size).toBe(Object.keys(rules).length);
});
