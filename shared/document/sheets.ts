/** Sheets of any spreadsheet → tables: each stretch of rows between blank rows is a table of its own. */
import type { Text } from '../domain/labels.ts';
import { append, greatest, least } from '../unbounded.ts';
import type { Hidden } from './hidden.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_MERGED_RANGES, MAX_ROWS, refuse } from './limits.ts';
import { NOTES } from './notes.ts';
import { type TableCell, tableBlocks } from './table.ts';
import type { Block, Place } from './types.ts';

/** A merged area; rows and columns count from 1, both ends included. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface SheetRow {
  /** From 1, ascending. */
  number: number;
  cells: { column: number; text: string }[];
}

export interface Sheet {
  /** Of the sheet in its file, from 1. */
  page: number;
  rows: SheetRow[];
  areas: Area[];
  hiddenRows: Hidden;
  hiddenColumns: Hidden;
}

/**
 * Blocks of all sheets in order. In a place, `page` is the sheet, `row` and `cell` are row and column of the sheet (B5:
 * row 5, cell 2), `line` counts rows through the file.
 * @throws UnreadableError FILE.BOMB above the bounds.
 */
export function sheetBlocks(sheets: readonly Sheet[]): Block[] {
  const blocks: Block[] = [];
  const budget = { cells: MAX_CELLS };
  let line = 0;
  let table = 0;
  for (const sheet of sheets) {
    if (sheet.rows.length > MAX_ROWS) refuse(`${sheet.rows.length} rows`);
    if (sheet.areas.length > MAX_MERGED_RANGES) refuse(`${sheet.areas.length} merged areas`);
    for (const rows of stretches(sheet, budget)) {
      const place = { line: line + 1, page: sheet.page, table: ++table };
      const placedRows = rows.map((row) => placed(row, { ...place, line: ++line }));
      append(blocks, tableBlocks(placedRows, place));
    }
  }
  return blocks;
}

/** What was left out because it is hidden, and formulas without result; none where nothing with text is. */
export function sheetNotes(sheets: readonly Sheet[], hiddenSheets: number, uncomputed = 0): Text[] {
  const isUsed = ({ text }: { text: string }) => text.trim() !== '';
  const rows = sheets.flatMap((sheet) =>
    sheet.rows.filter((row) => sheet.hiddenRows.has(row.number) && row.cells.some(isUsed)),
  );
  const columns = sheets.flatMap((sheet) => {
    const used = sheet.rows.flatMap((row) => row.cells.filter(isUsed).map(({ column }) => column));
    return [...new Set(used)].filter((column) => sheet.hiddenColumns.has(column));
  });
  return [
    ...(hiddenSheets > 0 ? [NOTES.hiddenSheets(hiddenSheets)] : []),
    ...(rows.length > 0 ? [NOTES.hiddenRows(rows.length)] : []),
    ...(columns.length > 0 ? [NOTES.hiddenColumns(columns.length)] : []),
    ...(uncomputed > 0 ? [NOTES.uncomputed(uncomputed)] : []),
  ];
}

function placed(row: TableCell[], place: Place): TableCell[] {
  return row.map((cell) => {
    const at = { ...cell.place, ...place };
    return { ...cell, place: at, blocks: cell.blocks.map((block) => ({ ...block, place: at })) };
  });
}

type IndexedSheet = Sheet & { byNumber: ReadonlyMap<number, SheetRow> };

/** Rows without any text separate tables; each table is given as the cells that its rows start. */
function stretches(sheet: Sheet, budget: { cells: number }): TableCell[][][] {
  const areas = new OpenAreas(sheet.areas);
  const byNumber = new Map(sheet.rows.map((row) => [row.number, row]));
  const found: TableCell[][][] = [];
  let last = 0;
  for (const row of sheet.rows) {
    const isContinued = row.number === last + 1;
    if (sheet.hiddenRows.has(row.number)) {
      if (isContinued) last = row.number;
      continue;
    }
    if (!row.cells.some(({ column, text }) => text.trim() !== '' && !sheet.hiddenColumns.has(column))) continue;
    if (!isContinued || found.length === 0) found.push([]);
    found.at(-1)?.push(startedCells(row, areas.at(row.number), { ...sheet, byNumber }, budget));
    last = row.number;
  }
  return found;
}

/** The merged areas that reach a row, for rows in ascending order. */
class OpenAreas {
  readonly #waiting: Area[];
  #open: Area[] = [];

  constructor(areas: readonly Area[]) {
    this.#waiting = [...areas].sort((one, other) => other.top - one.top);
  }

  at(row: number): Area[] {
    while ((this.#waiting.at(-1)?.top ?? Number.POSITIVE_INFINITY) <= row) this.#open.push(this.#waiting.pop() as Area);
    this.#open = this.#open.filter(({ bottom }) => bottom >= row);
    // Areas of one row cannot overlap in any program, so there are no more of them than columns.
    if (this.#open.length > MAX_COLUMNS) refuse(`${this.#open.length} merged areas over each other`);
    return this.#open;
  }
}

/** The cells of one row without gaps, left out where a merged area covers them or where they are hidden. */
function startedCells(
  { number: row, cells }: SheetRow,
  here: Area[],
  sheet: IndexedSheet,
  budget: { cells: number },
): TableCell[] {
  const texts = new Map(cells.map(({ column, text }) => [column, text.trim()]));
  const used = cells.filter(({ text }) => text.trim() !== '').map(({ column }) => column);
  const reach = greatest([...used, ...here.filter(({ top }) => top === row).map(({ left }) => left)]);
  /** Empty cells behind the last text say that the table is wider; those beyond any official table say nothing. */
  const last = Math.max(reach, least([greatest(texts.keys()), reach + PADDING]));
  /** A lone cell is a title, wherever it stands, unless it stands beside cells merged from above. */
  const first = used.length === 1 && cells.length === 1 && here.every(({ top }) => top === row) ? last : 1;
  if (last - first >= MAX_COLUMNS) refuse(`${last} columns`);
  budget.cells -= last - first + 1;
  if (budget.cells < 0) refuse(`more than ${MAX_CELLS} cells`);
  const covering = new Map<number, Area>();
  for (const area of here) {
    for (let column = Math.max(area.left, first); column <= Math.min(area.right, last); column++)
      covering.set(column, area);
  }
  const started: TableCell[] = [];
  const seen = new Set<Area>();
  for (let column = first; column <= last; column++) {
    const area = covering.get(column);
    if (sheet.hiddenColumns.has(column) || (area && seen.has(area))) continue;
    // Only the first row of an area that is shown starts its cell.
    if (area && sheet.hiddenRows.shownBetween(area.top, row) !== 1) continue;
    if (area) seen.add(area);
    const place = { line: 0, row, cell: column };
    const text = area ? textOf(area, row, texts, sheet) : (texts.get(column) ?? '');
    started.push({
      blocks: text === '' ? [] : [{ kind: 'paragraph', text, place }],
      place,
      colSpan: area ? sheet.hiddenColumns.shownBetween(area.left, area.right) : 1,
      rowSpan: area ? sheet.hiddenRows.shownBetween(area.top, area.bottom) : 1,
    });
  }
  return started;
}

/** Columns behind the last text of a row that still count as the row's. */
const PADDING = 32;

/** The text of a merged area is that of its first cell, which may be in a hidden column of the same row. */
function textOf({ top, left }: Area, row: number, texts: ReadonlyMap<number, string>, sheet: IndexedSheet): string {
  if (top === row) return texts.get(left) ?? '';
  return (
    sheet.byNumber
      .get(top)
      ?.cells.find(({ column }) => column === left)
      ?.text.trim() ?? ''
  );
}

/** 24252.309999999998 is stored for 24252.31: sheets show 15 digits at most. */
export function shownNumber(value: number, raw = String(value)): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : raw;
}
