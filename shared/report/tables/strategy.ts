/** What a way to read a table is: it looks at the page, and gives what it is sure of, or nothing. */
import type { CellAddress, Table } from '../../domain/addresses.ts';
import type { Cell, TableReading } from '../types.ts';
import type { TablePage } from './page.ts';

/** Cells that one strategy is sure of, and the tokens that they stand in. */
export interface PartialReading {
  cells: ReadonlyMap<CellAddress, Cell>;
  /** First token and the one after the last; left out where other strategies know the table's extent. */
  span?: { start: number; end: number };
  /** Why something that it saw was left out. */
  notes?: TableReading['notes'];
}

/**
 * One way to read one table. It writes into nothing: what several give is merged in the order of the list, and a cell
 * that an earlier one gave stays.
 */
export interface Strategy {
  name: string;
  table: Table;
  /** What it is for, in words and codes of docs/layouts.md. */
  shapes: string;
  /** What a value rests on before it is given. */
  evidence: string;
  read(page: TablePage): PartialReading | null;
}
