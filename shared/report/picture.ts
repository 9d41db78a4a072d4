/** Numbers that were recognised in a picture → Report. Recognisers err with confidence: what no sums prove is not read. */
import type { Document, GridCell } from '../document/types.ts';
import { UnreadableError } from '../document/unreadable.ts';
import {
  type CellAddress,
  FORM_EDITIONS,
  type FormEdition,
  RESULT_ROWS,
  type RequestRow,
  requestRow,
  requestRows,
} from '../domain/addresses.ts';
import type { Text } from '../domain/labels.ts';
import { levelOf, regionOf } from '../domain/regions.ts';
import { readMetadata } from './metadata/read.ts';
import type { Cell, Report, TableReading } from './types.ts';

/** Rows of seven numbers, `null` where none was recognised, in the order of the form. */
type Grid = readonly (readonly (number | null)[])[];

/**
 * Of table 3 those numbers whose row and whose column both add up, by the place of their row in the form; nothing else.
 * Who and when come from the title that the document has outside of its pages.
 * @throws UnreadableError FILE.PICTURES where no number is proved so.
 */
export function readPicture(document: Document): Report {
  const rows = document.blocks.flatMap((block) => (block.kind === 'grid' ? withoutHeader(block.rows) : []));
  const format = FORM_EDITIONS.find((edition) => requestRows(edition).length === rows.length);
  const cells = format ? provedCells(rows, format) : new Map<CellAddress, Cell>();
  if (format === undefined || cells.size === 0)
    throw new UnreadableError('FILE.PICTURES', format && `${rows.flat().length} cells, no sums`);
  const metadata = readMetadata([], document);
  const place = rows[0]?.[0]?.place ?? null;
  return {
    ...metadata,
    level: metadata.agency ? levelOf(metadata.agency) : 'other',
    regionCode: metadata.agency ? regionOf(metadata.agency) : null,
    format,
    script: 'simplified',
    mediaType: document.mediaType,
    cells,
    tables: {
      proactive: NOT_READ,
      requests: { ...NOT_READ, state: 'read', notes: [PROVED], place },
      disputes: NOT_READ,
    },
    headings: [],
    prose: [],
    notes: [...document.notes, recognised(cells.size, rows.length * requestRow('total').length)],
  };
}

/** Above the numbers of a table, on each of its pages, stand the names of its columns. */
function withoutHeader(rows: readonly GridCell[][]): readonly GridCell[][] {
  const first = rows.findIndex((row) => row.some(({ text }) => text !== ''));
  return first < 0 ? [] : rows.slice(first);
}

function provedCells(rows: readonly GridCell[][], format: FormEdition): Map<CellAddress, Cell> {
  const names = requestRows(format);
  const grid = rows.map((row) => row.map(({ text }) => (text === '' ? null : Number(text))));
  const columns = requestRow('total').map((_, column) => addsDown(grid, names, column));
  const cells = new Map<CellAddress, Cell>();
  for (const [index, row] of names.entries()) {
    if (!addsAcross(grid[index] as Grid[number])) continue;
    for (const [column, { text, place }] of (rows[index] as GridCell[]).entries()) {
      if (!columns[column]) continue;
      const address = requestRow(row)[column] as CellAddress;
      cells.set(address, { value: Number(text), raw: text, place, by: 'picture', restsOn: ['row', 'column'] });
    }
  }
  return cells;
}

function addsAcross(row: Grid[number]): boolean {
  return row.every((value) => value !== null) && sum(row.slice(0, -1)) === row.at(-1);
}

/** 三（七）总计 is the sum of the results; what came in and was carried in is what was done and carried on. */
function addsDown(grid: Grid, names: readonly RequestRow[], column: number): boolean {
  const values = new Map(names.map((row, index) => [row, grid[index]?.[column] ?? null]));
  const at = (...rows: RequestRow[]) => sum(rows.map((row) => values.get(row) ?? null));
  return (
    [...values.values()].every((value) => value !== null) &&
    at(...RESULT_ROWS.filter((row) => values.has(row))) === at('total') &&
    at('received', 'carriedIn') === at('total', 'carriedOut')
  );
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

const NOT_READ: TableReading = {
  state: 'labels',
  headers: [],
  subtotals: [],
  notes: [{ zh: '图片中的这张表没有读取。', en: 'This table is not read from a picture.' }],
  place: null,
};
const PROVED: Text = {
  zh: '数字由图片识别，只保留所在行和列都符合勾稽关系的。',
  en: 'Numbers were recognised in a picture; only those whose row and column both add up were kept.',
};

/** What the person who sent it is told. */
export function recognised(kept: number, printed: number): Text {
  return {
    zh: `文件是图片：表三${printed}个单元格中，有${kept}个数字由图片识别并符合勾稽关系，其余内容没有读取，也没有核对。请上传报告的Word文件。`,
    en: `The file is a picture: of ${printed} cells of table 3, ${kept} numbers were recognised and add up; nothing else was read or checked. Please upload the Word file of the report.`,
  };
}
