/** A report as read: cells with three states, the prose in its parts, and who, when and in which form. */

import type { MediaType, Place } from '../document/types.ts';
import type { CellAddress, FormEdition, Table } from '../domain/addresses.ts';
import type { Text } from '../domain/labels.ts';
import type { Level } from '../domain/level.ts';

/**
 * One printed cell. `value` is the number, or `null` where a blank, a dash, a slash or words stand; a cell that was not
 * read is not in the map at all. Not read is never 0.
 */
export interface Cell {
  value: number | null;
  /** As printed, before normalising: `3?`, `22（其中修订 16 件）`, ``. */
  raw: string;
  place: Place;
  /**
   * What the reading rests on, where it is not simply the place under its header: `sums` where only sums leave this
   * value here, `picture` where a recogniser read it. Rules of the same sum do not count `sums` as evidence.
   */
  by?: 'sums' | 'picture';
  /** With `by`: the sums that were needed to tell this value, or to believe it. */
  restsOn?: readonly Sum[];
}

/** `row`: the parts of a row of table 3, or of a block of table 4, and their total; `column`: sums down table 3. */
export type Sum = 'row' | 'column';

/** The six parts of 条例 art. 50 and 〔2021〕30号, in the official order. */
export const PARTS = ['overview', 'proactive', 'requests', 'disputes', 'problems', 'other'] as const;
export type Part = (typeof PARTS)[number];

/** `head`: metadata and title before the body; `preamble`: before part one; `tail`: signature and footer. */
export type Where = 'head' | 'preamble' | Part | 'tail';

/** A line of prose (no table cell). `text` is as printed; `plain` is Simplified, half width, without damage. */
export interface Prose {
  text: string;
  plain: string;
  place: Place;
  where: Where;
}

/** A heading of one of the six parts, as printed. `numeral` is 1–6 for 一–六, `null` where none is printed. */
export interface Heading {
  part: Part;
  numeral: number | null;
  /** The heading's words without numeral, simplified. */
  plain: string;
  text: string;
  place: Place;
}

export interface TableReading {
  /**
   * `read`: values were found; `labels`: labels but no value that can be trusted; `missing`: neither. Single cells of a
   * `read` table may still be absent.
   */
  state: 'read' | 'labels' | 'missing';
  /** Header cells as printed (simplified, spaces removed), for rules about the form. */
  headers: { plain: string; text: string; place: Place }[];
  /** Sub-total rows of (三)–(六), where an agency printed them: not part of the form. */
  subtotals: { row: 'denied' | 'unavailable' | 'notProcessed' | 'other'; cells: Cell[] }[];
  /** Tables 2 and 3: the label printed before each row that was read, where one stands there; `plain` without spaces. */
  labels?: { row: string; plain: string; text: string; place: Place }[];
  /** Rows whose label stands somewhere in the table, whether their numbers could be read or not. */
  named?: string[];
  /** Table 3: (六) is printed with rows of its own, even if not all of them could be read. */
  splitOther?: boolean;
  /** Why something in this table was left absent, one sentence each. */
  notes: { zh: string; en: string }[];
  place: Place | null;
}

/** A date printed in or around the report. `iso` is `YYYY-MM-DD`. */
export interface PrintedDate {
  kind: 'published' | 'created' | 'signed';
  iso: string;
  text: string;
  place: Place;
}

export interface Report {
  /** As printed, in one line; `null` where no title is printed. */
  title: string | null;
  titlePlace: Place | null;
  /** Simplified. `null` where the report does not name its agency. */
  agency: string | null;
  level: Level;
  /** GB/T 2260 code of the region that the agency's name leads to; `null` if none or ambiguous. */
  regionCode: string | null;
  year: number | null;
  period: { from: string; to: string; place: Place } | null;
  /** The earliest date of publication that the file names. */
  publishedOn: string | null;
  signedOn: string | null;
  /** The name under the text, where one stands. */
  signedBy: string | null;
  dates: PrintedDate[];
  format: FormEdition;
  script: 'simplified' | 'traditional';
  mediaType: MediaType;
  cells: ReadonlyMap<CellAddress, Cell>;
  tables: Record<Table, TableReading>;
  headings: Heading[];
  /** All prose in reading order: no table cells, no part headings. */
  prose: Prose[];
  /** What the reader of the file left out or could not tell, for the person who sent it. */
  notes: Text[];
}

/** The number in a cell, `null` if printed without one, `undefined` if not read. */
export function numberAt(report: Report, address: CellAddress): number | null | undefined {
  return report.cells.get(address)?.value;
}

/** Whether its numbers were recognised in a picture: its words were not read then, and the other tables neither. */
export function isFromPicture({ cells }: Pick<Report, 'cells'>): boolean {
  const [first] = cells.values();
  return first?.by === 'picture';
}

/** Whether a cell can speak for or against a sum: not where that sum was needed to read it. */
export function isEvidence(report: Report, address: CellAddress, sum: Sum): boolean {
  return !report.cells.get(address)?.restsOn?.includes(sum);
}

/** The prose of one part (or `head`, `preamble`, `tail`) in reading order. */
export function proseOf(report: Report, where: Where): Prose[] {
  return report.prose.filter((line) => line.where === where);
}
