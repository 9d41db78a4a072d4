/** Severity is policy: a profile says how much each rule weighs, whatever the rule itself finds. */

import * as z from 'zod/mini';
import { RULES } from './index.ts';
import { DEFAULT_PARAMETERS } from './parameters.ts';
import { type Fault, type Parameters, type Rule, SEVERITIES } from './types.ts';

const WEIGHTS = [...SEVERITIES, 'off'] as const;
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

const MonthAndDay = z
  .string()
  .check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be month and day, for example 01-31'));

const ProfileFile = z.strictObject({
  name: z.string().check(z.minLength(1)),
  base: z._default(z.enum(['strict', 'town']), 'strict'),
  severities: z._default(z.record(z.string(), z.enum(WEIGHTS)), {}),
  parameters: z._default(
    z.partial(
      z.strictObject({
        deadlineDepartment: MonthAndDay,
        deadlineGovernment: MonthAndDay,
        deadlineTown: MonthAndDay,
        deadlineTownHard: MonthAndDay,
      }),
    ),
    {},
  ),
});

/** An operator's profile that cannot be used; the message names every place and what may stand there. */
export class ProfileError extends Error {
  constructor(problems: readonly string[]) {
    super(`Profile not usable: ${problems.join('; ')}`);
    this.name = 'ProfileError';
  }
}

/**
 * Reads an operator's own profile: `{ "name": …, "base": "strict" | "town", "severities": { "T3.ODD": "off" },
 * "parameters": { "deadlineTown": "02-28" } }`. What it does not name is as in the base.
 * @throws {ProfileError} on unknown fields, rules, sub-codes or severities.
 */
export function readProfile(json: unknown): Profile {
  const parsed = ProfileFile.safeParse(json, { error: z.locales.en().localeError });
  if (!parsed.success) {
    throw new ProfileError(parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`));
  }
  const { name, base, severities, parameters } = parsed.data;
  const known = new Set(RULES.flatMap((rule) => [rule.id, ...codesOf(rule).map((code) => `${rule.id}/${code}`)]));
  const unknown = Object.keys(severities).filter((id) => !known.has(id));
  if (unknown.length > 0) throw new ProfileError(unknown.map((id) => `severities.${id}: there is no such rule`));
  const given = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
  return {
    name,
    severities: { ...PROFILES[base].severities, ...severities },
    parameters: { ...PROFILES[base].parameters, ...given },
  };
}

/** The sub-codes of a rule: those its examples show and those it hides. */
export function codesOf(rule: Rule): string[] {
  const shown = rule.examples.flatMap(({ outcome }) =>
    typeof outcome === 'string' ? [] : outcome.fails.flatMap(({ code }) => code ?? []),
  );
  return [...new Set([...shown, ...(rule.hiddenCodes ?? [])])];
}
