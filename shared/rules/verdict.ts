/** What rules are built from: verdicts, and sums over cells that may be blank or not read. */

import type { CellAddress } from '../domain/addresses.ts';
import { cellLabel } from '../domain/labels.ts';
import { numberAt, type Report } from '../report/types.ts';
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

/** Failed if there is a fault; passed if there is none and nothing was left undecided. */
export function decided(faults: Fault[], reasons: string[] = []): Verdict {
  return { verdict: 'decided', faults, undecided: reasons };
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

/** Why a sum over these cells is undecided: names the first cell without a number. `null` if all have one. */
export function whyUndecided(report: Report, addresses: readonly CellAddress[]): string | null {
  for (const address of addresses) {
    const value = numberAt(report, address);
    if (value === undefined) return `“${cellLabel(address).zh}”没有读到。`;
    if (value === null) return `“${cellLabel(address).zh}”没有填数字。`;
  }
  return null;
}
