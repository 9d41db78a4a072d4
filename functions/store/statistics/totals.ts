/** Sums over reports: what one report adds, and how sums of sums are made. Pure. */

import { gunzipSync, gzipSync } from 'node:zlib';
import type { CellAddress } from '../../../shared/domain/addresses.ts';
import { RATES, sidesOf } from '../../../shared/domain/rates.ts';
import type { Status } from '../../../shared/domain/status.ts';

export type CellValues = Readonly<Partial<Record<CellAddress, number | null>>>;

export interface Totals {
  /** Reports by status; a report whose errors are all dismissed has passed. */
  statuses: Record<Status, number>;
  /** Cell → sum in millionths, so that amounts with decimals add up exactly in any order, and reports it rests on. */
  cells: Partial<Record<CellAddress, [millionths: number, reports: number]>>;
  /** Rate → both sides in millionths, over the reports that have every cell of it. */
  rates: Record<string, [numerator: number, denominator: number, reports: number]>;
}

export const MILLION = 1_000_000;
/** Above this a "number" is damage, and one such would spoil the exactness of every sum it enters. */
const LARGEST = 1e9;

export const noTotals = (): Totals => ({
  statuses: { passed: 0, failed: 0, incomplete: 0, unreadable: 0 },
  cells: {},
  rates: {},
});

/** What one report adds to every sum that it belongs to. Numbers of 10⁹ and above take no part. */
export function totalsOf(status: Status, cells: CellValues): Totals {
  const totals = noTotals();
  totals.statuses[status] = 1;
  const numberAt = (address: CellAddress) => {
    const value = cells[address];
    return typeof value === 'number' && Math.abs(value) < LARGEST ? Math.round(value * MILLION) : null;
  };
  for (const address of Object.keys(cells) as CellAddress[]) {
    const value = numberAt(address);
    if (value !== null) totals.cells[address] = [value, 1];
  }
  for (const rate of RATES) {
    const sides = sidesOf(rate, numberAt);
    if (sides) totals.rates[rate.id] = [sides.numerator, sides.denominator, 1];
  }
  return totals;
}

/** The sum of totals; the order makes no difference, since everything is an integer. */
export function addTotals(all: readonly Totals[]): Totals {
  const sum = noTotals();
  for (const totals of all) {
    for (const status of Object.keys(sum.statuses) as Status[]) sum.statuses[status] += totals.statuses[status];
    addEach(sum.cells, totals.cells);
    addEach(sum.rates, totals.rates);
  }
  return sum;
}

function addEach(sum: Record<string, number[]>, more: Readonly<Record<string, number[]>>): void {
  for (const [key, values] of Object.entries(more)) {
    const before = sum[key];
    sum[key] = before ? before.map((value, i) => value + (values[i] ?? 0)) : values;
  }
}

export const packJson = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value));
export const unpackJson = <T>(packed: Uint8Array): T => JSON.parse(gunzipSync(packed).toString('utf8')) as T;
