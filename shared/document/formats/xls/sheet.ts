/** One sheet of a workbook stream ([MS-XLS] 2.1.7.20.1): what its cells show. */
import { Hidden } from '../../hidden.ts';
import { MAX_COLUMNS, MAX_MERGED_RANGES, refuse } from '../../limits.ts';
import type { Printed } from '../../printed.ts';
import { type Area, type Sheet, type SheetRow, shownNumber } from '../../sheets.ts';
import { type BiffRecord, RECORD } from './records.ts';
import { Bytes, type CodePage, textAt } from './strings.ts';

const ROW_HIDDEN = 0x20;
const COLUMN_HIDDEN = 1;
/** Columns of a sheet, from 0. */
const LAST_COLUMN = 255;
/** What a formula gave where it is no number (2.5.133). */
const NO_NUMBER = 0xffff;
const RESULT = { text: 0, truth: 1, error: 2 };
const ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

export interface Texts {
  shared: readonly string[];
  codePage: CodePage;
  printed: Printed;
}

/** @throws UnreadableError FILE.BOMB above the bounds; RangeError where a record is too short. */
export function sheetOf(records: Iterable<BiffRecord>, page: number, texts: Texts): Sheet {
  const reader = new SheetReader(texts);
  for (const record of records) reader.take(record);
  return reader.sheet(page);
}

class SheetReader {
  readonly #texts: Texts;
  readonly #rows = new Map<number, SheetRow['cells']>();
  readonly #areas: Area[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  /** The cell of a formula whose text comes in the next record. */
  #formula: { row: number; column: number } | null = null;

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  sheet(page: number): Sheet {
    const rows = [...this.#rows].sort(([one], [other]) => one - other);
    return {
      page,
      rows: rows.map(([number, cells]) => ({ number, cells: cells.sort((one, other) => one.column - other.column) })),
      areas: this.#areas,
      hiddenRows: new Hidden(this.#hiddenRows),
      hiddenColumns: new Hidden(this.#hiddenColumns),
    };
  }

  take(record: BiffRecord): void {
    const view = record.parts[0] as DataView;
    const word = (at: number) => view.getUint16(at, true);
    switch (record.type) {
      case RECORD.row:
        if ((word(12) & ROW_HIDDEN) !== 0) this.#hiddenRows.add(word(0) + 1);
        break;
      case RECORD.column:
        if ((word(8) & COLUMN_HIDDEN) === 0) break;
        for (let column = word(0); column <= Math.min(word(2), LAST_COLUMN); column++)
          this.#hiddenColumns.add(column + 1);
        break;
      case RECORD.merged:
        this.#merge(view);
        break;
      case RECORD.blank:
        this.#put(word(0), word(2), '');
        break;
      case RECORD.manyBlanks:
        for (let column = word(2); column <= Math.min(word(view.byteLength - 2), LAST_COLUMN); column++)
          this.#put(word(0), column, '');
        break;
      case RECORD.number:
        this.#put(word(0), word(2), shownNumber(view.getFloat64(6, true)));
        break;
      case RECORD.shortNumber:
        this.#put(word(0), word(2), shownNumber(shortNumber(view.getUint32(6, true))));
        break;
      case RECORD.manyNumbers:
        for (let at = 4, column = word(2); at + 8 <= view.byteLength; at += 6, column++)
          this.#put(word(0), column, shownNumber(shortNumber(view.getUint32(at + 2, true))));
        break;
      case RECORD.sharedString:
        this.#put(word(0), word(2), this.#texts.shared[view.getUint32(6, true)] ?? '');
        break;
      case RECORD.text:
      case RECORD.richText:
        this.#put(word(0), word(2), textAt(new Bytes(record, 6), this.#texts.codePage, 2));
        break;
      case RECORD.truth:
        this.#put(word(0), word(2), view.getUint8(7) === 0 ? truth(view.getUint8(6)) : error(view.getUint8(6)));
        break;
      case RECORD.formula:
        this.#takeFormula(view);
        break;
      case RECORD.result:
        if (this.#formula)
          this.#put(this.#formula.row, this.#formula.column, textAt(new Bytes(record), this.#texts.codePage, 2));
        this.#formula = null;
        break;
    }
  }

  #takeFormula(view: DataView): void {
    const [row, column] = [view.getUint16(0, true), view.getUint16(2, true)];
    const kind = view.getUint8(6);
    if (view.getUint16(12, true) !== NO_NUMBER) this.#put(row, column, shownNumber(view.getFloat64(6, true)));
    else if (kind === RESULT.truth) this.#put(row, column, truth(view.getUint8(8)));
    else if (kind === RESULT.error) this.#put(row, column, error(view.getUint8(8)));
    else this.#formula = kind === RESULT.text ? { row, column } : null;
  }

  #merge(view: DataView): void {
    for (let at = 2, left = view.getUint16(0, true); left > 0; at += 8, left--) {
      const [top, bottom, first, last] = [0, 2, 4, 6].map((step) => view.getUint16(at + step, true) + 1) as [
        number,
        number,
        number,
        number,
      ];
      this.#areas.push({ top, left: first, bottom, right: last });
    }
    if (this.#areas.length > MAX_MERGED_RANGES) refuse(`more than ${MAX_MERGED_RANGES} merged areas`);
  }

  #put(row: number, column: number, text: string): void {
    this.#texts.printed.add(1, text.length);
    const cells = this.#rows.get(row + 1) ?? [];
    if (cells.length >= MAX_COLUMNS) refuse(`more than ${MAX_COLUMNS} cells in a row`);
    cells.push({ column: column + 1, text });
    this.#rows.set(row + 1, cells);
  }
}

/** 2.5.217: 30 bits of a whole number or of a fraction's upper half, perhaps of a hundredfold. */
function shortNumber(bits: number): number {
  const isWhole = (bits & 2) !== 0;
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, bits & 0xfffffffc);
  const value = isWhole ? bits >> 2 : view.getFloat64(0);
  return (bits & 1) === 0 ? value : value / 100;
}

function truth(value: number): string {
  return value === 0 ? 'FALSE' : 'TRUE';
}

function error(code: number): string {
  return ERRORS[code] ?? '#N/A';
}
