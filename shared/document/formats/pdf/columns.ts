/**
 * Tables without ruling lines: rows that hold the same count of numbers in the same columns, with labels to their left
 * that may run over several lines. Where one row does not fit, the lines stay lines: nothing is guessed.
 */

import { least } from '../../../unbounded.ts';
import { joinLines } from '../../table.ts';
import type { Line, PageCell, PageTable, Piece } from './types.ts';

/** A number or what stands for one. */
const NUMBER = /^[-+\d.,/—–０-９]+$/;
/** Fewer numbers in a row, or fewer rows, prove no table. */
const MIN_NUMBERS = 5;
const MIN_ROWS = 3;
/** In font sizes: how far numbers of one column may be apart, and labels of one column. */
const ALIGNED = 1.6;
const START = 0.3;
/** In font sizes: lines of a label are no further from their row, and rows of a table no further from each other. */
const LABEL_DISTANCE = 2.2;
const ROW_DISTANCE = 5;

interface Row {
  line: Line;
  numbers: Piece[];
  /** Lines of its labels, cut at every space. */
  labels: Piece[][];
}

/** The lines with every such table in the place of its lines. */
export function columnTables(lines: Line[]): (Line | PageTable)[] {
  const items: (Line | PageTable)[] = [];
  for (let start = 0; start < lines.length; ) {
    const rows = rowsFrom(lines, start);
    const used = rows.length >= MIN_ROWS ? withLabels(rows, lines) : null;
    const first = lines.indexOf((rows[0] as Row | undefined)?.line ?? (lines[start] as Line));
    if (used === null) items.push(lines[start++] as Line);
    else {
      // Label lines above the first row were taken for plain lines: they are the table's now.
      while (items.length > 0 && used.has(items.at(-1) as Line)) items.pop();
      items.push(tableOf(rows));
      start = Math.max(first, ...[...used].map((line) => lines.indexOf(line))) + 1;
    }
  }
  return items;
}

/** Rows of numbers that follow each other from this line on; none if it is no such row itself. */
function rowsFrom(lines: Line[], start: number): Row[] {
  const first = rowOf(lines[start] as Line);
  if (first === null) return [];
  const rows = [first];
  for (const line of lines.slice(start + 1)) {
    const last = rows.at(-1) as Row;
    if (line.y - last.line.y > ROW_DISTANCE * line.size) break;
    const row = rowOf(line);
    if (row !== null && !isAligned(first, row)) break;
    if (row !== null) rows.push(row);
    else if (line.right > (first.numbers[0] as Piece).left) break;
  }
  return rows;
}

function rowOf(line: Line): Row | null {
  const label = line.words.findLastIndex(({ text }) => !NUMBER.test(text));
  const numbers = line.words.slice(label + 1);
  if (numbers.length < MIN_NUMBERS) return null;
  return { line, numbers, labels: [line.words.slice(0, label + 1)] };
}

function isAligned(first: Row, row: Row): boolean {
  const middle = ({ left, right }: Piece) => (left + right) / 2;
  return (
    first.numbers.length === row.numbers.length &&
    row.numbers.every((piece, i) => {
      return Math.abs(middle(piece) - middle(first.numbers[i] as Piece)) <= ALIGNED * row.line.size;
    })
  );
}

/** Gives each line of labels to the row nearest to it; returns all lines that the table consists of. */
function withLabels(rows: Row[], lines: Line[]): Set<Line> {
  const end = least(rows.map(({ numbers }) => (numbers[0] as Piece).left));
  const used = new Set(rows.map(({ line }) => line));
  const distance = (row: Row, line: Line) => Math.abs(row.line.y - line.y);
  for (const line of lines) {
    if (used.has(line) || line.right > end) continue;
    const row = rows.reduce((best, next) => (distance(next, line) < distance(best, line) ? next : best));
    if (distance(row, line) > LABEL_DISTANCE * line.size || isHeadingOf(line, rows)) continue;
    if (line.y < row.line.y) row.labels.splice(-1, 0, line.words);
    else row.labels.push(line.words);
    used.add(line);
  }
  return used;
}

/** A line above the first row or below the last is a label only if it is as near as the lines of one text are. */
function isHeadingOf(line: Line, rows: Row[]): boolean {
  const top = (rows[0] as Row).line.y;
  const bottom = (rows.at(-1) as Row).line.y;
  return (line.y < top || line.y > bottom) && Math.min(Math.abs(line.y - top), Math.abs(line.y - bottom)) > line.size;
}

/** Two columns of labels (of the group and of the row), then the numbers. */
function tableOf(rows: Row[]): PageTable {
  const lines = rows.flatMap(({ labels }) => labels.filter((words) => words.length > 0));
  const starts = lines.map(([first]) => (first as Piece).left);
  const x = Math.min(least(starts), (rows[0] as Row).line.left);
  const body = rows.map(({ line, numbers, labels }): PageCell[] => {
    const at = { y: line.y, colSpan: 1, rowSpan: 1 };
    const parts = labels.flatMap((words) => labelParts(words, starts, line.size));
    const own = Math.max(x, ...parts.map(({ left }) => left));
    const isOwn = ({ left }: Piece) => own - left <= ALIGNED * line.size;
    const text = (chosen: Piece[]) => joinLines(chosen.map((part) => part.text));
    return [
      { ...at, text: text(parts.filter((part) => !isOwn(part))), x, column: 0 },
      { ...at, text: text(parts.filter(isOwn)), x: own, column: 1 },
      ...numbers.map((piece, i) => ({ ...at, text: piece.text, x: piece.left, column: i + 2 })),
    ];
  });
  return { kind: 'table', rows: body, columns: (rows[0] as Row).numbers.length + 2, x, y: (rows[0] as Row).line.y };
}

/** Words of one line put together again, but for those that stand where labels start in other lines. */
function labelParts(words: Piece[], starts: number[], size: number): Piece[] {
  const parts: Piece[] = [];
  for (const word of words) {
    const open = parts.at(-1);
    const isStart = starts.some((start) => Math.abs(start - word.left) <= START * size);
    if (open === undefined || isStart) parts.push({ ...word });
    else open.text += ` ${word.text}`;
  }
  return parts;
}
