import type { CellAddress } from '../../domain/addresses.ts';
import { cellLabel } from '../../domain/labels.ts';
import { quote } from '../quote.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';

const AMOUNTS: readonly CellAddress[] = ['proactive.fees.amount', 'proactive.procurement.amount'];

export const rule: Rule = {
  id: 'TBL.RANGE',
  title: { zh: '负数或小数件数', en: 'Negative or fractional counts' },
  severity: 'error',
  about: 'cells',
  why: { zh: '件数不会是负数或小数。', en: 'Counts are neither negative nor fractions.' },
  falseAlarm: {
    zh: '2019年版“本年增/减”可以为负，不在此列。',
    en: 'Changes in the form of 2019 may be negative and are left out.',
  },
  basis: null,
  check({ report }) {
    const faults: Fault[] = [];
    for (const [address, { value }] of report.cells) {
      if (value === null) continue;
      const mayBeNegative = address.endsWith('.change');
      if (value < 0 && !mayBeNegative) faults.push(toFault(address, value, { zh: '是负数', en: 'is negative' }));
      else if (!Number.isInteger(value) && !AMOUNTS.includes(address)) {
        faults.push(toFault(address, value, { zh: '不是整数', en: 'is no whole number' }));
      }
    }
    return decided(faults);
  },
  examples: () => [
    { title: 'whole numbers, and an amount with decimals', outcome: 'pass' },
    {
      title: 'a negative count',
      cells: { 'requests.granted.total': -1 },
      outcome: { fails: [{ cells: ['requests.granted.total'], actual: -1 }] },
    },
    {
      title: 'a fractional count',
      cells: { 'proactive.penalties.decisions': 31.2 },
      outcome: { fails: [{ cells: ['proactive.penalties.decisions'], actual: 31.2 }] },
    },
    {
      title: 'a negative amount',
      cells: { 'proactive.fees.amount': -5 },
      outcome: { fails: [{ cells: ['proactive.fees.amount'], actual: -5 }] },
    },
    {
      title: '本年增/减 of 2019 may be negative, and procurement has decimals',
      report: { format: '2019-60' },
      cells: { 'proactive.licensing.change': -18, 'proactive.procurement.amount': 25.1 },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: '本年增/减 is still a whole number',
      report: { format: '2019-60' },
      cells: { 'proactive.licensing.change': -1.5 },
      outcome: { fails: [{ actual: -1.5 }] },
    },
    { title: 'a blank has no range', cells: { 'requests.granted.total': null }, outcome: 'pass' },
  ],
};

function toFault(address: CellAddress, value: number, what: { zh: string; en: string }): Fault {
  const label = cellLabel(address);
  return {
    message: {
      zh: `${quote(label.zh)}填的是${value}，${what.zh}；件数应为0或正整数。`,
      en: `"${label.en}" is ${value}, which ${what.en}.`,
    },
    cells: [address],
    actual: value,
  };
}
