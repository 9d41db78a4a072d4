/**
 * Rows that lost their empty cells. A site that drops them fills the row up at its end, and what was printed in the last
 * column then stands too far left. What such a row holds is known; where it belongs is not.
 */
import { showsItsSum, type Value } from './values.ts';

/**
 * Whether a row of cells may end in padding in place of cells: its last cell is empty, a number stands before it, and the
 * pipes around the empty one look as padding does.
 *
 * A cell that was printed empty has room between its pipes (`|  |`) or stands in a real table, and is no padding.
 */
export function isPadding(values: readonly Value[]): boolean {
  const numbers = values.filter(({ plain }) => plain !== '').length;
  if (numbers === 0 || values.at(-1)?.plain !== '') return false;
  const last = values.findLastIndex(({ plain }) => plain !== '');
  const behind = values.slice(last + 1).map(({ pipes = 0 }) => pipes);
  return behind.some((pipes) => pipes > 0);
}

/**
 * Whether a table leaves its last column blank: most rows that hold anything are full but for that cell, and in none of
 * them the last number is the sum of the others, as in a row that lost another cell. `rows` is how many rows hold anything.
 */
export function leavesLastBlank(read: readonly (readonly Value[])[], rows: number): boolean {
  const lacking = read.filter(lacksOnlyLast);
  return lacking.length > rows / 2 && !lacking.some((values) => showsItsSum(values.slice(0, -1)));
}

/** Whether all cells are printed but the last, which stands where no padding does. */
export function lacksOnlyLast(values: readonly Value[]): boolean {
  const last = values.at(-1);
  return last?.plain === '' && (last.pipes ?? 0) <= 1 && values.slice(0, -1).every(({ plain }) => plain !== '');
}
