/** The rows of table 3 from top to bottom, as a report prints them. */
import { type RequestRow, requestRows } from '../../../domain/addresses.ts';

/** With (六) in three rows, or in one. */
export const SPLIT: readonly RequestRow[] = requestRows('2021-30');
export const SINGLE: readonly RequestRow[] = requestRows('2019-60');
