/** The piece of an official table around a mistake, as data: only rows and columns that take part, what is wrong marked. */
import type { Place } from '../document/types.ts';
import { type CellAddress, parseAddress, TABLES, type Table } from '../domain/addresses.ts';
import { addressOf, columnsOf, rowsOf } from '../domain/geometry.ts';
import { columnLabel, ROW_LABELS, type Text } from '../domain/labels.ts';
import type { MistakeItem } from '../mistakes/items.ts';
import type { StoredReport } from '../record.ts';
import { wrongCells } from './wrong-cells.ts';

interface ExcerptCell {
  /** As printed; `null` where it was not read. */
  text: string | null;
  /** `part`: a finding names it; `value`: it only stands in a row and a column that take part. */
  role: 'wrong' | 'part' | 'value';
}

/** Rows of one table that have the same columns. */
export interface Excerpt {
  table: Table;
  columns: Text[];
  /** `place` is that of the first cell which a finding names: in some files each cell has a line of its own. */
  rows: { label: Text; place: Place | null; cells: ExcerptCell[] }[];
  /** Rows left out because every named cell in them is 0, and rows left out because there are too many. */
  zeroRows: number;
  moreRows: number;
}

/** From so many rows on, rows whose named cells are all 0 and right are counted instead of drawn. */
const MANY_ROWS = 7;
/** Nobody reads more: a mistake about a whole table is told in its message. */
const MOST_ROWS = 24;

/** One for each table, and each shape of its rows, with a cell that a finding names, in the order of the form. */
export function excerptsOf(item: MistakeItem, report: StoredReport): Excerpt[] {
  const named = new Set(item.findings.flatMap(({ cells }) => cells));
  const wrong = new Set(wrongCells(item, report));
  return TABLES.flatMap((table) => {
    const parts = [...named].map(parseAddress).filter((part) => part.table === table);
    const rows = rowsOf(table, report.format).filter((row) => parts.some((part) => part.row === row));
    const shapes = Map.groupBy(rows, (row) => columnsOf(table, row, report.format).join());
    return [...shapes.values()].map((shape) => {
      const columns = columnsOf(table, shape[0] as string, report.format).filter((column) =>
        parts.some((part) => part.column === column && shape.includes(part.row)),
      );
      return draw(table, shape, columns, { named, wrong, report });
    });
  });
}

interface Marked {
  named: ReadonlySet<CellAddress>;
  wrong: ReadonlySet<CellAddress>;
  report: StoredReport;
}

function draw(table: Table, rows: string[], columns: string[], { named, wrong, report }: Marked): Excerpt {
  const addressesIn = (row: string) => columns.map((column) => addressOf(table, row, column));
  // A wrong 0 is told; where every cell that is named is wrong, a 0 tells nothing.
  const isTold = wrong.size < named.size;
  const adds = (address: CellAddress) =>
    named.has(address) && (report.cells[address]?.value !== 0 || (isTold && wrong.has(address)));
  const telling = rows.length >= MANY_ROWS ? rows.filter((row) => addressesIn(row).some(adds)) : rows;
  const drawn = telling.slice(0, MOST_ROWS);
  return {
    table,
    columns: columns.map((column) => columnLabel(table, rows[0] as string, column)),
    rows: drawn.map((row) => {
      const addresses = addressesIn(row);
      const first = [...addresses.filter((address) => named.has(address)), ...addresses].find(
        (address) => report.cells[address],
      );
      return {
        label: ROW_LABELS[`${table}.${row}`] as Text,
        place: (first && report.cells[first]?.place) ?? null,
        cells: addresses.map((address) => ({
          text: report.cells[address]?.raw ?? null,
          role: wrong.has(address) ? 'wrong' : named.has(address) ? 'part' : 'value',
        })),
      };
    }),
    zeroRows: rows.length - telling.length,
    moreRows: telling.length - drawn.length,
  };
}
