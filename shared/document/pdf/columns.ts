/**
 * Tables without ruling lines: rows of numbers that stand in the same columns, with labels to their left that may run
 * over several lines.
 */
import { joinLines } from '../table.ts';
import type { Line, Piece } from './lines.ts';
import type { PageCell, PageTable } from './page.ts';

/** A number or what stands for one. */
const NUMBER = /^[-+\d.,/—–０-９]+$/;
/** Fewer numbers in a row, or fewer rows, prove no table. */
const MIN_NUMBERS = 5;
const MIN_ROWS = 3;
/** In font sizes: how far the middles of numbers in one column differ, and how far lines of a label are from their row. */
const ALIGNED = 1.6;
const LABEL_DISTANCE = 2.5;

interface Row {
  line: Line;
  numbers: Piece[];
  labels: { piece: Piece; y: number }[];
}

/** The lines with every such table in the place of its lines. */
export function columnTables(lines: Line[]): (Line | PageTable)[] {
  const items: (Line | PageTable)[] = [];
  for (let i = 0; i < lines.length; ) {
    const run = runAt(lines, i);
    if (run.rows.length >= MIN_ROWS) {
      items.push(tableOf(run.rows));
      i = run.end;
    } else items.push(lines[i++] as Line);
  }
  return items;
}

/** The rows of a table whose first label or number line is `start`, and the line after it. */
function runAt(lines: Line[], start: number): { rows: Row[]; end: number } {
  const rows: Row[] = [];
  const loose: Line[] = [];
  let columns: number[] = [];
  let end = start;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] as Line;
    const numbers = trailingNumbers(line);
    if (rows.length === 0 && numbers.length >= MIN_NUMBERS) columns = numbers.map(middle);
    const fits = numbers.length > 0 && numbers.every((piece) => columnOf(columns, piece, line.size) !== -1);
    if (fits && numbers.length >= Math.min(2, columns.length)) {
      rows.push({ line, numbers, labels: labelsOf(line, numbers.length) });
      end = i + 1;
    } else if (numbers.length > 0 || (columns.length > 0 && line.right > (columns[0] as number))) break;
    else loose.push(line);
    if (loose.length > 3 && rows.length === 0) break;
    if (rows.length > 0 && i - end >= 3) break;
  }
  const last = rows.at(-1)?.line;
  for (const line of loose) {
    const row = nearest(rows, line.y);
    const isNear = row !== undefined && Math.abs(row.line.y - line.y) <= LABEL_DISTANCE * line.size;
    if (isNear) row.labels.push(...labelsOf(line, 0));
    else if (last !== undefined && line.y < last.y) return { rows: [], end: start };
    if (isNear) end = Math.max(end, lines.indexOf(line) + 1);
  }
  return { rows, end };
}

function trailingNumbers({ pieces }: Line): Piece[] {
  const first = pieces.findLastIndex(({ text }) => !NUMBER.test(text));
  return pieces.slice(first + 1);
}

function labelsOf({ pieces, y }: Line, numbers: number): Row['labels'] {
  return pieces.slice(0, pieces.length - numbers).map((piece) => ({ piece, y }));
}

function nearest(rows: Row[], y: number): Row | undefined {
  const distance = ({ line }: Row) => Math.abs(line.y - y);
  return rows.reduce<Row | undefined>((best, row) => (best && distance(best) <= distance(row) ? best : row), undefined);
}

function middle({ left, right }: Piece): number {
  return (left + right) / 2;
}

function columnOf(columns: number[], piece: Piece, size: number): number {
  return columns.findIndex((at) => Math.abs(at - middle(piece)) <= ALIGNED * size);
}

function tableOf(rows: Row[]): PageTable {
  const { line: first, numbers } = rows[0] as Row;
  const columns = numbers.map(middle);
  const x = Math.min(...rows.map(({ line }) => line.left));
  const body = rows.map(({ line, numbers: found, labels }): PageCell[] => {
    const at = { y: line.y, colSpan: 1, rowSpan: 1 };
    const label = joinLines(
      [...labels].sort((a, b) => a.y - b.y || a.piece.left - b.piece.left).map((l) => l.piece.text),
    );
    return [
      { ...at, text: label, x: line.left, column: 0 },
      ...columns.map((center, i) => {
        const piece = found.find((number) => columnOf(columns, number, line.size) === i);
        return { ...at, text: piece?.text ?? '', x: piece?.left ?? center, column: i + 1 };
      }),
    ];
  });
  return { kind: 'table', rows: body, columns: columns.length + 1, x, y: first.y };
}
