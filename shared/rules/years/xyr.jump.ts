import type { CellAddress } from '../../domain/addresses.ts';
import { cellLabel, type Text } from '../../domain/labels.ts';
import { earlierYear } from '../../neighbours/example.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';
import { twoNumbers, withEarlier } from './earlier.ts';

/** What is compared: requests, licensing, penalties, fees; only the form of 2021 has the amount of fees. */
const MEASURES: readonly CellAddress[] = [
  'requests.received.total',
  'proactive.licensing.decisions',
  'proactive.penalties.decisions',
  'proactive.fees.amount',
];
/** Smaller numbers jump by themselves. */
const BASE = 20;
const MOST = 5;
const LEAST = 0.2;

const HINTS = {
  unit: { zh: '请核对单位是否为万元。', en: 'Check that the unit is 万元.' },
  other: {
    zh: '请核对数字；如属实，可在报告中说明原因。',
    en: 'Check the number; if it is right, the report may say why.',
  },
};

/** The numbers of the example report. */
const SAME = {
  'requests.received.total': 59,
  'proactive.licensing.decisions': 1284,
  'proactive.penalties.decisions': 312,
  'proactive.fees.amount': 128.5,
} as const;
const yearBefore = (cells: Partial<Record<CellAddress, number>>) => ({
  earlier: earlierYear({ cells: { ...SAME, ...cells } }),
});

/** A number more than five times, or less than a fifth of, that of the year before: worth a look. */
export const rule: Rule = {
  id: 'XYR.JUMP',
  title: { zh: '同比异常', en: 'Jump from the year before' },
  severity: 'notice',
  about: 'cells',
  needs: 'earlier',
  why: { zh: '与上年相差五倍以上，值得核对。', en: "Five times last year's number is worth a look." },
  falseAlarm: { zh: '政策或职能变化；只作提示。', en: 'A new policy or task: a remark only.' },
  basis: null,
  check: (context) =>
    withEarlier(context, (earlier) => {
      const faults: Fault[] = [];
      const reasons: Text[] = [];
      for (const address of MEASURES) {
        if (address === 'proactive.fees.amount' && [context.report.format, earlier.format].includes('2019-60'))
          continue;
        const pair = twoNumbers(context.report, address, earlier, address);
        if ('reason' in pair) reasons.push(pair.reason);
        else if (isJump(pair)) faults.push(fault(address, pair, earlier.year));
      }
      return decided(faults, reasons);
    }),
  examples: () => [
    { title: 'about the same', neighbours: yearBefore({ 'requests.received.total': 50 }), outcome: 'pass' },
    {
      title: 'exactly five times is no jump',
      cells: { 'requests.received.total': 100 },
      neighbours: yearBefore({ 'requests.received.total': 20 }),
      outcome: 'pass',
    },
    {
      title: 'more than five times',
      cells: { 'requests.received.total': 101 },
      neighbours: yearBefore({ 'requests.received.total': 20 }),
      outcome: { fails: [{ cells: ['requests.received.total'], expected: 20, actual: 101 }] },
    },
    {
      title: 'less than a fifth',
      cells: { 'proactive.penalties.decisions': 199 },
      neighbours: yearBefore({ 'proactive.penalties.decisions': 1000 }),
      outcome: { fails: [{ cells: ['proactive.penalties.decisions'] }] },
    },
    {
      title: 'fees in 元 this year and in 万元 the year before',
      cells: { 'proactive.fees.amount': 1285000 },
      neighbours: yearBefore({}),
      outcome: { fails: [{ hint: HINTS.unit }] },
    },
  ],
  cases: () => [
    {
      title: 'small numbers jump by themselves',
      cells: { 'requests.received.total': 190 },
      neighbours: yearBefore({ 'requests.received.total': 19 }),
      outcome: 'pass',
    },
    {
      title: 'exactly a fifth is no jump',
      cells: { 'proactive.penalties.decisions': 200 },
      neighbours: yearBefore({ 'proactive.penalties.decisions': 1000 }),
      outcome: 'pass',
    },
    {
      title: 'the fees of a report on the form of 2019 are not looked for',
      neighbours: { earlier: earlierYear({ format: '2019-60', cells: { ...SAME, 'proactive.fees.amount': 1 } }) },
      outcome: 'pass',
    },
    {
      title: 'a number not read',
      cells: { 'proactive.licensing.decisions': undefined },
      neighbours: yearBefore({}),
      outcome: 'undecided',
    },
    { title: 'without the earlier report it waits', neighbours: { earlier: null }, outcome: 'undecided' },
    {
      title: 'on the form of 2019 the other numbers are compared',
      cells: { 'requests.received.total': 101 },
      neighbours: {
        earlier: earlierYear({
          format: '2019-60',
          cells: { ...SAME, 'requests.received.total': 20, 'proactive.fees.amount': 1000 },
        }),
      },
      outcome: { fails: [{ cells: ['requests.received.total'] }] },
    },
    {
      title: 'the report itself is on the form of 2019: its fees are not looked for',
      report: { format: '2019-60' },
      neighbours: yearBefore({}),
      outcome: 'pass',
    },
  ],
};

function isJump({ now, before }: { now: number; before: number }): boolean {
  return before >= BASE && (now > MOST * before || now < LEAST * before);
}

function fault(address: CellAddress, { now, before }: { now: number; before: number }, year: number): Fault {
  const { zh, en } = cellLabel(address);
  return {
    cells: [address],
    expected: before,
    actual: now,
    message: {
      zh: `“${zh}”本年度为${now}，${year}年度为${before}，相差五倍以上，请核对是否填错。`,
      en: `${en}: ${now} this year, ${before} for ${year}.`,
    },
    hint: address === 'proactive.fees.amount' ? HINTS.unit : HINTS.other,
  };
}
