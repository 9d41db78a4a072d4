import { proseOf } from '../../report/types.ts';
import { FEE_REGULATION } from '../basis.ts';
import { exampleHeadings, placeOfPart } from '../example-data.ts';
import type { Example, Rule } from '../types.ts';
import { decided, notApplicable, pass } from '../verdict.ts';
import { headingOf } from './parts.ts';

/** 信息处理费 and all other words in which part six speaks of fees: 公开费用, 收费, 未收取任何费用. */
const FEE = /处理费|费用|收费|免费|收取[^。;]{0,12}费|缴费/;
/** How many notices, their sum, what was received. */
const DETAILS: readonly RegExp[] = [
  /通知(?:书)?[^。;]{0,12}?\d+\s*(?:件|份|次)|\d+\s*(?:件|份|次)[^。;,]{0,10}通知/,
  /总?金额[^。;]{0,8}?\d/,
  /(?:实际收取|实收|已收取|收到)[^。;]{0,10}?\d/,
];
/** 国办函〔2020〕109号 counts from 2021. */
const FIRST_YEAR = 2021;

export const rule: Rule = {
  id: 'STR.SEC6-FEE',
  title: { zh: '第六部分未报告信息处理费', en: 'Part six does not report on processing fees' },
  severity: 'warning',
  about: 'words',
  why: {
    zh: '国办函〔2020〕109号要求逐年报告信息处理费收取情况，未收取也要写明。',
    en: 'Processing fees have to be reported every year, also where none were charged.',
  },
  falseAlarm: { zh: '在其他部分已写明。', en: 'Told in another part.' },
  basis: FEE_REGULATION,
  hiddenCodes: ['DETAIL'],
  check({ report }) {
    if (report.year !== null && report.year < FIRST_YEAR) return notApplicable();
    if (!report.headings.some(({ part }) => part === 'other')) return notApplicable();
    const lines = [...proseOf(report, 'other'), ...proseOf(report, 'tail')].filter(({ plain }) => FEE.test(plain));
    if (lines.length === 0) {
      return decided([
        {
          message: {
            zh: '第六部分没有报告信息处理费的收取情况。',
            en: 'Part six does not say whether processing fees were charged.',
          },
          hint: {
            zh: '没有收取的也应写明，例如“本年度未收取信息处理费”。',
            en: 'Say so also where none was charged.',
          },
          evidence: headingOf(report, 'other'),
        },
      ]);
    }
    if (DETAILS.every((detail) => lines.some(({ plain }) => detail.test(plain)))) return pass();
    return decided([
      {
        code: 'DETAIL',
        severity: 'notice',
        message: {
          zh: '信息处理费没有写明发出收费通知的件数、总金额和实际收取的总金额。',
          en: 'Number of fee notices, their sum and the amount received are not all stated.',
        },
        evidence: lines.map(({ text, place }) => ({ text, place })),
      },
    ]);
  },
  examples: () => [
    { title: 'notices, sum and amount received', outcome: 'pass' },
    {
      title: '“无。”',
      text: { other: ['无。'] },
      outcome: {
        fails: [
          {
            message: {
              zh: '第六部分没有报告信息处理费的收取情况。',
              en: 'Part six does not say whether processing fees were charged.',
            },
          },
        ],
      },
    },
    {
      title: 'not charged, without the details',
      text: { other: ['本年度，本机关未收取信息公开处理费。'] },
      outcome: { fails: [{ code: 'DETAIL', severity: 'notice' }] },
    },
    {
      title: 'before 2021',
      report: { year: 2020 },
      text: { other: ['无。'] },
      outcome: 'notApplicable',
    },
    { title: 'in 2021', report: { year: 2021 }, text: { other: ['无。'] }, outcome: { fails: [{}] } },
  ],
  cases: () => [
    {
      title: 'no part six: STR.SECTIONS has it',
      report: { headings: exampleHeadings((heading) => (heading.part === 'other' ? null : heading)) },
      outcome: 'notApplicable',
    },
    ...[
      '本年度信息处理费总金额60元，实际收取60元。',
      '本年度发出信息处理费收费通知2件，实际收取60元。',
      '本年度发出信息处理费收费通知2件，总金额60元。',
    ].map(
      (text): Example => ({
        title: `one of the details left out: ${text}`,
        text: { other: [text] },
        outcome: { fails: [{ code: 'DETAIL', evidence: [{ place: placeOfPart('other'), text }] }] },
      }),
    ),
    {
      title: 'the details in two lines',
      text: { other: ['本年度发出信息处理费收费通知2件，总金额60元。', '信息处理费实际收取60元。'] },
      outcome: 'pass',
    },
    {
      title: 'year unknown',
      report: { year: null },
      text: { other: ['无。'] },
      outcome: { fails: [{ evidence: [{ place: placeOfPart('other'), text: '六、其他需要报告的事项' }] }] },
    },
    {
      title: 'the last line of part six, taken for the foot of the page',
      text: { other: [], tail: ['本年度发出信息处理费通知0件，总金额0元，实收0元'] },
      outcome: 'pass',
    },
  ],
};
