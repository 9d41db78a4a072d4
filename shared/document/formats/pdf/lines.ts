/** Glyphs → lines of text as they are seen, whatever the order they were drawn in. */

import { unified } from './radicals.ts';
import type { Glyph, Line, Piece } from './types.ts';

/** In font sizes: how far baselines of one line differ, and from which gap a new piece starts. */
const SAME_LINE = 0.4;
const APART = 1.5;
/** In font sizes: from which gap a space shows, and from which between letters or digits, which must not run together. */
const SPACE = 0.45;
const WORD_SPACE = 0.2;
/** The same character this close to itself was drawn twice, to look bold. */
const TWICE = 0.2;
const LIST_LABEL = /^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[.、．)）])$/;

/** Lines from top to bottom; those without anything to see are left out. */
export function linesOf(glyphs: Glyph[]): Line[] {
  const sorted = glyphs.filter(({ text, size }) => size > 0 && text !== '').sort((a, b) => a.y - b.y);
  const groups: { y: number; glyphs: Glyph[] }[] = [];
  for (const glyph of sorted) {
    const open = groups.at(-1);
    const size = Math.max(glyph.size, open?.glyphs[0]?.size ?? 0);
    if (open && glyph.y - open.y <= SAME_LINE * size) open.glyphs.push(glyph);
    else groups.push({ y: glyph.y, glyphs: [glyph] });
  }
  return groups.filter((group) => group.glyphs.some(isVisible)).map((group) => lineOf(group.glyphs));
}

function isVisible({ text }: Glyph): boolean {
  return /\S/.test(text);
}

/** A line as one text; pieces are parted by tabs, as the cells of a flattened table, and so are numbers beside them. */
export function textOf({ pieces }: Line): string {
  if (pieces.length === 1) return (pieces[0] as Piece).text;
  return pieces.map(({ text }) => text.replace(/ (?=[\d.]+(?: [\d.]+)*$)/g, '\t')).join('\t');
}

function lineOf(glyphs: Glyph[]): Line {
  glyphs.sort((a, b) => a.x - b.x);
  const visible = glyphs.filter(isVisible);
  const sizes = visible.map(({ size }) => size).sort((a, b) => a - b);
  const baselines = visible.map(({ y }) => y).sort((a, b) => a - b);
  const middle = Math.floor(visible.length / 2);
  const words = wordsOf(glyphs);
  const pieces = withLabel(piecesOf(words, sizes[middle] as number));
  return {
    pieces,
    words,
    left: (pieces[0] as Piece).left,
    right: (pieces.at(-1) as Piece).right,
    y: baselines[middle] as number,
    size: sizes[middle] as number,
  };
}

/** A list label is part of its paragraph, however far the tab behind it goes. */
function withLabel([first, second, ...rest]: Piece[]): Piece[] {
  if (first === undefined || second === undefined || !LIST_LABEL.test(first.text)) {
    return [first, second, ...rest].filter((piece) => piece !== undefined);
  }
  return [{ text: `${first.text} ${second.text}`, left: first.left, right: second.right }, ...rest];
}

/** Words, joined where they stand close together. */
function piecesOf(words: Piece[], size: number): Piece[] {
  const pieces: Piece[] = [];
  for (const word of words) {
    const open = pieces.at(-1);
    if (open && word.left - open.right < APART * size) {
      open.text += ` ${word.text}`;
      open.right = word.right;
    } else pieces.push({ ...word });
  }
  return pieces;
}

/** Glyphs from left to right, cut where a space was drawn or shows. */
function wordsOf(glyphs: Glyph[]): Piece[] {
  const words: Piece[] = [];
  let last: Glyph | null = null;
  let spaced = false;
  /** Of the last glyph, not of the word so far: a line may hold ten thousand. */
  let isWord = false;
  for (const glyph of glyphs) {
    if (!isVisible(glyph)) spaced = true;
    if (!isVisible(glyph) || (last?.text === glyph.text && glyph.x - last.x < TWICE * glyph.size)) continue;
    const text = unified(glyph.text);
    const right = glyph.x + glyph.width;
    const open = words.at(-1);
    const gap = open ? (glyph.x - open.right) / glyph.size : 0;
    const space = isWord && /^\w/.test(text) ? WORD_SPACE : SPACE;
    if (open && !spaced && gap <= space) {
      open.text += text;
      open.right = Math.max(open.right, right);
    } else words.push({ text, left: glyph.x, right });
    last = glyph;
    isWord = /\w$/.test(text);
    spaced = false;
  }
  return words;
}
