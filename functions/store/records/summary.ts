/** What lists, statistics and charts need of a record. */

import type { CellAddress } from '../../../shared/domain/addresses.ts';
import type { Text } from '../../../shared/domain/labels.ts';
import type { Severity } from '../../../shared/domain/severity.ts';
import type { Status } from '../../../shared/domain/status.ts';
import { countMistakes, itemsOf } from '../../../shared/mistakes/items.ts';
import type { ReportRecord } from '../../../shared/record.ts';

import type { CellValues } from '../statistics/totals.ts';
import { type Decision, standingFindings, standingStatus } from './decisions.ts';

/** What lists show of a report. Status, counts and rules are those after the decisions. */
export interface Summary {
  id: string;
  key: string;
  /** Of the file, with the entry of a ZIP. Summaries from before it was kept have none. */
  name?: string;
  title: string | null;
  agency: string | null;
  level: string | null;
  regionCode: string | null;
  year: number | null;
  publishedOn: string | null;
  format: string | null;
  status: Status;
  /** Mistakes of each severity. */
  counts: Record<Severity, number>;
  rules: string[];
  /** What went wrong first and gravest, of what stands; `null` where nothing did. */
  firstMistake?: Text | null;
  receivedAt: string;
  checkedAt: string;
  catalog: string;
}

/** Longer ones are no titles; an item of the table has its limit. */
const LONGEST_TITLE = 300;

/** What lists show of a record, with the dismissed findings taken away. */
export function summaryOf(record: ReportRecord, decisions: ReadonlyMap<string, Decision>): Summary {
  const { id, key, receivedAt, checkedAt, result } = record;
  const standing = standingFindings(result.findings, decisions);
  const found = { findings: standing, mistakes: result.mistakes ?? [] };
  const { report, catalog } = result;
  return {
    ...{ id, key, receivedAt, checkedAt, catalog, counts: countMistakes(found), name: result.source.name },
    firstMistake: firstOf(itemsOf(found)),
    status: standingStatus(result, decisions),
    rules: [...new Set(standing.map(({ rule }) => rule))],
    title: report?.title?.slice(0, LONGEST_TITLE) ?? null,
    agency: report?.agency ?? null,
    level: report?.level ?? null,
    regionCode: report?.regionCode ?? null,
    year: report?.year ?? null,
    publishedOn: report?.publishedOn ?? null,
    format: report?.format ?? null,
  };
}

/** Longer ones are cut: a line of a list has little room. */
const LONGEST_MISTAKE = 200;

function firstOf(items: ReturnType<typeof itemsOf>): Text | null {
  const first = items[0]?.message;
  const short = (text: string) => (text.length > LONGEST_MISTAKE ? `${text.slice(0, LONGEST_MISTAKE)}…` : text);
  return first ? { zh: short(first.zh), en: short(first.en) } : null;
}

/** The numbers of a record's cells; `null` printed without one. */
export function cellValuesOf(record: ReportRecord): CellValues {
  const cells = Object.entries(record.result.report?.cells ?? {});
  return Object.fromEntries(cells.map(([address, { value }]) => [address as CellAddress, value]));
}
