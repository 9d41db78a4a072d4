/** Ruling lines in the paths of a page. Programs draw them as lines, as thin filled rectangles or as boxes around cells. */

import { greatest, least } from '../../../unbounded.ts';
import { apply, type Matrix } from './matrix.ts';
import type { Segment } from './types.ts';

/** A filled shape up to this width (points) is a line; anything wider is shading. */
const THIN = 3;
/** Lines may be off the axis by this much. */
const SKEW = 0.7;

/** Operators in pdf.js's path data, and how many numbers follow each. */
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;
const LENGTHS = [2, 2, 6, 4, 0];

type Point = [number, number];

/** Horizontal and vertical lines of one path: its edges if stroked, its middle line if thin and filled. */
export function segmentsOf(data: ArrayLike<number>, matrix: Matrix, stroked: boolean): Segment[] {
  return outlinesOf(data, matrix).flatMap((outline) => {
    const xs = outline.map(([x]) => x);
    const ys = outline.map(([, y]) => y);
    const box = { x1: least(xs), y1: least(ys), x2: greatest(xs), y2: greatest(ys) };
    const width = box.x2 - box.x1;
    const height = box.y2 - box.y1;
    if (height <= THIN && width > height) return [{ ...box, y1: (box.y1 + box.y2) / 2, y2: (box.y1 + box.y2) / 2 }];
    if (width <= THIN && height > width) return [{ ...box, x1: (box.x1 + box.x2) / 2, x2: (box.x1 + box.x2) / 2 }];
    return stroked ? edges(outline) : [];
  });
}

/** Outlines of straight lines; one with a curve in it is no ruling. */
function outlinesOf(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const outlines: Point[][] = [];
  let current: Point[] = [];
  let curved = false;
  const finish = () => {
    if (current.length > 1 && !curved) outlines.push(current);
    current = [];
    curved = false;
  };
  for (let i = 0; i < data.length; ) {
    const op = data[i++] as number;
    const point = () => apply(matrix, data[i] as number, data[i + 1] as number);
    if (op === MOVE) finish();
    if (op === MOVE || op === LINE) current.push(point());
    else if (op === CLOSE && current.length > 0) current.push(current[0] as Point);
    else curved = true;
    i += LENGTHS[op] ?? 0;
  }
  finish();
  return outlines;
}

function edges(outline: Point[]): Segment[] {
  return outline.slice(1).flatMap(([x2, y2], i) => {
    const [x1, y1] = outline[i] as Point;
    if (Math.abs(y1 - y2) <= SKEW) return [{ x1: Math.min(x1, x2), y1, x2: Math.max(x1, x2), y2: y1 }];
    if (Math.abs(x1 - x2) <= SKEW) return [{ x1, y1: Math.min(y1, y2), x2: x1, y2: Math.max(y1, y2) }];
    return [];
  });
}
