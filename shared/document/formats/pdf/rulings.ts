/** Ruling lines → tables: which rectangles they enclose, and which of those were merged. */
import { greatest, least } from '../../../unbounded.ts';
import type { Segment } from './types.ts';

interface RuledCell {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
}

export interface RuledTable {
  /** Places of the vertical and horizontal lines, ascending. */
  xs: number[];
  ys: number[];
  cells: RuledCell[];
}

/** Lines up to this far apart (points) are the same line, or touch. */
const NEAR = 3;
/** Cells drawn as boxes of their own lie this far apart at the most; a gap in which a character stands is no gutter. */
const GUTTER = 6;
/** Above these, a page shows a drawing, not tables. */
const MAX_LINES = 3000;
const MAX_CELLS = 50_000;

/** One merged line: where it stands on its axis, and from where to where it runs on the other. */
interface Rule {
  at: number;
  from: number;
  to: number;
}

interface Rules {
  horizontal: Rule[];
  vertical: Rule[];
}

/** The middle of a character. */
export type Point = readonly [x: number, y: number];

/**
 * All tables of a page from top to bottom; `middles` are those of its characters. Tables without lines at their sides are
 * closed at their outermost ends.
 */
export function ruledTables(segments: Segment[], middles: readonly Point[]): RuledTable[] {
  const flat = segments.filter(({ y1, y2 }) => y1 === y2).map(({ x1, x2, y1 }) => ({ at: y1, from: x1, to: x2 }));
  const upright = segments.filter(({ y1, y2 }) => y1 !== y2).map(({ x1, y1, y2 }) => ({ at: x1, from: y1, to: y2 }));
  const rules = { horizontal: merged(flat), vertical: merged(upright) };
  if (rules.horizontal.length > MAX_LINES || rules.vertical.length > MAX_LINES) return [];
  return connected(rules)
    .filter(({ horizontal, vertical }) => horizontal.length >= 2 && vertical.length >= 2)
    .map((rules) => tableOf(rules, middles))
    .filter(({ cells }) => cells.length > 0)
    .sort((a, b) => (a.ys[0] as number) - (b.ys[0] as number));
}

/** Lines drawn in pieces, cell by cell, become one. */
function merged(rules: Rule[]): Rule[] {
  const found: Rule[] = [];
  for (const group of near(rules, ({ at }) => at)) {
    const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length;
    group.sort((a, b) => a.from - b.from);
    let open: Rule | null = null;
    for (const { from, to } of group) {
      if (open !== null && from <= open.to + NEAR) open.to = Math.max(open.to, to);
      else {
        open = { at, from, to };
        found.push(open);
      }
    }
  }
  return found;
}

/** Values sorted into groups whose neighbours lie no further apart than {@link NEAR}. */
function near<T>(values: T[], key: (value: T) => number): T[][] {
  const groups: T[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const value of [...values].sort((a, b) => key(a) - key(b))) {
    if (key(value) - last > NEAR) groups.push([]);
    groups.at(-1)?.push(value);
    last = key(value);
  }
  return groups;
}

/** Lines that touch each other, directly or through others, make one table. */
function connected({ horizontal, vertical }: Rules): Rules[] {
  const tables: Rules[] = [];
  const waiting = new Set(horizontal);
  const loose = new Set(vertical);
  for (const first of horizontal) {
    if (!waiting.delete(first)) continue;
    const table: Rules = { horizontal: [first], vertical: [] };
    for (const flat of table.horizontal) {
      for (const upright of loose) {
        if (!crosses(flat, upright)) continue;
        loose.delete(upright);
        table.vertical.push(upright);
        for (const other of waiting) {
          if (crosses(other, upright) && waiting.delete(other)) table.horizontal.push(other);
        }
      }
    }
    tables.push(table);
  }
  return tables;
}

function crosses(flat: Rule, upright: Rule): boolean {
  return covers(flat, upright.at, NEAR) && covers(upright, flat.at, NEAR);
}

function covers({ from, to }: Rule, at: number, slack = 0): boolean {
  return from - slack <= at && at <= to + slack;
}

function tableOf({ horizontal, vertical }: Rules, middles: readonly Point[]): RuledTable {
  const [left, right] = endsOf(horizontal);
  const [top, bottom] = endsOf(vertical);
  const inside = middles.filter(([x, y]) => left <= x && x <= right && top <= y && y <= bottom);
  const isEmpty = (axis: 0 | 1) => (from: number, to: number) =>
    inside.every((point) => point[axis] < from || point[axis] > to);
  const xs = withoutGutters(positions(vertical, [left, right]), isEmpty(0));
  const ys = withoutGutters(positions(horizontal, [top, bottom]), isEmpty(1));
  if (xs.length * ys.length > MAX_CELLS) return { xs, ys, cells: [] };
  const middle = (values: number[], i: number) => ((values[i] as number) + (values[i + 1] as number)) / 2;
  const isRuled = (rules: Rule[], at: number, along: number) =>
    rules.some((rule) => Math.abs(rule.at - at) <= NEAR && covers(rule, along));
  /** Whether lines part row `r`, column `c` from its neighbour to the right or below. */
  const parted = {
    right: (r: number, c: number) => isRuled(vertical, xs[c + 1] as number, middle(ys, r)),
    below: (r: number, c: number) => isRuled(horizontal, ys[r + 1] as number, middle(xs, c)),
  };
  return { xs, ys, cells: mergedCells(ys.length - 1, xs.length - 1, parted) };
}

/** The outermost ends of lines. */
function endsOf(rules: Rule[]): [number, number] {
  return [least(rules.map(({ from }) => from)), greatest(rules.map(({ to }) => to))];
}

/** Where lines stand, closed by the ends of the lines across. */
function positions(rules: Rule[], ends: readonly number[]): number[] {
  return near([...rules.map(({ at }) => at), ...ends], (at) => at).map((group) => {
    return group.reduce((sum, at) => sum + at, 0) / group.length;
  });
}

/** Both sides of an empty gutter are one line, in its middle. */
function withoutGutters(places: number[], isEmpty: (from: number, to: number) => boolean): number[] {
  const kept: number[] = [];
  for (const at of places) {
    const last = kept.at(-1);
    if (last !== undefined && at - last <= GUTTER && isEmpty(last, at)) kept[kept.length - 1] = (last + at) / 2;
    else kept.push(at);
  }
  return kept;
}

type Parted = Record<'right' | 'below', (row: number, column: number) => boolean>;

function mergedCells(rows: number, columns: number, parted: Parted): RuledCell[] {
  const taken = new Set<number>();
  const cells: RuledCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      let right = column;
      while (right + 1 < columns && !parted.right(row, right) && !taken.has(row * columns + right + 1)) right++;
      let bottom = row;
      const isOpen = (at: number) => {
        for (let c = column; c <= right; c++) if (parted.below(at, c)) return false;
        return true;
      };
      while (bottom + 1 < rows && isOpen(bottom)) bottom++;
      for (let r = row; r <= bottom; r++) for (let c = column; c <= right; c++) taken.add(r * columns + c);
      cells.push({ row, column, rowSpan: bottom - row + 1, colSpan: right - column + 1 });
    }
  }
  return cells;
}
