import { describe, expect, test } from 'vitest';
import { exampleContext, exampleReport } from '../../shared/rules/example.ts';
import { RULES } from '../../shared/rules/index.ts';
import { PROFILES } from '../../shared/rules/profile.ts';
import type { Example, Verdict } from '../../shared/rules/types.ts';
import { validate } from '../../shared/rules/validate.ts';

function outcomeOf(verdict: Verdict): Example['outcome'] {
  if (verdict.verdict === 'notApplicable') return 'notApplicable';
  if (verdict.faults.length > 0) return { fails: verdict.faults };
  return verdict.undecided.length > 0 ? 'undecided' : 'pass';
}

describe.each(RULES)('$id', (rule) => {
  test.each(rule.examples)('$title', (example) => {
    const outcome = outcomeOf(rule.check(exampleContext(example)));
    if (typeof example.outcome === 'string') expect(outcome).toBe(example.outcome);
    else {
      expect(outcome).toEqual({ fails: example.outcome.fails.map((fault) => expect.objectContaining(fault)) });
    }
  });

  test('has an example on both sides, each with its own title', () => {
    const { examples } = rule;
    expect(examples.some(({ outcome }) => typeof outcome === 'object' && outcome.fails.length > 0)).toBe(true);
    expect(examples.some(({ outcome }) => typeof outcome === 'string')).toBe(true);
    expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length);
  });
});

test('every rule is listed once', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});

test('the unedited example report yields no finding from any rule', () => {
  expect(validate(exampleReport(), { profile: PROFILES.strict }).findings).toEqual([]);
});

test('in the tables of 2019, that these are outdated is all there is to find', () => {
  const report = exampleReport({ report: { format: '2019-60' } });
  const { findings, status } = validate(report, { profile: PROFILES.strict });
  expect(findings.map(({ rule }) => rule)).toEqual(['STR.FORMAT-VERSION']);
  expect(status).toBe('failed');
});
