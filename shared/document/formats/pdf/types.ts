/** What the steps from a drawn page to lines and tables hand to each other. Lengths are points from the top left of the page. */

/** One printed character (or ligature). `y` is the baseline. */
export interface Glyph {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Font size in points. */
  size: number;
}

/** A horizontal or vertical line that was drawn, or an edge of a thin rectangle. */
export interface Segment {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface Marks {
  glyphs: Glyph[];
  segments: Segment[];
}

export interface Line {
  /** Stretches of text, far apart from each other. */
  pieces: Piece[];
  /** The same text cut at every space. */
  words: Piece[];
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

export interface PageCell {
  text: string;
  x: number;
  y: number;
  /** Column where the cell starts, from 0. */
  column: number;
  colSpan: number;
  rowSpan: number;
}

export interface PageTable {
  kind: 'table';
  rows: PageCell[][];
  columns: number;
  x: number;
  y: number;
}

interface PageLine {
  kind: 'line';
  text: string;
  line: Line;
}

export type PageItem = PageTable | PageLine;

export interface Page {
  number: number;
  width: number;
  height: number;
  items: PageItem[];
}
