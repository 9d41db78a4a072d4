/** What rules are built from: verdicts, and sums over cells that may be blank or not read. */

import { type CellAddress, parseAddress } from '../domain/addresses.ts';
import { cellLabel, TABLE_LABELS } from '../domain/labels.ts';
import { isEvidence, numberAt, type Report, type Sum } from '../report/types.ts';
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

/**
 * The sum, or `null` (undecided) as soon as one cell is blank, holds words or was not read; with `proving`, also where a
 * cell was itself read with the help of such a sum, which then holds whatever is printed.
 */
export function addCells(report: Report, addresses: readonly CellAddress[], proving?: Sum): number | null {
  let sum = 0;
  for (const address of addresses) {
    const value = numberAt(report, address);
    if (value === null || value === undefined) return null;
    if (proving && !isEvidence(report, address, proving)) return null;
    sum += value;
  }
  return sum;
}

/**
 * Why a sum over these cells is undecided: names the table, or the first cell that has no number or proves nothing; there
 * has to be one.
 */
export function whyUndecided(report: Report, addresses: readonly CellAddress[], proving?: Sum): string {
  for (const address of addresses) {
    const value = numberAt(report, address);
    if (typeof value === 'number') {
      if (!proving || isEvidence(report, address, proving)) continue;
      return `${quote(cellLabel(address).zh)}是依据勾稽关系读出的，不能再用来核对这一关系。`;
    }
    const { table } = parseAddress(address);
    if (report.tables[table].state !== 'read') return `“${TABLE_LABELS[table].zh}”的报表没有读到数据。`;
    return `${quote(cellLabel(address).zh)}${value === null ? '没有填数字' : '没有读到'}。`;
  }
  throw new RangeError(`Every cell holds a number: ${addresses.join(', ')}`);
}
