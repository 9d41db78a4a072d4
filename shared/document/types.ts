/** What a file says, before anybody asks whether it is a report: paragraphs and grids in reading order. */
import type { Text } from '../domain/labels.ts';

/**
 * Where something stood in the file. `line` counts from 1: the line of a text or of the HTML source; in Word files,
 * sheets and PDFs, the paragraph or row counted through the file. The rest is given where the format has it.
 */
export interface Place {
  line: number;
  /** Character in the line, from 1. */
  column?: number;
  /** PDF page or sheet, from 1. */
  page?: number;
  /** Table, row and cell in the file, each from 1. */
  table?: number;
  row?: number;
  cell?: number;
  /** PDF points from the left and from the top of the page. */
  x?: number;
  y?: number;
}

/** One line or paragraph as printed. It may hold `|` or tabs: a flattened table is read later. */
export interface Paragraph {
  kind: 'paragraph';
  text: string;
  place: Place;
}

/** One cell as printed; merged cells stand once, at their first row and column, and `colSpan`/`rowSpan` say how far. */
export interface GridCell {
  text: string;
  place: Place;
  colSpan: number;
  rowSpan: number;
}

/** A real table: the cells that each row starts, left to right. Nested tables are blocks of their own, after it. */
export interface Grid {
  kind: 'grid';
  rows: GridCell[][];
  place: Place;
}

export type Block = Paragraph | Grid;

/** A media type that a format names (`formats.ts`), or {@link UNKNOWN}. */
export type MediaType = string;
/** Of files whose kind could not be told. */
export const UNKNOWN: MediaType = 'application/octet-stream';

/** What a reader makes of the bytes. */
export interface DocumentContent {
  blocks: Block[];
  /** Of text-like files: the encoding they were decoded from, for example `gb18030`. */
  encoding: string | null;
  /** Title kept outside the body: `<title>` of a page, document properties. */
  title: string | null;
  /** Dates kept outside the body (`<meta name="PubDate">`), as printed. */
  published: string | null;
  /** What the reader had to leave out or guess, in words for the user; empty when nothing. */
  notes: Text[];
  /** Its numbers were recognised in pictures of pages; its words were not read. */
  isPicture?: boolean;
}

export interface Document extends DocumentContent {
  mediaType: MediaType;
}
