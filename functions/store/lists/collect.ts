/** Several pages of a list as one. */

import type { Summary } from '../records/summary.ts';
import type { Filter } from './filter.ts';
import { listReports } from './listing.ts';
import { LONGEST_PAGE } from './page.ts';

/** At most `most` reports behind a place, and the place behind them: `null` at the end of the list. */
export async function collect(
  filter: Filter,
  after: string | null,
  most: number,
): Promise<{ reports: Summary[]; next: string | null }> {
  const reports: Summary[] = [];
  let next = after;
  do {
    const page = await listReports(filter, Math.min(LONGEST_PAGE, most - reports.length), next);
    reports.push(...page.reports);
    next = page.next;
  } while (next !== null && reports.length < most);
  return { reports, next };
}
