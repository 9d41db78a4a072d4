import { earlierYear } from '../../neighbours/example.ts';
import { numberAt } from '../../report/types.ts';
import { FORM_2021_TABLE_2 } from '../basis.ts';
import type { Context, Example, Fault, Rule } from '../types.ts';
import { decided, pass, undecided, whyUndecided } from '../verdict.ts';

const FEE = 'proactive.fees.amount';
const YUAN_IN_WAN = 10_000;
/** More 万元 than this is much for a town or a department. */
const MUCH = 10_000;
/** A year's fees that are so many times last year's are those of last year in 元. */
const NEAR_WAN: readonly [number, number] = [YUAN_IN_WAN / 2, YUAN_IN_WAN * 2];
/** So many times the amount of last year, or so small a part of it, is of the same order. */
const MOST_GROWTH = 20;
const SPELLED_IN_YUAN = /行政事业性收费[^\d。;]{0,12}([\d,.]+)\s*元/;

export const rule: Rule = {
  id: 'T2.FEE-UNIT',
  title: { zh: '收费金额疑似以元填报', en: 'Fees printed in yuan instead of 10,000 yuan' },
  severity: 'warning',
  about: 'cells',
  why: {
    zh: '表头单位是万元，以元填报会放大一万倍。',
    en: 'The unit is 10,000 yuan; yuan make it 10,000 times too large.',
  },
  falseAlarm: {
    zh: '收费数额确实很大的机关；有上年报告时先与上年比较。',
    en: "Agencies with large fees; last year's report is looked at first.",
  },
  basis: FORM_2021_TABLE_2,
  check(context) {
    const { report, neighbours } = context;
    if (report.format !== '2021-30') return pass();
    const fee = numberAt(report, FEE);
    if (typeof fee !== 'number') return undecided(whyUndecided(report, [FEE]));
    if (fee <= 0) return pass();
    const reason = suspicion(context, fee);
    if (reason) return decided([toFault(fee, reason)]);
    return neighbours.earlier === undefined
      ? undecided({
          zh: '需要本机关上一年度的报告，才能比较收费金额。',
          en: "The fees are compared with last year's report, which is not there.",
        })
      : pass();
  },
  examples: () => [
    { title: 'no fees', cells: { [FEE]: 0 }, outcome: 'pass' },
    {
      title: 'much, and no more than last year',
      cells: { [FEE]: 16_220 },
      neighbours: { earlier: earlierYear({ cells: { [FEE]: 15_980 } }) },
      outcome: 'pass',
    },
    {
      title: 'ten thousand times the amount of last year',
      report: { level: 'government' },
      cells: { [FEE]: 1_285_000 },
      neighbours: { earlier: earlierYear({ cells: { [FEE]: 120 } }) },
      outcome: { fails: [{ code: 'YEAR-BEFORE', actual: 1_285_000, expected: 128.5 }] },
    },
    {
      title: 'more than a department takes in',
      cells: { [FEE]: 251_000 },
      outcome: { fails: [{ code: 'MUCH', actual: 251_000, expected: 25.1, cells: [FEE] }] },
    },
    {
      title: 'more than a town takes in',
      report: { level: 'town' },
      cells: { [FEE]: 10_001 },
      outcome: { fails: [{ code: 'MUCH' }] },
    },
  ],
  cases: () => [
    {
      title: 'much, with decimals',
      cells: { [FEE]: 18_651.064104 },
      neighbours: { earlier: null },
      outcome: 'pass',
    },
    { title: 'a plausible amount, without the year before', outcome: 'undecided' },
    { title: 'a plausible amount, first report of the body', neighbours: { earlier: null }, outcome: 'pass' },
    {
      title: 'twenty times the amount of last year',
      neighbours: { earlier: earlierYear({ cells: { [FEE]: 6 } }) },
      outcome: 'pass',
    },
    {
      title: 'last year nothing',
      neighbours: { earlier: earlierYear({ cells: { [FEE]: 0 } }) },
      outcome: 'pass',
    },
    {
      title: 'just what a department may take in',
      cells: { [FEE]: 10_000 },
      neighbours: { earlier: null },
      outcome: 'pass',
    },
    {
      title: '316441万元 of a large city are real',
      report: { level: 'government' },
      cells: { [FEE]: 316_441 },
      neighbours: { earlier: null },
      outcome: 'pass',
    },
    {
      title: 'a round multiple of ten thousand that the text spells in 元',
      report: { level: 'government' },
      cells: { [FEE]: 50_000 },
      text: { proactive: ['全年行政事业性收费共计50000元。'] },
      outcome: { fails: [{ code: 'TEXT', actual: 50_000, expected: 5 }] },
    },
    {
      title: 'a round multiple of ten thousand that the text spells in 万元',
      report: { level: 'government' },
      cells: { [FEE]: 50_000 },
      text: { proactive: ['全年行政事业性收费共计50000万元。'] },
      neighbours: { earlier: null },
      outcome: 'pass',
    },
    {
      title: 'a round multiple of ten thousand beside another amount in 元',
      report: { level: 'government' },
      cells: { [FEE]: 50_000 },
      text: { proactive: ['其中行政事业性收费退费200元。'] },
      neighbours: { earlier: null },
      outcome: 'pass',
    },
    { title: 'a blank', cells: { [FEE]: null }, outcome: 'undecided' },
    { title: 'the form of 2019 counts items of fees', report: { format: '2019-60' }, outcome: 'pass' },
    ...[
      { title: 'half of ten thousand times as much', fee: 500_000, suspect: true },
      { title: 'less than half of ten thousand times as much', fee: 499_999, suspect: false },
      { title: 'twice ten thousand times as much', fee: 2_000_000, suspect: true },
      { title: 'more than twice ten thousand times as much', fee: 2_000_001, suspect: false },
    ].map(
      ({ title, fee, suspect }): Example => ({
        title,
        report: { level: 'government' },
        cells: { [FEE]: fee },
        neighbours: { earlier: earlierYear({ cells: { [FEE]: 100 } }) },
        outcome: suspect ? { fails: [{ code: 'YEAR-BEFORE' }] } : 'pass',
      }),
    ),
    { title: 'the least amount, without the year before', cells: { [FEE]: 1 }, outcome: 'undecided' },
    {
      title: 'a new fee of a government, nothing before',
      report: { level: 'government' },
      cells: { [FEE]: 12_000 },
      neighbours: { earlier: null },
      outcome: 'pass',
    },
    {
      title: 'an amount that the text spells in 元, but no multiple of ten thousand',
      cells: { [FEE]: 829 },
      text: { proactive: ['全年行政事业性收费共计829元。'] },
      neighbours: { earlier: null },
      outcome: 'pass',
    },
  ],
};

type Suspicion = { code: string; zh: string; en: string };

function suspicion({ report, neighbours }: Context, fee: number): Suspicion | null {
  const before = neighbours.earlier?.cells[FEE] ?? 0;
  const [least, most] = NEAR_WAN;
  if (fee >= before * least && fee <= before * most) {
    return {
      code: 'YEAR-BEFORE',
      zh: `约为上年（${before}万元）的一万倍`,
      en: `about 10,000 times last year's ${before}`,
    };
  }
  // Last year's amount of the same order, or decimals, say that the unit is right.
  const isLikeBefore = before > 0 && fee < before * MOST_GROWTH && fee > before / MOST_GROWTH;
  const small = report.level === 'town' || report.level === 'department';
  if (small && fee > MUCH && !isLikeBefore && Number.isInteger(fee)) {
    return { code: 'MUCH', zh: '超过一亿元，对本级机关偏大', en: 'more than 100 million yuan, much for such a body' };
  }
  if (fee % YUAN_IN_WAN === 0 && report.prose.some(({ plain }) => yuanIn(plain) === fee)) {
    return { code: 'TEXT', zh: '正文以“元”为单位写收费金额', en: 'while the text spells it in yuan' };
  }
  return null;
}

function yuanIn(plain: string): number {
  return Number(SPELLED_IN_YUAN.exec(plain)?.[1]?.replaceAll(',', ''));
}

function toFault(fee: number, { code, zh, en }: Suspicion): Fault {
  return {
    code,
    message: {
      zh: `行政事业性收费填了${fee}万元，${zh}，疑似以元填报。`,
      en: `Fees are ${fee} (10,000 yuan), ${en}: they seem to be printed in yuan.`,
    },
    hint: {
      zh: `表头单位是万元；如果实际为${fee}元，应填${inWan(fee)}。若确为${fee}万元请忽略。`,
      en: `The unit is 10,000 yuan; if ${fee} yuan are meant, print ${inWan(fee)}. If the unit is right, ignore this.`,
    },
    cells: [FEE],
    expected: inWan(fee),
    actual: fee,
  };
}

/** Six decimals at most, as the form is filled in. */
function inWan(yuan: number): number {
  return Number((yuan / YUAN_IN_WAN).toFixed(6));
}
