/** What one report brings to the statistics, and what those of one agency and year add. Pure. */
import type { Level } from '../../../shared/domain/level.ts';
import { standingOf } from '../../../shared/neighbours/copies.ts';
import type { Summary } from '../records/summary.ts';
import { type Group, groupOf } from './groups.ts';
import { addCounts, type CellValues, noSums, noTotals, type StatisticsSums, sumsOf, type Totals } from './totals.ts';

export interface Contribution {
  id: string;
  group: Group;
  receivedAt: string;
  sums: StatisticsSums;
}

export function contributionOf(summary: Summary, cells: CellValues): Contribution {
  const { id, level, regionCode, receivedAt, status, rules } = summary;
  const group = groupOf(level as Level | null, regionCode);
  return { id, group, receivedAt, sums: sumsOf(status, cells, rules) };
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
