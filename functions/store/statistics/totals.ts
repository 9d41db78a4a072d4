/** Sums over reports: what one report adds, and how sums of sums are made. Pure. */
import type { CellAddress } from '../../../shared/domain/addresses.ts';
import { RATES, sidesOf } from '../../../shared/domain/rates.ts';
import { STATUSES, type Status } from '../../../shared/domain/status.ts';
import { GROUPS, type Group, isGroup } from './groups.ts';

export type CellValues = Readonly<Partial<Record<CellAddress, number | null>>>;

/** What may be added up: reports of agencies of which none contains another. */
export interface StatisticsSums {
  /** Reports by status; a report whose errors are all dismissed has passed. */
  statuses: Record<Status, number>;
  /** Reports left out, because a newer upload of the same agency and year counts. */
  copies: Record<Status, number>;
  /** Cell → sum in millionths, so that amounts with decimals add up exactly in any order, and reports it rests on. */
  cells: Partial<Record<CellAddress, [millionths: number, reports: number]>>;
  /** Rate → both sides in millionths, over the reports that have every cell of it. */
  rates: Record<string, [numerator: number, denominator: number, reports: number]>;
  /** Rule → reports with a finding of it that stands. Missing where an earlier release summed up some of it. */
  rules?: Record<string, number>;
}

/** What stands at a node of the tree: each agency and year once, and groups never added to each other. */
export interface Totals {
  groups: Partial<Record<Group, StatisticsSums>>;
}

export const MILLION = 1_000_000;
/** Above this a "number" is damage, and one such would spoil the exactness of every sum it enters. */
const LARGEST = 1e9;

const noStatuses = (): Record<Status, number> => ({ passed: 0, failed: 0, incomplete: 0, unreadable: 0 });
export const noTotals = (): Totals => ({ groups: {} });
export const noSums = (): StatisticsSums => ({
  statuses: noStatuses(),
  copies: noStatuses(),
  cells: {},
  rates: {},
  rules: {},
});

/**
 * What one report adds to every sum that it belongs to. Numbers of 10⁹ and above take no part.
 * @param rules of its findings that stand, each once
 */
export function sumsOf(status: Status, cells: CellValues, rules: readonly string[] = []): StatisticsSums {
  const sums = noSums();
  sums.statuses[status] = 1;
  sums.rules = Object.fromEntries(rules.map((rule) => [rule, 1]));
  const numberAt = (address: CellAddress) => {
    const value = cells[address];
    return typeof value === 'number' && Math.abs(value) < LARGEST ? Math.round(value * MILLION) : null;
  };
  for (const address of Object.keys(cells) as CellAddress[]) {
    const value = numberAt(address);
    if (value !== null) sums.cells[address] = [value, 1];
  }
  for (const rate of RATES) {
    const sides = sidesOf(rate, numberAt);
    if (sides) sums.rates[rate.id] = [sides.numerator, sides.denominator, 1];
  }
  return sums;
}

/** The totals over several nodes; the order makes no difference, since everything is an integer. */
export function addTotals(all: readonly Totals[]): Totals {
  const total = noTotals();
  for (const { groups } of all) {
    for (const [group, sums] of Object.entries(groups)) {
      if (isGroup(group)) total.groups[group] = addSums([total.groups[group] ?? noSums(), sums]);
    }
  }
  return total;
}

/** Reports by status, each agency and year once: these may be counted together whatever the agencies contain. */
export const statusesOf = (totals: Totals, chosen?: readonly Group[]) => counted(totals, 'statuses', chosen);
/** Reports with a finding of each rule, each agency and year once; `null` where an earlier release summed up some of it. */
export function rulesOf({ groups }: Totals, chosen: readonly Group[] = GROUPS): Record<string, number> | null {
  const { rules } = addSums(chosen.flatMap((group) => groups[group] ?? []));
  return rules ?? null;
}

/** Reports left out, by status. */
export const copiesOf = (totals: Totals, chosen?: readonly Group[]) => counted(totals, 'copies', chosen);

function counted(
  { groups }: Totals,
  what: 'statuses' | 'copies',
  chosen: readonly Group[] = GROUPS,
): Record<Status, number> {
  const sum = noStatuses();
  for (const group of chosen) addCounts(sum, groups[group]?.[what] ?? noStatuses());
  return sum;
}

export const countOf = (statuses: Readonly<Record<Status, number>>): number =>
  Object.values(statuses).reduce((sum, count) => sum + count, 0);

function addSums(all: readonly StatisticsSums[]): StatisticsSums {
  const sum = noSums();
  for (const { statuses, copies, cells, rates, rules } of all) {
    addCounts(sum.statuses, statuses);
    addCounts(sum.copies, copies);
    addEach(sum.cells, cells);
    addEach(sum.rates, rates);
    if (rules === undefined) delete sum.rules;
    else if (sum.rules)
      for (const [rule, count] of Object.entries(rules)) sum.rules[rule] = (sum.rules[rule] ?? 0) + count;
  }
  return sum;
}

export function addCounts(sum: Record<Status, number>, more: Readonly<Record<Status, number>>): void {
  for (const status of STATUSES) sum[status] += more[status];
}

function addEach(sum: Record<string, number[]>, more: Readonly<Record<string, number[]>>): void {
  for (const [key, values] of Object.entries(more)) {
    const before = sum[key];
    sum[key] = before ? before.map((value, i) => value + (values[i] ?? 0)) : values;
  }
}
