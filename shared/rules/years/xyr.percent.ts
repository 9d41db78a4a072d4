import { comparisonsIn, type YearComparison } from '../../claims/comparisons.ts';
import { earlierYear } from '../../neighbours/example.ts';
import type { Neighbour } from '../../neighbours/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, notApplicable, undecided } from '../verdict.ts';
import { whyIncomparable, withEarlier } from './earlier.ts';

const BEFORE = { 'requests.received.total': 40, 'requests.carriedIn.total': 0 };

export const rule: Rule = {
  id: 'XYR.PERCENT',
  title: { zh: '同比增减与上年度报告不符', en: 'A change from last year that the two reports do not give' },
  severity: 'notice',
  about: 'words',
  needs: 'earlier',
  why: { zh: '同比增减可由两年的报告算出，算不出的必有一处错。', en: 'A change follows from the two reports.' },
  falseAlarm: {
    zh: '正文与上年的另一口径比较；只作提示。',
    en: 'The text compares with something else: a remark only.',
  },
  basis: null,
  check(context) {
    const comparisons = comparisonsIn(context.report, context.claims);
    if (comparisons.length === 0) return notApplicable();
    return withEarlier(context, (earlier) => {
      const reason = whyIncomparable(context.report, earlier);
      if (reason !== null) return undecided(reason);
      return decided(comparisons.flatMap((one) => wrong(one, earlier)));
    });
  },
  examples: () => [
    { title: 'no comparison', outcome: 'notApplicable' },
    {
      title: '40 last year, 59 now: 47.5 %',
      text: { overview: ['2023年，收到政府信息公开申请59件，同比增长47.5%。'] },
      neighbours: { earlier: earlierYear({ cells: BEFORE }) },
      outcome: 'pass',
    },
    {
      title: 'another percentage',
      text: { overview: ['2023年，收到政府信息公开申请59件，同比增长40%。'] },
      neighbours: { earlier: earlierYear({ cells: BEFORE }) },
      outcome: {
        fails: [
          {
            message: {
              zh: '正文称“59件，同比增长40%”，2022年度报告为40件，应为增长48%，请核对。',
              en: 'The text says "59件，同比增长40%"; the report for 2022 has 40: it should be up 48%. Please check.',
            },
            expected: 48,
            actual: 40,
          },
        ],
      },
    },
    {
      title: 'more or fewer by a number',
      text: { overview: ['2023年，收到政府信息公开申请59件，比上年减少3件。'] },
      neighbours: { earlier: earlierYear({ cells: BEFORE }) },
      outcome: { fails: [{ expected: 19, actual: -3 }] },
    },
  ],
  cases: () => [
    {
      title: 'about so many per cent',
      text: { overview: ['2023年，收到政府信息公开申请59件，同比增长约40%。'] },
      neighbours: { earlier: earlierYear({ cells: BEFORE }) },
      outcome: 'notApplicable',
    },
    {
      title: 'less than last year',
      text: { overview: ['2023年，收到政府信息公开申请59件，同比增长5%。'] },
      neighbours: { earlier: earlierYear({ cells: { ...BEFORE, 'requests.received.total': 80 } }) },
      outcome: {
        fails: [
          {
            message: {
              zh: '正文称“59件，同比增长5%”，2022年度报告为80件，应为减少26%，请核对。',
              en: 'The text says "59件，同比增长5%"; the report for 2022 has 80: it should be down 26%. Please check.',
            },
          },
        ],
      },
    },
    {
      title: 'as many as last year',
      text: { overview: ['2023年，收到政府信息公开申请59件，同比增长5件。'] },
      neighbours: { earlier: earlierYear({ cells: { ...BEFORE, 'requests.received.total': 59 } }) },
      outcome: {
        fails: [
          {
            message: {
              zh: '正文称“59件，同比增长5件”，2022年度报告为59件，应为增长0件，请核对。',
              en: 'The text says "59件，同比增长5件"; the report for 2022 has 59: it should be up 0件. Please check.',
            },
          },
        ],
      },
    },
    {
      title: 'a half is rounded up or down',
      text: {
        overview: ['2023年，收到政府信息公开申请59件，同比增长47%。', '收到政府信息公开申请59件，同比增长48%。'],
      },
      neighbours: { earlier: earlierYear({ cells: BEFORE }) },
      outcome: 'pass',
    },
    {
      title: 'a decimal is compared as one',
      text: { overview: ['2023年，收到政府信息公开申请59件，同比增长47.6%。'] },
      neighbours: { earlier: earlierYear({ cells: BEFORE }) },
      outcome: { fails: [{ expected: 47.5 }] },
    },
    {
      title: 'those received, or with those carried in',
      text: { overview: ['2023年，收到政府信息公开申请59件，同比增长47.5%。'] },
      neighbours: { earlier: earlierYear({ cells: { ...BEFORE, 'requests.carriedIn.total': 9 } }) },
      outcome: 'pass',
    },
    {
      title: 'one of the two was not read',
      text: { overview: ['2023年，收到政府信息公开申请59件，同比增长40%。'] },
      neighbours: { earlier: earlierYear({ cells: { 'requests.received.total': 40 } }) },
      outcome: 'pass',
    },
    {
      title: 'nothing last year: no percentage can be told',
      text: { overview: ['2023年，收到政府信息公开申请59件，同比增长100%。'] },
      neighbours: { earlier: earlierYear({ cells: { ...BEFORE, 'requests.received.total': 0 } }) },
      outcome: 'pass',
    },
    {
      title: 'last year was not read',
      text: { overview: ['2023年，收到政府信息公开申请59件，同比增长100%。'] },
      neighbours: { earlier: earlierYear({}) },
      outcome: 'pass',
    },
    {
      title: 'without the report of last year it waits',
      text: { overview: ['2023年，收到政府信息公开申请59件，同比增长40%。'] },
      neighbours: { earlier: null },
      outcome: 'undecided',
    },
  ],
};

/** A fault where last year's number is known and nothing that the claim may mean gives the change. */
function wrong(comparison: YearComparison, earlier: Neighbour): Fault[] {
  const { claim, change, isPercent, decimals, words } = comparison;
  const befores = claim.satisfiedBy.map((cells) => cells.map((cell) => earlier.cells[cell] ?? null));
  if (befores.some((cells) => cells.includes(null))) return [];
  const numbers = befores.map((cells) => cells.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  const changes = numbers.map((before) => (isPercent ? (100 * (claim.value - before)) / before : claim.value - before));
  if (changes.some((one) => !Number.isFinite(one) || Math.abs(one - change) <= HALF * 10 ** -decimals + ROUNDING))
    return [];
  const [before = 0, right = 0] = [numbers[0], changes[0]];
  const expected = Number(right.toFixed(decimals));
  const amount = `${Math.abs(expected)}${isPercent ? '%' : claim.unit}`;
  return [
    {
      message: {
        zh: `正文称“${words}”，${earlier.year}年度报告为${before}${claim.unit}，应为${expected < 0 ? '减少' : '增长'}${amount}，请核对。`,
        en: `The text says "${words}"; the report for ${earlier.year} has ${before}: it should be ${expected < 0 ? 'down' : 'up'} ${amount}. Please check.`,
      },
      cells: claim.satisfiedBy[0] ?? [],
      expected,
      actual: change,
      evidence: [{ place: claim.place, text: claim.sentence }],
    },
  ];
}
/** Texts round to the last digit that they print. */
const HALF = 0.5;
const ROUNDING = 1e-9;
