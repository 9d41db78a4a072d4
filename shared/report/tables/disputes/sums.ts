/** The sums of table 4, over values in the order of the form. */
import { DISPUTE_BLOCKS, DISPUTE_COLUMNS } from '../../../domain/addresses.ts';
import { cellNumber } from '../../number.ts';
import type { Value } from '../values.ts';

/** In how many of the three blocks the outcomes add up to the total; blanks add nothing. */
export function sumsThatHold(values: readonly Value[]): number {
  const numbers = values.map(({ plain }) => cellNumber(plain) ?? 0);
  return DISPUTE_BLOCKS.filter((_, block) => {
    const outcomes = numbers.slice(block * DISPUTE_COLUMNS.length, (block + 1) * DISPUTE_COLUMNS.length);
    const total = outcomes.pop();
    return outcomes.reduce((sum, value) => sum + value, 0) === total;
  }).length;
}

export const ALL_SUMS = DISPUTE_BLOCKS.length;

/** The totals of the three blocks, a blank as 0. */
export function totalsOf(values: readonly Value[]): number[] {
  return DISPUTE_BLOCKS.map(
    (_, block) => cellNumber(values[(block + 1) * DISPUTE_COLUMNS.length - 1]?.plain ?? '') ?? 0,
  );
}
