/** Where table 3 stands: its labels, and what is printed behind each. */
import type { RequestRow } from '../../../domain/addresses.ts';
import { REQUEST_COLUMNS } from '../../../domain/addresses.ts';
import { matchHeading } from '../../headings.ts';
import type { Token } from '../../tokens.ts';
import type { TableReading } from '../../types.ts';
import { doubtfulRuns, holdsDigits } from '../doubts.ts';
import { wordsOfRequestRow } from '../own-words.ts';
import { REQUEST_HEADER } from '../patterns.ts';
import { areInOrder, headerStart } from '../table-span.ts';
import { anyValue, type Run, valuesAfter } from '../values.ts';
import { extraColumn, isSubtotal, withoutColumn } from './extra-column.ts';
import { isNext } from './form.ts';
import { findLabels, isSingleRow, type Label } from './labels.ts';

export const WIDTH = REQUEST_COLUMNS.length;

export interface LabelledRow {
  label: Label;
  /** `null` for the label of a group. */
  row: RequestRow | null;
  group: TableReading['subtotals'][number]['row'] | null;
  /** What stands behind the label up to the next one. */
  run: Run;
}

export interface RequestSurvey {
  rows: readonly LabelledRow[];
  /** Labels of rows, also of those behind the last one that has values. */
  labels: readonly Label[];
  /** The numbers of each row stand above its label, or before it on its line. */
  isAbove: boolean;
  /** First token of the table and the one after its last. */
  start: number;
  end: number;
  /** (六) has rows of its own. */
  splitOther: boolean;
}

/** Values of one row, and nothing behind them: not the first of several rows that lost their labels. */
function isOneRow({ found }: Run): boolean {
  const printed = found.filter(({ key }) => key !== '');
  return printed.length <= WIDTH && printed.every((token) => isValue(token));
}

function isValue(token: Token | undefined): boolean {
  return token !== undefined && token.holds !== 'words';
}

/** Finds the first table 3 among the tokens; `null` where no row of it is labelled. */
export function surveyRequests(tokens: readonly Token[]): RequestSurvey | null {
  const labels = findLabels(tokens);
  const first = labels.find((label) => label.row !== null);
  if (!first) return null;
  const starts = new Set(labels.map((label) => label.from));
  const stops = (index: number) => {
    const { key } = tokens[index] as Token;
    return starts.has(index) || REQUEST_HEADER.some.test(key) || matchHeading(key) !== null;
  };
  const start = headerStart(tokens, first.from, REQUEST_HEADER, 'requests');
  const extra = extraColumn(tokens.slice(start, first.from));
  const rows: LabelledRow[] = [];
  let end = -1;
  for (const [index, label] of labels.entries()) {
    const own = wordsOfRequestRow(label.row, label.group);
    const behind = valuesAfter(tokens, label.to, extra === null ? WIDTH : WIDTH + 1, stops, own);
    const isDirect = label.group === null || isValue(behind.found[0]);
    // Numbers behind other words are not those of a group.
    const run = isDirect && !holdsDigits(tokens.slice(label.from, label.to)) ? behind : { ...behind, values: [] };
    const holds = anyValue(run.found) || run.found.some((token) => token.cell);
    end = Math.max(label.to, end, holds ? run.end : label.to);
    const next = labels[index + 1]?.from ?? tokens.length;
    const isOnly = isSingleRow(labels, index) && isOneRow(run) && !anyValue(tokens.slice(run.end, next));
    const single = label.group === 'other' && isOnly;
    const row = label.row ?? (single ? 'other.other' : null);
    rows.push({ label, row, group: row === null ? label.group : null, run });
    if (row === 'carriedOut' && run.values.length > 0) break;
  }
  const inForm = isInOrder(tokens.slice(start, first.from));
  const isAbove = standAbove(tokens, rows);
  return {
    rows:
      inForm && !isAbove
        ? withoutDoubtful(extra === null ? rows : withoutExtra(rows, extra))
        : rows.map((row) => ({ ...row, run: { ...row.run, values: [], found: [] } })),
    isAbove: inForm && isAbove && extra === null,
    labels,
    start,
    end,
    splitOther: labels.some(({ row }) => row?.startsWith('other.')),
  };
}

/** Columns that one line of a header has in this order, in whatever form; 总计 may stand before those of the second line. */
const COLUMNS = ['自然人', '商业', '科研', '社会公益', '法律服务'];

/** Whether no line of the header has its columns in another order than the form. */
function isInOrder(header: readonly Token[]): boolean {
  return [...Map.groupBy(header, ({ place }) => place.line).values()].every((line) => {
    const words = line.map(({ key }) => key).join('');
    return !words.includes('总计自然人') && areInOrder(words, COLUMNS);
  });
}

/**
 * Whether the numbers of each row stand above its label: seven stand between the header and the first row of the form, and
 * none behind the last label.
 */
function standAbove(tokens: readonly Token[], rows: readonly LabelledRow[]): boolean {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first?.row !== 'received' || !last || anyValue(last.run.found)) return false;
  const above = tokens.slice(Math.max(first.label.from - WIDTH, 0), first.label.from);
  return above.every(({ holds, row }) => holds === 'value' && row === null);
}

/** The rows without the values of a column that the form does not have; without any where they disagree with its header. */
function withoutExtra(rows: readonly LabelledRow[], column: number): LabelledRow[] {
  const isCertain = isSubtotal(
    rows.map(({ run }) => run.values).filter((values) => values.length > 0),
    column,
  );
  return rows.map((row) => ({
    ...row,
    run: isCertain ? withoutColumn(row.run, column) : { ...row.run, values: [] },
  }));
}

/** The rows, those without values whose numbers may be those of another row. */
function withoutDoubtful(rows: readonly LabelledRow[]): LabelledRow[] {
  /** For each row the next one that is no group. */
  const next: (RequestRow | undefined)[] = [];
  for (let index = rows.length - 1; index >= 0; index -= 1) next[index] = rows[index + 1]?.row ?? next[index + 1];
  const isFollowed = (index: number) => {
    const row = rows[index]?.row ?? null;
    return row !== null && isNext(row, next[index]);
  };
  const doubtful = doubtfulRuns(
    rows.map(({ run }) => run),
    isFollowed,
  );
  return rows.map((row) => (doubtful.has(row.run) ? { ...row, run: { ...row.run, values: [] } } : row));
}
