/** The frame that some programs draw around each page: it is no table, whatever it encloses or touches. */
import type { Segment } from './types.ts';

/** A frame takes up this share of the page at least. */
const SHARE = 0.75;
/** How far the ends of its sides may be from each other, in points. */
const CORNER = 4;
/** Long lines that are looked at. */
const MOST = 60;

/** The lines without rectangles around all of the page; one that starts on another page may lie beside it. */
export function withoutFrame(segments: Segment[], width: number, height: number): Segment[] {
  const flat = segments.filter(({ x1, x2, y1, y2 }) => y1 === y2 && x2 - x1 >= SHARE * width).slice(0, MOST);
  const upright = segments.filter(({ x1, x2, y1, y2 }) => x1 === x2 && y2 - y1 >= SHARE * height).slice(0, MOST);
  const near = (one: number, other: number) => Math.abs(one - other) <= CORNER;
  const frames = new Set<Segment>();
  for (const top of flat) {
    for (const bottom of flat) {
      if (bottom.y1 - top.y1 < SHARE * height || !near(top.x1, bottom.x1) || !near(top.x2, bottom.x2)) continue;
      const sides = upright.filter((side) => near(side.y1, top.y1) && near(side.y2, bottom.y1));
      const [left, right] = [top.x1, top.x2].map((x) => sides.filter((side) => near(side.x1, x)));
      if (!left?.length || !right?.length) continue;
      for (const side of [top, bottom, ...left, ...right]) frames.add(side);
    }
  }
  return frames.size === 0 ? segments : segments.filter((segment) => !frames.has(segment));
}
