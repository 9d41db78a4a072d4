import type { Say } from '../../output/language.ts';
import type { ByteSink, Column, Row } from '../types.ts';

export interface TableOptions {
  columns: readonly Column[];
  /** Of the sheet, where there are sheets. */
  title: string;
  /** Heads and words of this language; `null`: the names of the columns and the values as programs read them. */
  say: Say | null;
  /** Of the file, where the format has a place for it: year, region, level, date, catalogue. */
  about: Readonly<Record<string, string>>;
}

/** Writes the rows of one table; memory stays bounded whatever their number. */
export interface TableWriter {
  write(rows: readonly Row[]): Promise<void>;
  end(): Promise<void>;
}

export type OpenTable = (sink: ByteSink, options: TableOptions) => Promise<TableWriter>;
