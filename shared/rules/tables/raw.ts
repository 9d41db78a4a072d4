/** What a cell prints, for the rules about blanks and words. */

import type { CellAddress, Table } from '../../domain/addresses.ts';
import { ROW_LABELS, type Text } from '../../domain/labels.ts';
import { remembered } from '../../remembered.ts';
import { plainLine, squeeze } from '../../report/normalise.ts';
import type { Cell, Report } from '../../report/types.ts';
import { quote } from '../quote.ts';

/** The printed text: half width, without spaces, lost spaces shown as `?` and thousands separators. */
export function printed(cell: Cell): string {
  return plainRaw(cell.raw);
}
const plainRaw = remembered((raw) => squeeze(plainLine(raw)).replace(/(?<=\d),(?=\d{3})/g, ''));

/** Rows of one table with the same fault that are told one by one; more are one habit, and one finding. */
const MOST_ROWS = 3;

/** Cells by row; those of a table in which many rows have some are told together. */
export function habitsOf(rows: ReadonlyMap<string, CellAddress[]>): { rows: string[]; cells: CellAddress[] }[] {
  const tables = Map.groupBy(rows, ([row]) => row.slice(0, row.indexOf('.')));
  return [...tables.values()].flatMap((entries) =>
    entries.length > MOST_ROWS
      ? [{ rows: entries.map(([row]) => row), cells: entries.flatMap(([, cells]) => cells) }]
      : entries.map(([row, cells]) => ({ rows: [row], cells })),
  );
}

/** Where the cells stand, for a message: the row, or the table and in how many of its rows. */
export function whereOf(rows: readonly string[]): Text {
  const [first = ''] = rows;
  const label = ROW_LABELS[first] as Text;
  if (rows.length === 1) return { zh: `${quote(label.zh)}一行`, en: `the row "${label.en}"` };
  const table = TABLE_NAMES[first.slice(0, first.indexOf('.')) as Table];
  return { zh: `${table.zh}${rows.length}行共`, en: `${rows.length} rows of ${table.en}` };
}

const TABLE_NAMES: Record<Table, Text> = {
  proactive: { zh: '表二', en: 'table 2' },
  requests: { zh: '表三', en: 'table 3' },
  disputes: { zh: '表四', en: 'table 4' },
};

/** The cells that satisfy the test, by printed row, in printed order. */
export function byRow(report: Report, test: (cell: Cell, address: CellAddress) => boolean): Map<string, CellAddress[]> {
  const rows = new Map<string, CellAddress[]>();
  for (const [address, cell] of report.cells) {
    if (!test(cell, address)) continue;
    const row = address.slice(0, address.lastIndexOf('.'));
    const found = rows.get(row);
    if (found) found.push(address);
    else rows.set(row, [address]);
  }
  return rows;
}
