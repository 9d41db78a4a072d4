/** Glyphs → lines of text as they are seen, whatever the order they were drawn in. */
import type { Glyph } from './marks.ts';
import { unified } from './radicals.ts';

export interface Line {
  /** Stretches of text, far apart from each other. */
  pieces: Piece[];
  left: number;
  right: number;
  /** Baseline from the top of the page. */
  y: number;
  size: number;
}

export interface Piece {
  text: string;
  left: number;
  right: number;
}

/** In font sizes: how far baselines of one line differ, from which gap a space shows, and from which a new piece starts. */
const SAME_LINE = 0.4;
const SPACE = 0.45;
const APART = 1.5;
/** The same character this close to itself was drawn twice, to look bold. */
const TWICE = 0.2;

/** Lines from top to bottom; glyphs without anything to see only count as gaps. */
export function linesOf(glyphs: Glyph[]): Line[] {
  const visible = glyphs.filter(({ text, size }) => size > 0 && /\S/.test(text));
  visible.sort((a, b) => a.y - b.y);
  const groups: { y: number; glyphs: Glyph[] }[] = [];
  for (const glyph of visible) {
    const open = groups.at(-1);
    const size = Math.max(glyph.size, open?.glyphs[0]?.size ?? 0);
    if (open && glyph.y - open.y <= SAME_LINE * size) open.glyphs.push(glyph);
    else groups.push({ y: glyph.y, glyphs: [glyph] });
  }
  return groups.map((group) => lineOf(group.glyphs));
}

/** A line as one text; pieces are parted by tabs, as the cells of a flattened table. */
export function textOf({ pieces }: Line): string {
  return pieces.map(({ text }) => text).join('\t');
}

function lineOf(glyphs: Glyph[]): Line {
  glyphs.sort((a, b) => a.x - b.x);
  const pieces: Piece[] = [];
  let last: Glyph | null = null;
  for (const glyph of glyphs) {
    if (last && last.text === glyph.text && glyph.x - last.x < TWICE * glyph.size) continue;
    const open = pieces.at(-1);
    const gap = open ? (glyph.x - open.right) / glyph.size : Number.POSITIVE_INFINITY;
    const text = unified(glyph.text);
    if (open && gap < APART) {
      open.text += gap > SPACE ? ` ${text}` : text;
      open.right = Math.max(open.right, glyph.x + glyph.width);
    } else pieces.push({ text, left: glyph.x, right: glyph.x + glyph.width });
    last = glyph;
  }
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b);
  const baselines = glyphs.map(({ y }) => y).sort((a, b) => a - b);
  const middle = Math.floor(glyphs.length / 2);
  return {
    pieces,
    left: (pieces[0] as Piece).left,
    right: (pieces.at(-1) as Piece).right,
    y: baselines[middle] as number,
    size: sizes[middle] as number,
  };
}
