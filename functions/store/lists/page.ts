/** A page of a list: its bounds, and what it holds. */
import type { Summary } from '../records/summary.ts';

/** Entries of a list that one page reads at most; where few of them match, the page is short and has a cursor. */
export const EXAMINED_PER_PAGE = 500;
/** DynamoDB gives at most this many items by their keys in one request, so no page is longer. */
export const LONGEST_PAGE = 100;

/** `next`: the place after which the next page begins; `null` at the end of the list. */
export interface Page {
  reports: Summary[];
  next: string | null;
}
