/**
 * Rows that lost their empty cells. A site that drops them fills the row up at its end, and what was printed in the last
 * column then stands too far left. What such a row holds is known; where it belongs is not.
 */
import type { Value } from './values.ts';

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
  if (behind.some((pipes) => pipes > 1)) return true;
  // One pipe alone may be an empty cell; where the last of seven is, that is a total left blank.
  const lone = behind.filter((pipes) => pipes === 1).length;
  return lone > 0 && (values.length < SEVEN || behind.length > 1);
}
const SEVEN = 7;
