/** What rules are built from: verdicts, and sums over cells that may be blank or not read. */

import { type CellAddress, parseAddress } from '../domain/addresses.ts';
import { cellLabel, TABLE_LABELS, type Text } from '../domain/labels.ts';
import { isEvidence, numberAt, type Report, type Sum } from '../report/types.ts';
import { quote } from './quote.ts';
import type { Fault, Verdict } from './types.ts';

export function pass(): Verdict {
  return { verdict: 'decided', faults: [], undecided: [] };
}

export function notApplicable(): Verdict {
  return { verdict: 'notApplicable' };
}

/** Nothing can be said, for this reason (a whole sentence). */
export function undecided(reason: Text): Verdict {
  return { verdict: 'decided', faults: [], undecided: [reason] };
}

/** Failed if there is a fault; passed if there is none and nothing was left undecided. Equal reasons are told once. */
export function decided(faults: Fault[], reasons: readonly Text[] = []): Verdict {
  return { verdict: 'decided', faults, undecided: [...new Map(reasons.map((reason) => [reason.zh, reason])).values()] };
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
export function whyUndecided(report: Report, addresses: readonly CellAddress[], proving?: Sum): Text {
  for (const address of addresses) {
    const value = numberAt(report, address);
    const { zh, en } = cellLabel(address);
    if (typeof value === 'number') {
      if (!proving || isEvidence(report, address, proving)) continue;
      return {
        zh: `${quote(zh)}是依据勾稽关系读出的，不能再用来核对这一关系。`,
        en: `"${en}" was itself read with the help of this sum, and cannot prove it.`,
      };
    }
    const { table } = parseAddress(address);
    if (report.tables[table].state !== 'read') {
      const label = TABLE_LABELS[table];
      return { zh: `“${label.zh}”的报表没有读到数据。`, en: `No numbers of "${label.en}" were read.` };
    }
    if (value === undefined) return { zh: `${quote(zh)}没有读到。`, en: `"${en}" was not read.` };
    const raw = report.cells.get(address)?.raw.trim();
    return raw
      ? { zh: `${quote(zh)}填的“${raw}”不是数字。`, en: `"${en}" holds "${raw}", which is no number.` }
      : { zh: `${quote(zh)}没有填数字。`, en: `"${en}" holds no number.` };
  }
  throw new RangeError(`Every cell holds a number: ${addresses.join(', ')}`);
}
