import { describe, expect, test } from 'vitest';
import type { Text } from '../../shared/domain/labels.ts';
import { exampleContext, exampleReport } from '../../shared/rules/example.ts';
import { RULES } from '../../shared/rules/index.ts';
import { allExamples, codesOf, PROFILES } from '../../shared/rules/profile.ts';
import type { Example, Fault, Verdict } from '../../shared/rules/types.ts';
import { validate } from '../../shared/rules/validate.ts';
import { needsQuotation, quotes } from './quotations.ts';

/** The verdict in the words of the example: of each fault just what the example tells of it. */
function outcomeOf(verdict: Verdict, expected: Example['outcome']): Example['outcome'] {
  if (verdict.verdict === 'notApplicable') return 'notApplicable';
  if (verdict.faults.length === 0) return verdict.undecided.length > 0 ? 'undecided' : 'pass';
  const told = typeof expected === 'string' ? [] : expected.fails;
  return {
    fails: verdict.faults.map((fault, index) => {
      const keys = Object.keys(told[index] ?? fault) as (keyof Fault)[];
      return Object.fromEntries(keys.map((key) => [key, fault[key]]));
    }),
  };
}

const ZH_SENTENCE = expect.stringMatching(/[。]$/);
const EN_SENTENCE = expect.stringMatching(/[.]$/);

/** Everything that is told to a person, which has to be a sentence in both languages. */
function textsOf(verdict: Verdict): Text[] {
  if (verdict.verdict === 'notApplicable') return [];
  return [...verdict.faults.flatMap(({ message, hint }) => [message, ...(hint ? [hint] : [])]), ...verdict.undecided];
}

/** Examples that tell a reader what a rule does; more belong to `cases`. */
const MOST_TELLING = 5;

describe.each(RULES)('$id', (rule) => {
  test.each(allExamples(rule))('$title', (example) => {
    const verdict = rule.check(exampleContext(example));
    expect(outcomeOf(verdict, example.outcome)).toEqual(example.outcome);
    if (needsQuotation(rule.id) && verdict.verdict === 'decided') {
      for (const fault of verdict.faults) expect(quotes(fault)).toBe(true);
    }
    for (const text of textsOf(verdict)) expect([text.zh, text.en]).toEqual([ZH_SENTENCE, EN_SENTENCE]);
    const evidence = verdict.verdict === 'decided' ? verdict.faults.flatMap((fault) => fault.evidence ?? []) : [];
    for (const { place } of evidence) expect(place.line).toBeGreaterThan(0);
  });

  test('has an example on both sides and of every hidden sub-code, each with its own title', () => {
    const examples = allExamples(rule);
    expect(rule.examples().length).toBeLessThanOrEqual(MOST_TELLING);
    expect(examples.some(({ outcome }) => typeof outcome === 'object' && outcome.fails.length > 0)).toBe(true);
    expect(examples.some(({ outcome }) => typeof outcome === 'string')).toBe(true);
    expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length);
    expect(codesOf(rule)).toEqual(expect.arrayContaining([...(rule.hiddenCodes ?? [])]));
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
