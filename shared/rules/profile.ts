/** Severity is policy: a profile says how much each rule weighs, whatever the rule itself finds. */

import { SEVERITIES } from '../domain/severity.ts';
import { DEFAULT_PARAMETERS } from './parameters.ts';
import type { Example, Fault, Parameters, Rule } from './types.ts';

export const WEIGHTS = [...SEVERITIES, 'off'] as const;
type Weight = (typeof WEIGHTS)[number];

export interface Profile {
  name: string;
  /** By rule (`T2.STOCK`) or by sub-code (`T2.STOCK/BULK`); what is not named keeps the catalogue's severity. */
  severities: Readonly<Record<string, Weight>>;
  parameters: Parameters;
}

const STRICT: Profile = { name: 'strict', severities: {}, parameters: DEFAULT_PARAMETERS };

/** For towns, streets and development zones, whose reports are short and whose deadline no law fixes. */
const TOWN: Profile = {
  name: 'town',
  severities: {
    'STR.HEADING': 'off',
    'STR.PREAMBLE': 'off',
    'STR.SEC1-FIVE': 'notice',
    'STR.SEC5': 'notice',
    'STR.SEC6-FEE': 'notice',
    'STR.TITLE': 'notice',
  },
  parameters: { ...DEFAULT_PARAMETERS, deadlineTown: '03-31' },
};

export const PROFILES = { strict: STRICT, town: TOWN } as const;

/** The weight of one fault: the profile's for its sub-code, `off` for hidden codes, the profile's for the rule, its own. */
export function weigh(profile: Profile, rule: Rule, fault: Fault): Weight {
  const byCode = fault.code === undefined ? undefined : profile.severities[`${rule.id}/${fault.code}`];
  if (byCode !== undefined) return byCode;
  if (fault.code !== undefined && rule.hiddenCodes?.includes(fault.code)) return 'off';
  return profile.severities[rule.id] ?? fault.severity ?? rule.severity;
}

/** Every example of a rule, those that tell and those that only test. */
export function allExamples({ examples, cases = () => [] }: Rule): readonly Example[] {
  return [...examples(), ...cases()];
}

/** The sub-codes of a rule, which its examples show. */
export function codesOf(rule: Rule): string[] {
  const shown = allExamples(rule).flatMap(({ outcome }) =>
    typeof outcome === 'string' ? [] : outcome.fails.flatMap(({ code }) => code ?? []),
  );
  return [...new Set(shown)];
}
