/** Rows and columns of the official tables as each edition of the form prints them. */
import {
  type CellAddress,
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  type FormEdition,
  PROACTIVE,
  REQUEST_COLUMNS,
  requestRows,
  type Table,
} from './addresses.ts';

/** Top to bottom; of table 4 its blocks, left to right. */
export function rowsOf(table: Table, format: FormEdition): readonly string[] {
  if (table === 'requests') return requestRows(format);
  return table === 'disputes' ? DISPUTE_BLOCKS : Object.keys(PROACTIVE[format]);
}

/** Of one row, left to right; none for a row that the edition does not have. */
export function columnsOf(table: Table, row: string, format: FormEdition): readonly string[] {
  if (table === 'requests') return REQUEST_COLUMNS;
  if (table === 'disputes') return DISPUTE_COLUMNS;
  const rows: Readonly<Record<string, readonly string[]>> = PROACTIVE[format];
  return rows[row] ?? [];
}

export const addressOf = (table: Table, row: string, column: string): CellAddress =>
  `${table}.${row}.${column}` as CellAddress;
