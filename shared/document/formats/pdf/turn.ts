/** Which way the text of a page runs: content may be turned without the page saying so, and watermarks lie slanted. */
import type { Glyph, Marks, Segment } from './types.ts';

/** A glyph before it is known which way the page is read: where it starts and how far it goes. */
export interface DrawnGlyph {
  text: string;
  x: number;
  y: number;
  dx: number;
  dy: number;
  size: number;
}

/** Sine of the angle from which text counts as slanted; scans that were straightened stay far below. */
const SLANTED = 0.06;

/** `slanted` counts the characters that were left out. */
export type DrawnPage = Marks & { width: number; height: number; slanted: number };

interface Drawn {
  glyphs: DrawnGlyph[];
  segments: Segment[];
  width: number;
  height: number;
}

/** The page as it is read, its text from left to right. Slanted text is a watermark or a seal and is left out. */
export function turned(drawn: Drawn): DrawnPage {
  const straight = drawn.glyphs.filter((glyph) => quarterOf(glyph) !== null);
  const counts = [0, 0, 0, 0];
  for (const glyph of straight)
    if (/\S/.test(glyph.text)) counts[quarterOf(glyph) as number] = (counts[quarterOf(glyph) as number] ?? 0) + 1;
  const quarter = counts.indexOf(Math.max(...counts));
  const { width, height } = drawn;
  const place = PLACES[quarter] as Place;
  const glyphs = straight.map(({ text, x, y, dx, dy, size }): Glyph => {
    const [left, baseline] = place(x, y, width, height);
    const [right] = place(x + dx, y + dy, width, height);
    return { text, x: left, y: baseline, width: Math.max(right - left, 0), size };
  });
  const segments = drawn.segments.map(({ x1, y1, x2, y2 }): Segment => {
    const [a, b] = place(x1, y1, width, height);
    const [c, d] = place(x2, y2, width, height);
    return { x1: Math.min(a, c), y1: Math.min(b, d), x2: Math.max(a, c), y2: Math.max(b, d) };
  });
  const slanted = drawn.glyphs.length - straight.length;
  const [wide, high] = quarter % 2 === 0 ? [width, height] : [height, width];
  return { glyphs, segments, width: wide, height: high, slanted };
}

type Place = (x: number, y: number, width: number, height: number) => [number, number];

/** Where a point lies once text that runs right, down, left or up runs right. */
const PLACES: Place[] = [
  (x, y) => [x, y],
  (x, y, width) => [y, width - x],
  (x, y, width, height) => [width - x, height - y],
  (x, y, _, height) => [height - y, x],
];

/** 0 for text that runs right, 1 down, 2 left, 3 up; `null` for anything between. Text without width counts as running right. */
function quarterOf({ dx, dy }: DrawnGlyph): number | null {
  const length = Math.hypot(dx, dy);
  if (length === 0) return 0;
  if (Math.abs(dy) <= SLANTED * length) return dx > 0 ? 0 : 2;
  if (Math.abs(dx) <= SLANTED * length) return dy > 0 ? 1 : 3;
  return null;
}
