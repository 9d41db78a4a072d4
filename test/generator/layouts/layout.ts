/** What a layout is: a way to print a form's table and to put the pieces of a page together. */
import type { FormTable } from '../form.ts';

/** A cell with its number printed. */
export interface PrintedCell {
  text: string;
  colSpan: number;
  rowSpan: number;
  /** Whether it holds a number (or what stands for one). */
  number: boolean;
}
export interface PrintedTable extends Pick<FormTable, 'name' | 'columns'> {
  rows: PrintedCell[][];
}

/** A line of prose or a heading, or a table already printed. */
export interface Piece {
  kind: 'title' | 'prose' | 'heading' | 'table';
  text: string;
}

export interface Layout {
  /** File extension: the text is otherwise the same to every reader. */
  extension: 'txt' | 'html' | 'md';
  /** How 商业企业 and 结果维持 are broken over the lines of a narrow cell. */
  applicants: (above: string, below: string) => string;
  outcomes: (above: string, below: string) => string;
  /** Whether an empty cell can be told from no cell. */
  showsEmpty: boolean;
  /** Whether a cell may be printed over several lines. */
  breaksCells: boolean;
  /** `exact`: every cell; `never wrong`: cells are right or absent; `none`: no cell can be trusted. */
  reading: 'exact' | 'never wrong' | 'none';
  table: (table: PrintedTable) => string;
  page: (pieces: readonly Piece[]) => string;
}

export const joined = (above: string, below: string) => above + below;
export const spaced = (above: string, below: string) => `${above} ${below}`;
export const onLines = (above: string, below: string) => `${above}\n${below}`;
/** The second line of a narrow head is lost: 结果, 其他, 尚未. */
export const lost = (above: string) => above;

/** A piece a line. */
export const linewise = (pieces: readonly Piece[]) => pieces.map((piece) => piece.text).join('\n');
