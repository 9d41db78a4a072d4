/** All that is known of one report: the record, the decisions, its versions and its neighbours. */

import type { CellAddress } from '../../shared/domain/addresses.ts';
import type { Status } from '../../shared/domain/status.ts';
import { isSameAgency } from '../../shared/neighbours/names.ts';
import type { ReportRecord } from '../../shared/record.ts';

import { collect } from '../store/lists/collect.ts';
import { readProjected, readProjection } from '../store/lists/projected.ts';
import { type PastDecision, readHistory } from '../store/records/decision-history.ts';
import { type Decision, readDecisions, standingStatus } from '../store/records/decisions.ts';
import { getRecord, listVersions, type Version, versionOf } from '../store/records/records.ts';
import type { Summary } from '../store/records/summary.ts';
import { readStanding } from '../store/statistics/statistics.ts';
import type { CellValues } from '../store/statistics/totals.ts';
import { unpackJson } from '../store/table/packing.ts';

export interface StoredReportView {
  record: ReportRecord;
  /** After the decisions. */
  status: Status;
  decisions: ReadonlyMap<string, Decision>;
  history: PastDecision[];
  versions: Version[];
  /** Other reports of the same body: of the same year, and of other years. */
  copies: Summary[];
  otherYears: Summary[];
  /** Id of the report that counts in the statistics for this agency and year: this one, or a newer upload. */
  counted: string | null;
}

/** `null` where there is no report of this id (any more). */
export async function readReportView(id: string): Promise<StoredReportView | null> {
  const [record, decisions, history, earlier] = await Promise.all([
    getRecord(id),
    readDecisions(id),
    readHistory(id),
    listVersions(id),
  ]);
  if (record === null) return null;
  const versions = [versionOf(record), ...earlier.filter(({ sequencer }) => sequencer !== record.sequencer)];
  const { year = null } = record.result.report ?? {};
  const projection = await readProjection(id);
  const counted = projection?.places ? await readStanding(projection.places.leaf) : null;
  const others = (await reportsOfSame(record)).filter((other) => other.id !== id);
  return {
    ...{ record, decisions, history, versions, counted },
    status: standingStatus(record.result, decisions),
    copies: others.filter((other) => other.year === year),
    otherYears: others.filter((other) => other.year !== year),
  };
}

/** Copies and versions of all years together are fewer. */
const MOST_REPORTS = 1000;

/** All reports of the agency of this one: others of its name in other regions are other agencies. */
export async function reportsOfSame({ result: { report } }: ReportRecord): Promise<Summary[]> {
  const { agency = null, regionCode = null } = report ?? {};
  if (agency === null) return [];
  const self = { agency, regionCode };
  return (await reportsOf(agency)).filter((other) => isSameAgency(self, { ...other, agency }));
}

/** All reports of a name, the latest year first. */
export async function reportsOf(agency: string): Promise<Summary[]> {
  return (await collect({ agency }, null, MOST_REPORTS)).reports;
}

export interface Year {
  year: number;
  cells: CellValues;
  /** The report that the cells are of: the one that came last, where a year has several. */
  report: Summary;
}

/** The cells of each year; earliest year first. */
export async function yearsOf(reports: readonly Summary[]): Promise<Year[]> {
  const latest = new Map<number, Summary>();
  for (const summary of [...reports].sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))) {
    if (summary.year !== null) latest.set(summary.year, summary);
  }
  const projected = await readProjected([...latest.values()].map(({ id }) => id));
  return [...latest]
    .sort(([one], [other]) => one - other)
    .map(([year, report]) => {
      const packed = projected.get(report.id)?.cells;
      const cells = packed ? unpackJson<CellValues>(packed) : ({} as Partial<Record<CellAddress, number>>);
      return { year, cells, report };
    });
}
