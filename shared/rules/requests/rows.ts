/** Which rows table 3 prints, and the cells of each sum over them. */

import {
  REQUEST_COLUMNS,
  RESULT_ROWS,
  type RequestAddress,
  type RequestColumn,
  type ResultRow,
  requestRow,
} from '../../domain/addresses.ts';
import { rememberedFor } from '../../remembered.ts';
import type { Report } from '../../report/types.ts';

/** Rows that （六）其他处理 has only where it is printed as three rows. */
const SPLIT_ROWS: readonly ResultRow[] = ['other.notCorrected', 'other.feeUnpaid'];

const addressesOf = (rows: readonly ResultRow[]) =>
  Object.fromEntries(
    REQUEST_COLUMNS.map((column) => [column, rows.map((row) => `requests.${row}.${column}` as const)]),
  ) as Record<RequestColumn, RequestAddress[]>;

const ALL = addressesOf(RESULT_ROWS);
const SINGLE = addressesOf(RESULT_ROWS.filter((row) => !SPLIT_ROWS.includes(row)));

/**
 * Whether （六）其他处理 is printed as one row: look at the rows, not at the year. Nothing of the two rows that make
 * it three was read, while its own row and its neighbours were; in the form of 2019 one row is what is printed.
 */
export const hasSingleOtherRow: (report: Report) => boolean = rememberedFor((report) => {
  const read = (row: ResultRow | 'total') => requestRow(row).some((cell) => report.cells.has(cell));
  if (report.tables.requests.splitOther || SPLIT_ROWS.some(read)) return false;
  return report.format === '2019-60' || (read('notProcessed.confirmation') && read('other.other') && read('total'));
});

/** The results （一） to （六） of each column that add up to （七）总计, as the report prints them. */
export function resultCells(report: Report): Record<RequestColumn, RequestAddress[]> {
  return hasSingleOtherRow(report) ? SINGLE : ALL;
}
