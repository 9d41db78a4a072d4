/**
 * The reports of one agency, of those that name a year: by the cards that they show to others, which stand by agency and
 * year already, so that no list of its own is written. The latest year comes first.
 */

import { placesOfAgency } from '../neighbours/neighbours.ts';
import type { Summary } from '../records/summary.ts';
import { type Filter, matches } from './filter.ts';
import { EXAMINED_PER_PAGE, LONGEST_PAGE, type Page } from './page.ts';
import { readSummaries } from './projected.ts';
import { partsOf, sortKeyOf } from './sort-key.ts';

/** @param after a sort key, of which year and id count */
export async function listByCards(
  filter: Filter & { agency: string },
  limit: number,
  after: string | null,
): Promise<Page> {
  const { agency, year } = filter;
  const reports: Summary[] = [];
  let place: { year: number | null; id: string } | null = after === null ? null : partsOf(after);
  for (let examined = 0; examined < EXAMINED_PER_PAGE; ) {
    const wanted = Math.min(LONGEST_PAGE, Math.max(limit - reports.length + 1, examined));
    const { found, more } = await placesOfAgency(agency, { year, after: place }, wanted);
    examined += found.length;
    const summaries = await readSummaries(found.map(({ id }) => id));
    for (const { id } of found) {
      const summary = summaries.get(id);
      // A card goes later than its report.
      if (!summary || !matches(filter, summary)) continue;
      if (reports.length === limit) return { reports, next: sortKeyOf(reports.at(-1) as Summary) };
      reports.push(summary);
    }
    if (!more) return { reports, next: null };
    place = found.at(-1) ?? null;
  }
  const next = place && sortKeyOf({ id: place.id, year: place.year, regionCode: null, agency } as Summary);
  return { reports, next };
}
