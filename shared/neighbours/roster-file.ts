/** Who owes a report: the roster of a region, as the operator keeps it. */
import * as z from 'zod/mini';

const Name = z.string('must be a name').check(z.minLength(2, 'must be a name'));

const RosterSchema = z.strictObject({
  /** GB/T 2260 code of the region whose agencies these are. */
  region: z
    .string('must be the code of an area')
    .check(z.regex(/^\d{6}$/, 'must be the six digits of an area, for example 360403')),
  agencies: z.array(Name, 'must be a list of names'),
  /** Agencies that were merged: former name → the agency that reports for it now. */
  merged: z.optional(z.record(Name, Name)),
});
export type Roster = z.infer<typeof RosterSchema>;

/** A roster file that cannot be used; the message names every place and what may stand there. */
export class RosterError extends Error {
  override readonly name = 'RosterError';
}

/** One roster or several, from a file like `{ "region": "360403", "agencies": ["浔阳区教育局"] }`. @throws {RosterError} */
export function parseRosters(json: unknown): Roster[] {
  const parsed = z.array(RosterSchema).safeParse(Array.isArray(json) ? json : [json]);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) =>
      `${issue.path.join('.')}: ${issue.code === 'unrecognized_keys' ? `unknown ${issue.keys.join(', ')}` : issue.message}`,
  );
  throw new RosterError(`Roster not usable: ${problems.join('; ')}`);
}
