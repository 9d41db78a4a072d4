/** One table of an OpenDocument sheet: rows, columns and cells that stand for as many as their `number-…-repeated` says. */
import { Hidden } from '../../hidden.ts';
import { MAX_COLUMNS, MAX_MERGED_RANGES, MAX_ROWS, refuse } from '../../limits.ts';
import { printedText, through } from '../../opendocument.ts';
import type { Printed } from '../../printed.ts';
import { type Area, type Sheet, type SheetRow, shownNumber } from '../../sheets.ts';
import { elements, integer, type XmlElement } from '../../xml.ts';

/** More rows or columns than any program has: numbers beyond count as the last. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** So many empty cells that have a format say that the table is wider than its text; more of them fill the sheet. */
const LONGEST_BLANK = 64;
const NUMBERS = new Set(['float', 'currency']);

export class SheetReader {
  readonly sheet: Sheet;
  /** Formulas without the result that they had when the file was saved. */
  uncomputed = 0;
  readonly #areas: Area[] = [];

  /** @throws UnreadableError FILE.BOMB above the bounds. */
  constructor(table: XmlElement, page: number, printed: Printed) {
    const rows: SheetRow[] = [];
    const hiddenRows: number[] = [];
    let number = 1;
    for (const row of through(table, ['table-row'])) {
      const times = repeated(row, 'number-rows-repeated');
      const cells = this.#cells(row, number);
      const isBlank = cells.every(({ text }) => text === '');
      const count = isBlank ? Math.min(times, isHidden(row) ? LONGEST_BLANK : 1) : times;
      printed.add(
        cells.length,
        cells.reduce((sum, { text }) => sum + text.length, 0),
        count,
      );
      if (rows.length + count > MAX_ROWS) refuse(`${rows.length + count} rows`);
      for (let i = 0; i < count; i++) {
        rows.push({ number: number + i, cells });
        if (isHidden(row)) hiddenRows.push(number + i);
      }
      number = Math.min(number + times, LAST_ROW);
    }
    this.sheet = {
      page,
      rows,
      areas: this.#areas,
      hiddenRows: new Hidden(hiddenRows),
      hiddenColumns: new Hidden(hiddenColumns(table)),
    };
  }

  #cells(row: XmlElement, number: number): SheetRow['cells'] {
    const cells: SheetRow['cells'] = [];
    let column = 1;
    for (const cell of through(row, ['table-cell', 'covered-table-cell'])) {
      const times = repeated(cell, 'number-columns-repeated');
      const text = this.#text(cell);
      if (text !== '' || (times <= LONGEST_BLANK && cell.attributes['style-name'] !== undefined)) {
        if (cells.length + times > MAX_COLUMNS) refuse(`${cells.length + times} columns`);
        for (let i = 0; i < times; i++) cells.push({ column: column + i, text });
      }
      const [wide, high] = [spanned(cell, 'columns'), spanned(cell, 'rows')];
      if (wide > 1 || high > 1) {
        this.#areas.push({ top: number, left: column, bottom: number + high - 1, right: column + wide - 1 });
        if (this.#areas.length > MAX_MERGED_RANGES) refuse(`more than ${MAX_MERGED_RANGES} merged areas`);
      }
      column = Math.min(column + times, LAST_COLUMN);
    }
    return cells;
  }

  /** A number as stored, anything else as printed; a formula without a result as itself. */
  #text(cell: XmlElement): string {
    const { 'value-type': type = '', value = '', formula } = cell.attributes;
    if (NUMBERS.has(type) && value !== '') return shownNumber(Number(value), value);
    const lines = elements(cell).flatMap((child) => (child.name === 'p' ? [printedText(child, [])] : []));
    const text = lines.join('\n').trim();
    if (text !== '' || formula === undefined || type !== '') return text;
    this.uncomputed += 1;
    return `=${formula.replace(/^\w+:=?/, '')}`;
  }
}

function hiddenColumns(table: XmlElement): number[] {
  const hidden: number[] = [];
  let number = 1;
  for (const column of through(table, ['table-column'])) {
    const next = Math.min(number + repeated(column, 'number-columns-repeated'), LAST_COLUMN);
    if (isHidden(column)) for (let i = number; i < next; i++) hidden.push(i);
    number = next;
  }
  return hidden;
}

function isHidden({ attributes }: XmlElement): boolean {
  return attributes.visibility === 'collapse' || attributes.visibility === 'filter';
}

function repeated(element: XmlElement, attribute: string): number {
  return Math.max(1, integer(element, attribute, 1));
}

/** Rows or columns that a cell spans. */
function spanned(cell: XmlElement, which: 'rows' | 'columns'): number {
  return Math.min(Math.max(1, integer(cell, `number-${which}-spanned`, 1)), which === 'rows' ? LAST_ROW : LAST_COLUMN);
}
