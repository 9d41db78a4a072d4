import type { Rule } from '../types.ts';
import { decided, notApplicable } from '../verdict.ts';

/** An agency that came to be within the year has no whole year to report on. */
const FOUNDED = /成立|组建|挂牌|设立|划转|机构改革/;

export const rule: Rule = {
  id: 'META.PERIOD',
  title: { zh: '统计期限错误', en: 'The period is not the calendar year' },
  severity: 'error',
  about: 'words',
  why: { zh: '统计期限应为整个自然年度。', en: 'The period is the calendar year.' },
  falseAlarm: { zh: '当年新设的机关。', en: 'Agencies that came to be within the year.' },
  basis: null,
  check({ report }) {
    const { period } = report;
    if (period === null) return notApplicable();
    // Another whole year than that of the title is META.YEAR's.
    const year = period.to.slice(0, 4);
    const whole = { from: `${year}-01-01`, to: `${year}-12-31` };
    const line = report.prose.find(({ place }) => place.line === period.place.line);
    const text = line?.text ?? `${period.from}—${period.to}`;
    const isFounded = period.from > whole.from && report.prose.some(({ plain }) => FOUNDED.test(plain));
    const isRight = period.to === whole.to && (period.from === whole.from || isFounded);
    if (isRight) return decided([]);
    return decided([
      {
        message: {
          zh: `统计期限写作${period.from}至${period.to}，应为${whole.from}至${whole.to}，请改正。`,
          en: `The period is ${period.from} to ${period.to}, not ${whole.from} to ${whole.to}: correct it.`,
        },
        expected: `${whole.from}/${whole.to}`,
        actual: `${period.from}/${period.to}`,
        evidence: [{ place: period.place, text }],
      },
    ]);
  },
  examples: () => [
    { title: 'the calendar year', outcome: 'pass' },
    {
      title: 'ends before the year does',
      report: { period: { from: '2023-01-01', to: '2023-11-30', place: { line: 101 } } },
      text: { preamble: ['统计期限为2023年1月1日至11月30日。'] },
      outcome: {
        fails: [
          {
            expected: '2023-01-01/2023-12-31',
            actual: '2023-01-01/2023-11-30',
            evidence: [{ place: { line: 101 }, text: '统计期限为2023年1月1日至11月30日。' }],
          },
        ],
      },
    },
    {
      title: 'starts within the year for no reason given',
      report: { period: { from: '2023-06-01', to: '2023-12-31', place: { line: 101 } } },
      outcome: { fails: [{ actual: '2023-06-01/2023-12-31' }] },
    },
    {
      title: 'starts in the year before',
      report: { period: { from: '2022-01-01', to: '2023-12-31', place: { line: 101 } } },
      outcome: { fails: [{ expected: '2023-01-01/2023-12-31' }] },
    },
    {
      title: 'a body founded in the year',
      report: { period: { from: '2023-06-01', to: '2023-12-31', place: { line: 101 } } },
      text: { overview: ['本机关于2023年6月挂牌成立。'] },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: 'ends before it starts',
      report: { period: { from: '2023-12-31', to: '2023-01-01', place: { line: 101 } } },
      outcome: { fails: [{ actual: '2023-12-31/2023-01-01' }] },
    },
    { title: 'no period is printed (STR.PREAMBLE says so)', report: { period: null }, outcome: 'notApplicable' },
    {
      title: 'starts in the year before, though a body was founded',
      report: { period: { from: '2022-06-01', to: '2023-12-31', place: { line: 999 } } },
      text: { overview: ['本机关于2022年6月挂牌成立。'] },
      outcome: {
        fails: [
          {
            actual: '2022-06-01/2023-12-31',
            evidence: [{ place: { line: 999 }, text: '2022-06-01—2023-12-31' }],
          },
        ],
      },
    },
  ],
};
