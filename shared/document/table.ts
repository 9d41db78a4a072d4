/**
 * Tables as they are built in pages, Word files and sheets → grids and flow. Many tables only lay out a page: those rows
 * are dissolved into paragraphs in reading order, and what is left between them are grids.
 */
import { append } from '../unbounded.ts';
import { MAX_COLUMNS, MAX_ROWS, refuse } from './limits.ts';
import { withLabelSpans } from './spans.ts';
import type { Block, Grid, GridCell, Paragraph, Place } from './types.ts';

/** One cell with everything in it, before it is known whether it is data or layout. */
export interface TableCell {
  blocks: Block[];
  place: Place;
  colSpan: number;
  rowSpan: number;
}

/** The longest labels of the official tables have some 50 characters; a lone longer cell is prose. */
const PROSE = 100;
/** Beside other cells, only text of this length is surely a column of the page. */
const COLUMN_OF_PROSE = 400;

/**
 * Blocks of one table in reading order.
 * @throws UnreadableError FILE.BOMB above the bounds for rows and columns.
 */
export function tableBlocks(rows: TableCell[][], place: Place): Block[] {
  if (rows.length > MAX_ROWS) refuse(`${rows.length} rows`);
  for (const row of rows) if (row.length > MAX_COLUMNS) refuse(`${row.length} columns`);
  const dissolves = dissolvingRows(rows);
  const blocks: Block[] = [];
  for (let start = 0; start < rows.length; ) {
    let end = start;
    while (end < rows.length && !dissolves[end]) end++;
    append(blocks, gridBlocks(rows.slice(start, end), place));
    for (const cell of rows[end] ?? []) append(blocks, cell.blocks);
    start = end + 1;
  }
  return blocks;
}

/** Which rows are layout. In a table with layout rows, a lone cell is a heading between them and dissolves as well. */
function dissolvingRows(rows: TableCell[][]): boolean[] {
  if (rows.every((row) => row.length <= 1)) return rows.map(() => true);
  const layout = rows.map(isLayout);
  return layout.includes(true) ? rows.map((row, i) => layout[i] === true || (row.length > 0 && isAlone(row))) : layout;
}

function isLayout(row: TableCell[]): boolean {
  if (row.some(hasGrid)) return row.filter((cell) => textLength(cell) > 0).length < 4;
  const longest = Math.max(0, ...row.map(textLength));
  return longest > COLUMN_OF_PROSE || (longest > PROSE && isAlone(row));
}

function isAlone(row: TableCell[]): boolean {
  return row.filter((cell) => cell.blocks.length > 0).length <= 1;
}

function hasGrid({ blocks }: TableCell): boolean {
  return blocks.some(({ kind }) => kind === 'grid');
}

/** The rows as one grid, followed by the tables nested in it; nothing if all cells are empty. */
function gridBlocks(rows: TableCell[][], place: Place): Block[] {
  const cells = withLabelSpans(rows.map((row, index) => row.map((cell) => gridCell(cell, rows.length - index))));
  if (!cells.some((row) => row.some(({ text }) => text !== ''))) return [];
  const first = rows.find((row) => row.length > 0)?.[0]?.place;
  const grid: Grid = { kind: 'grid', rows: cells, place: { ...place, ...(first && { line: first.line }) } };
  const nested = rows.flatMap((row) => row.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'grid')));
  return [grid, ...nested];
}

function gridCell(cell: TableCell, rowsLeft: number): GridCell {
  const { place, colSpan, rowSpan } = cell;
  return { text: cellText(cell), place, colSpan: Math.min(colSpan, MAX_COLUMNS), rowSpan: Math.min(rowSpan, rowsLeft) };
}

/** At least as long as the text of the cell, and 0 only where there is none. */
function textLength({ blocks }: TableCell): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'paragraph' ? block.text.trim().length : 0), 0);
}

function cellText({ blocks }: TableCell): string {
  const lines = blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  return joinLines(lines.map(({ text }) => text.trim()));
}

/** Lines of one cell are one label or number: joined with nothing, or with a space where letters or digits would meet. */
export function joinLines(lines: string[]): string {
  const parts: string[] = [];
  let last = '';
  for (const line of lines) {
    if (line === '') continue;
    if (/\w/.test(last) && /^\w/.test(line)) parts.push(' ');
    parts.push(line);
    last = line.charAt(line.length - 1);
  }
  return parts.join('');
}
