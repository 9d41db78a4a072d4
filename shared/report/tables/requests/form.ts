/** The rows of table 3 from top to bottom, as a report prints them. */
import { type RequestRow, requestRows } from '../../../domain/addresses.ts';

/** With (六) in three rows, or in one. */
export const SPLIT: readonly RequestRow[] = requestRows('2021-30');
export const SINGLE: readonly RequestRow[] = requestRows('2019-60');

/** Whether the rows are those that the form prints, with (六) in one row or in three: where one of the three is lost, in none. */
export function isWhole(rows: { has(row: RequestRow): boolean }): boolean {
  return [SPLIT, SINGLE].some((form) => SPLIT.every((row) => rows.has(row) === form.includes(row)));
}

/** Whether the form, in either edition, has no row between these two; `undefined` behind its last row. */
export function isNext(row: RequestRow, next: RequestRow | undefined): boolean {
  return [SPLIT, SINGLE].some((form) => form.includes(row) && form[form.indexOf(row) + 1] === next);
}
