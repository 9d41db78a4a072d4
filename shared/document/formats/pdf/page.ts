/** One PDF page: its tables and the lines around them, from top to bottom. */

import { joinLines } from '../../table.ts';
import { columnTables } from './columns.ts';
import { linesOf, textOf } from './lines.ts';
import { type Point, type RuledTable, ruledTables } from './rulings.ts';
import type { Glyph, Marks, PageCell, PageItem, PageTable } from './types.ts';

/** How high above its baseline the middle of a character is, in font sizes. */
const MIDDLE = 0.35;

export function pageItems({ glyphs, segments }: Marks): PageItem[] {
  const middles = glyphs.map(middleOf);
  const tables = ruledTables(segments, middles).map((table) => ({ table, inside: [] as Glyph[] }));
  const outside: Glyph[] = [];
  for (const [index, glyph] of glyphs.entries()) {
    const [x, y] = middles[index] as Point;
    (tables.find(({ table }) => holds(table, x, y))?.inside ?? outside).push(glyph);
  }
  const ruled = tables.filter(({ inside }) => inside.length > 0).map(({ table, inside }) => pageTable(table, inside));
  const loose = columnTables(linesOf(outside)).map((item): PageItem => {
    return 'rows' in item ? item : { kind: 'line', text: textOf(item), line: item };
  });
  const top = (item: PageItem) => (item.kind === 'line' ? item.line.y : item.y);
  return [...ruled, ...loose].sort((a, b) => top(a) - top(b));
}

function middleOf({ x, y, width, size }: Glyph): Point {
  return [x + width / 2, y - MIDDLE * size];
}

function holds({ xs, ys }: RuledTable, x: number, y: number): boolean {
  return intervalOf(xs, x) !== -1 && intervalOf(ys, y) !== -1;
}

/** Which interval of ascending bounds a value lies in, or -1. */
function intervalOf(bounds: number[], value: number): number {
  const next = bounds.findIndex((bound) => bound > value);
  return next <= 0 ? -1 : next - 1;
}

function pageTable({ xs, ys, cells }: RuledTable, glyphs: Glyph[]): PageTable {
  const columns = xs.length - 1;
  /** Elementary rectangle → its cell. */
  const owners = new Map<number, number>();
  cells.forEach(({ row, column, rowSpan, colSpan }, index) => {
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + colSpan; c++) owners.set(r * columns + c, index);
    }
  });
  const inCell = cells.map((): Glyph[] => []);
  for (const glyph of glyphs) {
    const [x, y] = middleOf(glyph);
    inCell[owners.get(intervalOf(ys, y) * columns + intervalOf(xs, x)) as number]?.push(glyph);
  }
  const rows: PageCell[][] = ys.slice(1).map(() => []);
  cells.forEach(({ row, column, rowSpan, colSpan }, index) => {
    const text = joinLines(linesOf(inCell[index] as Glyph[]).map((line) => textOf(line).replaceAll('\t', ' ')));
    rows[row]?.push({ text, x: xs[column] as number, y: ys[row] as number, column, colSpan, rowSpan });
  });
  return { kind: 'table', rows, columns, x: xs[0] as number, y: ys[0] as number };
}
