/** What rules are built from: verdicts, and sums over cells that may be blank or not read. */

import { type CellAddress, parseAddress } from '../domain/addresses.ts';
import { cellLabel, TABLE_LABELS } from '../domain/labels.ts';
import { numberAt, type Report } from '../report/types.ts';
import { quote } from './quote.ts';
import type { Fault, Verdict } from './types.ts';

export function pass(): Verdict {
  return { verdict: 'decided', faults: [], undecided: [] };
}

export function notApplicable(): Verdict {
  return { verdict: 'notApplicable' };
}

/** Nothing can be said, for this reason (Chinese, a whole sentence). */
export function undecided(...reasons: string[]): Verdict {
  return { verdict: 'decided', faults: [], undecided: reasons };
}

/** Failed if there is a fault; passed if there is none and nothing was left undecided. Equal reasons are told once. */
export function decided(faults: Fault[], reasons: readonly string[] = []): Verdict {
  return { verdict: 'decided', faults, undecided: [...new Set(reasons)] };
}

/** The sum, or `null` (undecided) as soon as one cell is blank, holds words or was not read. */
export function sumOf(report: Report, addresses: readonly CellAddress[]): number | null {
  let sum = 0;
  for (const address of addresses) {
    const value = numberAt(report, address);
    if (value === null || value === undefined) return null;
    sum += value;
  }
  return sum;
}

/** Why a sum over these cells is undecided: names the table, or the first cell without a number; there has to be one. */
export function whyUndecided(report: Report, addresses: readonly CellAddress[]): string {
  for (const address of addresses) {
    const value = numberAt(report, address);
    if (typeof value === 'number') continue;
    const { table } = parseAddress(address);
    if (report.tables[table].state !== 'read') return `“${TABLE_LABELS[table].zh}”的报表没有读到数据。`;
    return `${quote(cellLabel(address).zh)}${value === null ? '没有填数字' : '没有读到'}。`;
  }
  throw new RangeError(`Every cell holds a number: ${addresses.join(', ')}`);
}
