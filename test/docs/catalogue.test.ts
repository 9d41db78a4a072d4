import { expect, test } from 'vitest';
import recorded from '../../docs/catalogue.json' with { type: 'json' };
import { catalogue, changedWithoutVersion } from '../../docs/catalogue.ts';

test('a rule that says something else than was released has raised CATALOG_VERSION (npm run rules -- --record at a release)', () => {
  expect(changedWithoutVersion(recorded)).toEqual([]);
});

test('a changed, a new and a removed rule need another version, and one more is enough', () => {
  const released = { version: '1', rules: { A: 'a', B: 'b', C: 'c' } };
  const rules = { A: 'a', B: 'other', D: 'd' };
  expect(changedWithoutVersion(released, { version: '1', rules })).toEqual(['B', 'C', 'D']);
  expect(changedWithoutVersion(released, { version: '2', rules })).toEqual([]);
});

test('what a rule says of its examples is in its digest', () => {
  const { version, rules } = catalogue();
  expect(version).toMatch(/^\d{4}\.\d{1,2}\.\d+$/);
  expect(new Set(Object.values(rules)).size).toBe(Object.keys(rules).length);
});
