/** Reads an operator's own profile. Apart from the profiles themselves, so that a check without one loads no schemas. */
import * as z from 'zod/mini';
import { RULES } from './index.ts';
import { codesOf, PROFILES, type Profile, WEIGHTS } from './profile.ts';

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
