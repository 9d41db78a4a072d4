/** The piece of an official table around a finding, with the wrong cells marked: only rows and columns that take part. */

import {
  type CellAddress,
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  PROACTIVE,
  parseAddress,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
  TABLES,
  type Table,
} from '../domain/addresses.ts';
import { COLUMN_LABELS, cellLabel, ROW_LABELS, TABLE_LABELS, type Text } from '../domain/labels.ts';
import { type Crossings, sumOf } from '../output/sum.ts';
import type { StoredReport } from '../record.ts';
import type { Finding } from '../result.ts';
import { cleanLine } from './clean.ts';
import type { Block, GridCell, Voice } from './types.ts';

/** From so many rows on, rows whose cells of the finding are all 0 are counted instead of drawn. */
const MANY_ROWS = 7;
/** No mail needs more: a finding about a whole table is told in its message. */
const MOST_ROWS = 24;

type GridBlock = Extract<Block, { kind: 'grid' }>;

/**
 * One grid for each table that the finding names cells of, in the order of the form; none if it names no cell.
 * @param suspects the cells whose change would explain it, where there are any
 */
export function excerptsOf(
  finding: Finding,
  report: StoredReport,
  crossings: Crossings,
  suspects: readonly CellAddress[],
  voice: Voice,
): GridBlock[] {
  const known = suspects.filter((cell) => finding.cells.includes(cell));
  const wrong = new Set(known.length > 0 ? known : wrongCells(finding, report, crossings));
  return TABLES.flatMap((table) => {
    const cells = finding.cells.filter((address) => parseAddress(address).table === table);
    const shapes = Map.groupBy(cells, (address) => columnSet(report, address).join());
    return [...shapes.values()].map((group) => draw(table, group, wrong, report, voice));
  });
}

/**
 * The cells to mark: the one cell at the crossing of several wrong sums; else, of a sum that one total has to meet, the
 * total, of two sides that have to be equal, both; of anything else, every cell that the finding names.
 */
function wrongCells(finding: Finding, report: StoredReport, crossings: Crossings): readonly CellAddress[] {
  const sum = sumOf(finding);
  if (!sum) return finding.cells;
  const most = Math.max(...finding.cells.map((address) => crossings.get(address) ?? 0));
  const crossed = finding.cells.filter((address) => crossings.get(address) === most);
  if (most > 1 && crossed.length === 1) return crossed;
  if (sum.right.length > 1) return finding.cells;
  const unread = finding.cells.filter((address) => typeof report.cells[address]?.value !== 'number');
  return unread.length > 0 ? unread : sum.right;
}

function draw(
  table: Table,
  cells: CellAddress[],
  wrong: ReadonlySet<CellAddress>,
  report: StoredReport,
  voice: Voice,
): GridBlock {
  const named = new Set(cells);
  const columns = columnSet(report, cells[0] as CellAddress).filter((column) =>
    cells.some((address) => parseAddress(address).column === column),
  );
  const rows = rowSet(report, table).filter((row) => cells.some((address) => parseAddress(address).row === row));
  const isZero = (row: string) =>
    columns.every((column) => {
      const address = addressOf(table, row, column);
      return !named.has(address) || (report.cells[address]?.value === 0 && !wrong.has(address));
    });
  const telling = rows.length >= MANY_ROWS ? rows.filter((row) => !isZero(row)) : rows;
  const drawn = telling.slice(0, MOST_ROWS);
  const head = columns.map((column) => headCell(columnLabel(table, rows[0] as string, column), voice));
  const body = drawn.map((row) => [
    headCell(ROW_LABELS[`${table}.${row}`] as Text, voice),
    ...columns.map((column) => valueCell(addressOf(table, row, column), named, wrong, report, voice)),
  ]);
  const zeros = rows.length - telling.length;
  return {
    kind: 'grid',
    caption: voice.text(TABLE_LABELS[table]),
    rows: [
      [{ text: '', role: 'head' }, ...head],
      ...body,
      ...note(zeros, 'excerpt.zeros', voice),
      ...note(telling.length - drawn.length, 'excerpt.more', voice),
    ],
  };
}

function note(rows: number, key: 'excerpt.zeros' | 'excerpt.more', voice: Voice): GridCell[][] {
  return rows > 0 ? [[{ text: voice.say(key, { rows }), role: 'head' }]] : [];
}

const headCell = (label: Text, voice: Voice): GridCell => ({ text: voice.text(label), role: 'head' });

function valueCell(
  address: CellAddress,
  named: ReadonlySet<CellAddress>,
  wrong: ReadonlySet<CellAddress>,
  report: StoredReport,
  voice: Voice,
): GridCell {
  const cell = report.cells[address];
  const printed = cell && (cleanLine(cell.raw, 40) || voice.say('excerpt.blank'));
  return {
    text: printed ?? voice.say('excerpt.unread'),
    role: wrong.has(address) ? 'wrong' : named.has(address) ? 'part' : 'value',
  };
}

function rowSet(report: StoredReport, table: Table): readonly string[] {
  if (table === 'requests') return REQUEST_ROWS;
  return table === 'disputes' ? DISPUTE_BLOCKS : Object.keys(PROACTIVE[report.format]);
}

function columnSet(report: StoredReport, address: CellAddress): readonly string[] {
  const { table, row } = parseAddress(address);
  if (table === 'requests') return REQUEST_COLUMNS;
  if (table === 'disputes') return DISPUTE_COLUMNS;
  const rows: Readonly<Record<string, readonly string[]>> = PROACTIVE[report.format];
  return rows[row] ?? [];
}

function addressOf(table: Table, row: string, column: string): CellAddress {
  return `${table}.${row}.${column}` as CellAddress;
}

function columnLabel(table: Table, row: string, column: string): Text {
  const own = table === 'proactive' && row === 'procurement' && column === 'amount';
  if (!own) return COLUMN_LABELS[column] as Text;
  const { zh, en } = cellLabel('proactive.procurement.amount');
  return { zh: zh.slice(zh.indexOf('·') + 1), en: en.slice(en.indexOf(', ') + 2) };
}
