/** One agency, whatever it is called in a year: the key that joins its reports over renaming and merging. */
import { createHash } from 'node:crypto';
import { withoutRegion } from '../domain/regions.ts';
import { agencyKey } from './names.ts';

/** Former name → the name of the agency that reports for it now, as rosters have it. */
export type Merged = Readonly<Record<string, string>>;

const ID_DIGITS = 14;

/**
 * Id of an agency by its simplified name alone: the region that the name leads to, by its code of today, and what
 * follows it. Spellings of one name have one id, and so have a region's former and present name. It begins with a
 * letter, so that no spreadsheet takes it for a number.
 */
export function agencyId(agency: string): string {
  const { regionCode, rest } = withoutRegion(agency);
  const identity = JSON.stringify([regionCode, agencyKey(rest)]);
  return `ag${createHash('sha256').update(identity).digest('hex').slice(0, ID_DIGITS)}`;
}

/** The name under which an agency reports today: followed through every merger; a circle ends where it began. */
export function presentName(agency: string, merged: Merged): string {
  const successors = new Map(Object.entries(merged).map(([former, present]) => [agencyId(former), present]));
  const seen = new Set([agencyId(agency)]);
  let name = agency;
  for (;;) {
    const next = successors.get(agencyId(name));
    if (next === undefined || seen.has(agencyId(next))) return name;
    seen.add(agencyId(next));
    name = next;
  }
}
