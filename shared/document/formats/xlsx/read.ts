/** Spreadsheets (ECMA-376, SpreadsheetML): each stretch of rows between blank rows is a table of its own. */
import { MAX_COLUMNS, MAX_MERGED_RANGES, MAX_ROWS, refuse } from '../../limits.ts';
import { Package } from '../../package.ts';
import { type TableCell, tableBlocks } from '../../table.ts';
import type { Block, DocumentContent, Place } from '../../types.ts';
import { elements, find, findAll, integer, textContent, type XmlElement } from '../../xml.ts';

/** A merged area; rows and columns count from 1, both ends included. */
interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

interface SheetCell {
  column: number;
  text: string;
}

/**
 * Reads an .xlsx file. In a place, `page` is the sheet, `row` and `cell` are row and column of the sheet (B5: row 5,
 * cell 2), `line` counts rows through the file. Numbers are as stored, so dates are day numbers. Hidden sheets are left out.
 * @throws UnreadableError FILE.DAMAGED, FILE.ENCRYPTED, FILE.BOMB.
 */
export function readXlsx(bytes: Uint8Array): DocumentContent {
  const file = new Package(bytes);
  const strings = sharedStrings(file.optional('xl/sharedStrings.xml'));
  const sheets = findAll(file.part('xl/workbook.xml'), 'sheet');
  const visible = sheets.filter(({ attributes }) => (attributes.state ?? 'visible') === 'visible');
  const targets = relationTargets(file.optional('xl/_rels/workbook.xml.rels'));
  const blocks: Block[] = [];
  let line = 0;
  let table = 0;
  for (const sheet of visible) {
    const target = targets.get(sheet.attributes.id ?? '');
    const root = target === undefined ? undefined : file.optional(target);
    if (!root) continue;
    for (const rows of stretches(new Sheet(root, strings))) {
      const place = { line: line + 1, page: sheets.indexOf(sheet) + 1, table: ++table };
      blocks.push(
        ...tableBlocks(
          rows.map((row) => placed(row, { ...place, line: ++line })),
          place,
        ),
      );
    }
  }
  const title = find(file.optional('docProps/core.xml'), 'title');
  return {
    blocks,
    encoding: null,
    title: title ? textContent(title).trim() || null : null,
    published: null,
    notes: visible.length < sheets.length ? [`${sheets.length - visible.length} hidden sheets were left out`] : [],
  };
}

function placed(row: TableCell[], place: Place): TableCell[] {
  return row.map((cell) => {
    const at = { ...cell.place, ...place };
    return { ...cell, place: at, blocks: cell.blocks.map((block) => ({ ...block, place: at })) };
  });
}

function sharedStrings(root: XmlElement | undefined): string[] {
  return root ? elements(root).map(richText) : [];
}

/** Text of a string item; `rPh` holds readings, not text. */
function richText(item: XmlElement): string {
  return elements(item)
    .map((child) => (child.name === 't' ? textContent(child) : child.name === 'r' ? richText(child) : ''))
    .join('');
}

/** Relation id → name of the part. */
function relationTargets(root: XmlElement | undefined): Map<string, string> {
  return new Map(
    (root ? elements(root) : []).map(({ attributes: { Id = '', Target = '' } }) => {
      return [Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`];
    }),
  );
}

/** Rows of a sheet as far as they are used. */
class Sheet {
  readonly rows: { number: number; cells: SheetCell[] }[];
  readonly areas: Area[];

  constructor(root: XmlElement, strings: string[]) {
    const rows = elements(find(root, 'sheetData') ?? root).filter(({ name }) => name === 'row');
    if (rows.length > MAX_ROWS) refuse(`${rows.length} rows`);
    let number = 0;
    this.rows = rows.map((row) => {
      number = integer(row, 'r', number + 1);
      return { number, cells: cellsOf(row, strings) };
    });
    this.areas = findAll(root, 'mergeCell').map(({ attributes }) => areaOf(attributes.ref ?? ''));
    if (this.areas.length > MAX_MERGED_RANGES) refuse(`${this.areas.length} merged areas`);
  }
}

function cellsOf(row: XmlElement, strings: string[]): SheetCell[] {
  let column = 0;
  return elements(row)
    .filter(({ name }) => name === 'c')
    .map((cell) => {
      column = cell.attributes.r === undefined ? column + 1 : columnOf(cell.attributes.r);
      return { column, text: cellText(cell, strings) };
    });
}

function cellText(cell: XmlElement, strings: string[]): string {
  const value = find(cell, 'v');
  const raw = value ? textContent(value) : '';
  const { t: type } = cell.attributes;
  if (type === 's') return strings[Number(raw)] ?? '';
  if (type === 'inlineStr') return findAll(cell, 'is').map(richText).join('');
  return raw === '' || (type ?? 'n') !== 'n' ? raw : shownNumber(Number(raw), raw);
}

/** 24252.309999999998 is stored for 24252.31: sheets show 15 digits at most. */
function shownNumber(value: number, raw: string): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : raw;
}

/** Rows without any text separate tables; each table is given as the cells that its rows start. */
function stretches(sheet: Sheet): TableCell[][][] {
  const found: TableCell[][][] = [];
  let last = 0;
  for (const { number, cells } of sheet.rows) {
    if (!cells.some(({ text }) => text.trim() !== '')) continue;
    if (number !== last + 1 || found.length === 0) found.push([]);
    found.at(-1)?.push(startedCells(number, cells, sheet.areas));
    last = number;
  }
  return found;
}

/** The cells of one row without gaps, left out where a merged area covers them. */
function startedCells(row: number, cells: SheetCell[], areas: Area[]): TableCell[] {
  const here = areas.filter(({ top, bottom }) => top <= row && row <= bottom);
  const texts = new Map(cells.map(({ column, text }) => [column, text]));
  const last = Math.max(...cells.map(({ column }) => column));
  /** A lone cell is a title, wherever it stands, unless it stands beside cells merged from above. */
  const first = cells.length === 1 && here.every(({ top }) => top === row) ? last : 1;
  if (last - first >= MAX_COLUMNS) refuse(`${last} columns`);
  const started: TableCell[] = [];
  for (let column = first; column <= last; column++) {
    const area = here.find(({ left, right }) => left <= column && column <= right);
    if (area && (area.top !== row || area.left !== column)) continue;
    const place = { line: 0, row, cell: column };
    const text = texts.get(column)?.trim() ?? '';
    started.push({
      blocks: text === '' ? [] : [{ kind: 'paragraph', text, place }],
      place,
      colSpan: area ? area.right - column + 1 : 1,
      rowSpan: area ? area.bottom - row + 1 : 1,
    });
  }
  return started;
}

function areaOf(reference: string): Area {
  const [from = '', to = from] = reference.split(':');
  return { top: rowOf(from), left: columnOf(from), bottom: rowOf(to), right: columnOf(to) };
}

/** AB12 → 28. */
function columnOf(reference: string): number {
  const letters = /^\$?([A-Z]+)/.exec(reference)?.[1] ?? '';
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

function rowOf(reference: string): number {
  return Number.parseInt(/\d+$/.exec(reference)?.[0] ?? '0', 10);
}
