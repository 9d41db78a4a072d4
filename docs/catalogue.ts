/**
 * What the rules say, as recorded in `catalogue.json` with each release (`npm run rules -- --record`): from then on a rule
 * that says something else needs another version, so that stored results are checked again and readers of old ones can tell. What counts is what a rule says of
 * itself and of all its examples, in both languages.
 */
import { createHash } from 'node:crypto';
import { exampleContext } from '../shared/rules/example.ts';
import { CATALOG_VERSION, RULES } from '../shared/rules/index.ts';
import { allExamples } from '../shared/rules/profile.ts';
import type { Rule } from '../shared/rules/types.ts';

export interface Recorded {
  version: string;
  /** A digest of each rule, by its id. */
  rules: Record<string, string>;
}

/** The record of the rules as they are. */
export function catalogue(): Recorded {
  return { version: CATALOG_VERSION, rules: Object.fromEntries(RULES.map((rule) => [rule.id, digestOf(rule)])) };
}

/** Rules that say something else than recorded although the version in force is the one recorded: it has to be raised. */
export function changedWithoutVersion(recorded: Recorded, now: Recorded = catalogue()): string[] {
  if (recorded.version !== now.version) return [];
  const ids = [...new Set([...Object.keys(recorded.rules), ...Object.keys(now.rules)])];
  return ids.filter((id) => recorded.rules[id] !== now.rules[id]);
}

/** What the rule says of itself and of all its examples. */
export function digestOf(rule: Rule): string {
  const { id, title, severity, basis, hiddenCodes, check } = rule;
  const verdicts = allExamples(rule).map((example) => check(exampleContext(example)));
  const said = JSON.stringify({ id, title, severity, basis, hiddenCodes, verdicts });
  return createHash('sha256').update(said).digest('hex').slice(0, 12);
}
