/** Rates over the reports of one group, from its sums. */
import type { Text } from '../../shared/domain/labels.ts';
import { RATES } from '../../shared/domain/rates.ts';
import { type Group, partsOf } from '../store/statistics/groups.ts';
import { MILLION, noSums, type Totals } from '../store/statistics/totals.ts';

interface RateOf extends ReturnType<typeof partsOf> {
  id: string;
  title: Text;
  numerator: number;
  denominator: number;
  /** `null` where the denominator is 0. */
  rate: number | null;
  /** How many reports have every cell of it. */
  reports: number;
}

/** Those that at least one report has. */
export function ratesOf(group: Group, { groups }: Totals): RateOf[] {
  const { rates } = groups[group] ?? noSums();
  return RATES.flatMap(({ id, title }) => {
    const [numerator, denominator, reports] = rates[id] ?? [0, 0, 0];
    if (reports === 0) return [];
    const sides = { numerator: numerator / MILLION, denominator: denominator / MILLION };
    const rate = denominator === 0 ? null : numerator / denominator;
    return [{ ...partsOf(group), id, title, ...sides, rate, reports }];
  });
}
