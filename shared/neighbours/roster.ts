/** Who owes a report and has none. */

import { agencyKey } from './names.ts';
import type { Roster } from './roster-file.ts';
import type { Neighbour } from './types.ts';

/** Which agencies of a roster have no report for a year among these; a merged agency is there when its successor is. */
export function absence(
  { agencies, merged = {} }: Pick<Roster, 'agencies' | 'merged'>,
  year: number,
  reports: readonly Pick<Neighbour, 'agency' | 'year'>[],
): { expected: string[]; absent: string[] } {
  const here = new Set(reports.filter((report) => report.year === year).map(({ agency }) => agencyKey(agency)));
  const absent = agencies.filter((body) => !here.has(agencyKey(merged[body] ?? body)));
  return { expected: [...agencies], absent };
}
