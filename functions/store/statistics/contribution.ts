/** What one report brings to the statistics, and which of several of one agency and year counts. Pure. */
import { createHash } from 'node:crypto';
import type { Level } from '../../../shared/domain/level.ts';
import { agencyId } from '../../../shared/neighbours/agency-id.ts';
import type { Summary } from '../records/summary.ts';
import { type Group, groupOf } from './groups.ts';
import { addCounts, type CellValues, noSums, noTotals, type Sums, sumsOf, type Totals } from './totals.ts';

export interface Contribution {
  id: string;
  group: Group;
  receivedAt: string;
  sums: Sums;
}

export function contributionOf(summary: Summary, cells: CellValues): Contribution {
  const { id, level, regionCode, receivedAt, status } = summary;
  const group = groupOf(level as Level | null, regionCode);
  return { id, group, receivedAt, sums: sumsOf(status, cells) };
}

/**
 * What reports must share to be copies of each other, beside the year: the agency. Where a name leads to no region
 * (城关镇人民政府 there are hundreds), only equal numbers make two reports one; a ministry's name is enough. A report
 * that names no agency is a copy of none.
 */
export function copyKeyOf(summary: Pick<Summary, 'id' | 'agency' | 'level' | 'regionCode'>, cells: CellValues): string {
  const { id, agency, level, regionCode } = summary;
  if (agency === null) return id;
  if (regionCode !== null || level === 'ministry') return agencyId(agency);
  const numbers = JSON.stringify(Object.entries(cells).sort(([one], [other]) => (one < other ? -1 : 1)));
  return `${agencyId(agency)}-${createHash('sha256').update(numbers).digest('hex').slice(0, 8)}`;
}

/** The newest upload counts; of two of one moment, that of the greater id, so that every reader chooses the same. */
export function standingOf<Report extends { id: string; receivedAt: string }>(
  reports: readonly Report[],
): Report | null {
  const isNewer = (one: Report, other: Report) =>
    one.receivedAt === other.receivedAt ? one.id > other.id : one.receivedAt > other.receivedAt;
  return reports.reduce<Report | null>((best, each) => (best === null || isNewer(each, best) ? each : best), null);
}

/** What one agency and year adds, of all its reports: one counts, the others are only seen to be there. */
export function totalsOf(reports: readonly Contribution[]): Totals {
  const { groups }: Totals = noTotals();
  const standing = standingOf(reports);
  for (const { group, sums } of reports.filter((report) => report !== standing)) {
    const beside = groups[group] ?? noSums();
    addCounts(beside.copies, sums.statuses);
    groups[group] = beside;
  }
  if (standing !== null)
    groups[standing.group] = { ...standing.sums, copies: groups[standing.group]?.copies ?? noSums().copies };
  return { groups };
}
