/** Reports of a year, each agency once. */
import { standingOf } from '../../shared/neighbours/copies.ts';
import { readProjected } from '../store/lists/projected.ts';
import type { Summary } from '../store/records/summary.ts';
import { agencyNodeOf } from '../store/statistics/statistics.ts';
import type { CellValues } from '../store/statistics/totals.ts';
import { unpackJson } from '../store/table/packing.ts';

/**
 * Of several files of one agency and year the one that counts, as the statistics have it: agencies of one name in
 * several regions, or in none that is known (城关镇人民政府), are several agencies unless all their numbers are equal.
 */
export async function onePerAgency(reports: readonly Summary[]): Promise<Summary[]> {
  const unplaced = reports.filter(({ regionCode }) => regionCode === null);
  const projected = await readProjected(unplaced.map(({ id }) => id));
  const nodeOf = (report: Summary) => {
    const cells = projected.get(report.id)?.cells;
    return agencyNodeOf(report, cells ? unpackJson<CellValues>(cells) : {});
  };
  return [...Map.groupBy(reports, nodeOf).values()].flatMap((files) => standingOf(files) ?? []);
}
