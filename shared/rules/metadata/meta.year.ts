import { sentencesOf } from '../../claims/sentences.ts';
import type { Prose, Report, Where } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, notApplicable } from '../verdict.ts';

/** Parts that tell of the report's own year; part five rightly names others. */
const OWN_YEAR: readonly Where[] = ['overview', 'proactive', 'requests', 'disputes'];
/** A sentence that opens with a year and tells what was done in it. */
const OPENS_WITH_YEAR =
  /^(?<year>\d{4})年度?(?!.{0,12}(?:相比|以来|同期)).*(?:收到|受理|办结|公开|发布|制发|办理|答复)/;
/** One slip of the pen is not the year of the text. */
const LEAST_SENTENCES = 2;

export const rule: Rule = {
  id: 'META.YEAR',
  title: { zh: '标题、正文、统计期限年度不一致', en: 'Title, text and period name different years' },
  severity: 'error',
  basis: null,
  check({ report }) {
    const year = titleYear(report) ?? report.year;
    if (year === null) return notApplicable();
    return decided([...periodOfAnotherYear(report, year), ...textOfAnotherYear(report, year)]);
  },
  examples: [
    { title: 'one year throughout', outcome: 'pass' },
    {
      title: 'the period of the year before',
      report: { period: { from: '2022-01-01', to: '2022-12-31', place: { line: 101 } } },
      text: { preamble: ['统计期限为2022年1月1日至12月31日。'] },
      outcome: {
        fails: [
          {
            code: 'PERIOD',
            expected: 2023,
            actual: 2022,
            evidence: [{ place: { line: 101 }, text: '统计期限为2022年1月1日至12月31日。' }],
          },
        ],
      },
    },
    {
      title: 'a history of several years, and nothing of its own',
      text: {
        overview: ['2020年办理申请8件。2021年办理申请9件。2021年公开信息30条。'],
        proactive: [],
        disputes: [],
      },
      outcome: 'pass',
    },
    {
      title: 'a single sentence of another year is a slip',
      text: { overview: ['2022年，我局收到申请59件。'], proactive: [], disputes: [] },
      outcome: 'pass',
    },
    {
      title: 'the text of the year before',
      text: {
        overview: ['2022年，我局主动公开政府信息426条。', '2022年，我局收到政府信息公开申请59件。', '组织培训2次。'],
        proactive: [],
        disputes: [],
      },
      outcome: { fails: [{ code: 'TEXT', expected: 2023, actual: 2022 }] },
    },
    {
      title: 'one sentence left over from another year (L47)',
      text: { requests: ['2021年，我局未收到申请。'] },
      outcome: 'pass',
    },
    {
      title: 'compared with the year before',
      text: { overview: ['2022年相比，公开信息更多。', '2022年以来，办理申请更快。', '2023年，公开信息426条。'] },
      outcome: 'pass',
    },
    {
      title: 'part five names the year before',
      text: { problems: ['2022年存在问题及改进情况。', '2022年公开不够主动。', '2022年答复不够规范。'] },
      outcome: 'pass',
    },
    { title: 'no year anywhere', report: { title: null, year: null, period: null }, outcome: 'notApplicable' },
    {
      title: 'the text of the year before, in parts two and three',
      text: {
        overview: [],
        proactive: ['2022年，公开信息426条。'],
        requests: ['2022年，收到申请59件。'],
        disputes: [],
      },
      outcome: { fails: [{ code: 'TEXT', actual: 2022 }] },
    },
    {
      title: 'the text of the year before, in parts three and four',
      text: { overview: [], proactive: [], requests: ['2022年，收到申请59件。'], disputes: ['2022年，办结复议6件。'] },
      outcome: { fails: [{ code: 'TEXT', actual: 2022 }] },
    },
    {
      title: 'a history that starts with two sentences of one year',
      text: { overview: ['2021年办理申请9件。2021年公开信息30条。2022年办理申请8件。'], proactive: [], disputes: [] },
      outcome: 'pass',
    },
    {
      title: 'the year of the title counts',
      report: {
        title: '示例市示例局2022年政府信息公开工作年度报告',
        period: { from: '2023-01-01', to: '2023-12-31', place: { line: 999 } },
      },
      text: { overview: [], proactive: [], disputes: [] },
      outcome: {
        fails: [
          {
            code: 'PERIOD',
            expected: 2022,
            actual: 2023,
            evidence: [{ place: { line: 999 }, text: '2023-01-01—2023-12-31' }],
          },
        ],
      },
    },
    {
      title: 'a title without a year',
      report: { title: '年度报告', period: { from: '2022-01-01', to: '2022-12-31', place: { line: 101 } } },
      outcome: { fails: [{ code: 'PERIOD', expected: 2023, actual: 2022 }] },
    },
    { title: 'no period', report: { period: null }, outcome: 'pass' },
  ],
};

function titleYear({ title }: Report): number | null {
  const found = /(\d{4})年/.exec(title ?? '')?.[1];
  return found === undefined ? null : Number(found);
}

function periodOfAnotherYear({ period, prose }: Report, year: number): Fault[] {
  if (period === null) return [];
  const ends = Number(period.to.slice(0, 4));
  if (ends === year) return [];
  const text = prose.find(({ place }) => place.line === period.place.line)?.text ?? `${period.from}—${period.to}`;
  return [
    {
      code: 'PERIOD',
      message: {
        zh: `报告是${year}年度的，统计期限却写作${period.from}至${period.to}。`,
        en: `The report is for ${year}, but its period is ${period.from} to ${period.to}.`,
      },
      expected: year,
      actual: ends,
      evidence: [{ place: period.place, text }],
    },
  ];
}

/** Only where every sentence that opens with a year opens with the same wrong one. */
function textOfAnotherYear({ prose }: Report, year: number): Fault[] {
  const told = prose
    .filter(({ where }) => OWN_YEAR.includes(where))
    .flatMap((line) => sentencesOf(line).flatMap(({ plain, text }) => opening(plain, text, line)));
  const [first] = told;
  const same = told.filter((one) => one.year === first?.year);
  if (!first || first.year === year || same.length < LEAST_SENTENCES || same.length < told.length) return [];
  return [
    {
      code: 'TEXT',
      message: {
        zh: `报告是${year}年度的，正文却都在写${first.year}年。`,
        en: `The report is for ${year}, but its text tells of ${first.year}.`,
      },
      expected: year,
      actual: first.year,
      evidence: same.map(({ line, text }) => ({ place: line.place, text })),
    },
  ];
}

function opening(plain: string, text: string, line: Prose): { year: number; text: string; line: Prose }[] {
  const year = OPENS_WITH_YEAR.exec(plain)?.groups?.year;
  return year === undefined ? [] : [{ year: Number(year), text, line }];
}
