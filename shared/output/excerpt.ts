/** The rows of an official table that a finding is about, as data: every face that draws them reads this. */

import type { Place } from '../document/types.ts';
import {
  type CellAddress,
  DISPUTE_COLUMNS,
  PROACTIVE,
  parseAddress,
  REQUEST_COLUMNS,
  type Table,
} from '../domain/addresses.ts';
import { COLUMN_LABELS, cellLabel, ROW_LABELS, type Text } from '../domain/labels.ts';
import type { Report } from '../report/types.ts';
import type { Finding } from '../result.ts';

/** One cell: `text` as printed, or `null` where it was not read. */
export interface ExcerptCell {
  text: string | null;
  /** The finding names this cell. */
  marked: boolean;
}

/** Rows of one table that have the same columns. */
export interface Excerpt {
  table: Table;
  columns: Text[];
  /** `place` is that of the first cell which the finding names: in some files each cell has a line of its own. */
  rows: { label: Text; place: Place | null; cells: ExcerptCell[] }[];
  /** Rows left out because every named cell in them is 0. */
  zeroRows: number;
}

/** More rows than this are shortened by leaving out those that add nothing to the sum. */
const LONG = 8;

/**
 * The rows of each table with a cell that the finding names, in the order of the finding; empty if it names none.
 * @param marked the cells that are marked, where not every cell that is named
 */
export function excerpts(
  report: Report,
  finding: Pick<Finding, 'cells'>,
  marked: readonly CellAddress[] = finding.cells,
): Excerpt[] {
  const named = new Set<CellAddress>(marked);
  const rows = [...new Set(finding.cells.map((address) => address.slice(0, address.lastIndexOf('.'))))];
  const groups = Map.groupBy(rows, (row) => columnsOf(report, row).join());
  return [...groups.values()].map((group) => {
    const isZero = (row: string) =>
      finding.cells.every((cell) => !cell.startsWith(`${row}.`) || report.cells.get(cell)?.value === 0);
    const shown = group.length > LONG ? group.filter((row) => !isZero(row)) : group;
    const first = group[0] as string;
    return {
      table: parseAddress(`${first}.total` as CellAddress).table,
      columns: columnsOf(report, first).map((column) => columnLabel(first, column)),
      rows: shown.map((row) => excerptRow(report, row, named)),
      zeroRows: group.length - shown.length,
    };
  });
}

function excerptRow(report: Report, row: string, named: ReadonlySet<CellAddress>): Excerpt['rows'][number] {
  const addresses = columnsOf(report, row).map((column) => `${row}.${column}` as CellAddress);
  const marked = addresses.filter((address) => named.has(address));
  const place = [...marked, ...addresses].map((address) => report.cells.get(address)?.place).find((one) => one);
  return {
    label: ROW_LABELS[row] as Text,
    place: place ?? null,
    cells: addresses.map((address) => ({
      text: report.cells.get(address)?.raw ?? null,
      marked: named.has(address),
    })),
  };
}

function columnsOf(report: Report, row: string): readonly string[] {
  const [table, name] = row.split('.');
  if (table === 'requests') return REQUEST_COLUMNS;
  if (table === 'disputes') return DISPUTE_COLUMNS;
  const rows: Record<string, readonly string[]> = PROACTIVE[report.format];
  return rows[name as string] ?? [];
}

function columnLabel(row: string, column: string): Text {
  if (row === 'proactive.procurement') return cellLabel(`${row}.${column}` as CellAddress);
  return COLUMN_LABELS[column] as Text;
}
