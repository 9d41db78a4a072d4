/** Rows and columns of ink that are so long that they rule a table. */
import type { Segment } from '../pdf/types.ts';
import type { Grey } from './grey.ts';

/** Points of paper that a scanner leaves within a line; characters stand further apart. */
const GAP = 1;
/** Above these, a page shows a drawing or is dirty. */
const MAX_SEGMENTS = 20_000;

/**
 * Lines of a page that lies straight, in its points.
 * @param least how long a line is at the least: longer than a stroke of a character
 */
export function drawnSegments(page: Grey, ink: number, least: number): Segment[] {
  const { width, height, data } = page;
  const dark = (x: number, y: number) => (data[y * width + x] as number) < ink;
  const segments: Segment[] = [];
  for (let y = 0; y + 1 < height; y++) {
    const runs = longRuns(width, least, (x) => dark(x, y) || dark(x, y + 1));
    for (const [x1, x2] of runs) segments.push({ x1, x2, y1: y, y2: y });
  }
  for (let x = 0; x + 1 < width; x++) {
    const runs = longRuns(height, least, (y) => dark(x, y) || dark(x + 1, y));
    for (const [y1, y2] of runs) segments.push({ x1: x, x2: x, y1, y2 });
  }
  return segments.length > MAX_SEGMENTS ? [] : segments;
}

function longRuns(length: number, least: number, isDark: (at: number) => boolean): [number, number][] {
  const runs: [number, number][] = [];
  let start = -1;
  let last = -1;
  for (let at = 0; at <= length; at++) {
    if (at < length && isDark(at)) {
      if (start < 0) start = at;
      last = at;
    } else if (start >= 0 && (at === length || at - last > GAP)) {
      if (last - start + 1 >= least) runs.push([start, last]);
      start = -1;
    }
  }
  return runs;
}
