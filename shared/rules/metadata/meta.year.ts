import type { Report } from '../../report/types.ts';
import { placeOfPart } from '../example-data.ts';
import type { Rule } from '../types.ts';
import { decided, notApplicable } from '../verdict.ts';
import { periodOfAnotherYear, sentenceOfAnotherYear, textOfAnotherYear } from './other-years.ts';

export const rule: Rule = {
  id: 'META.YEAR',
  title: { zh: '标题、正文、统计期限年度不一致', en: 'Title, text and period name different years' },
  severity: 'error',
  about: 'words',
  why: {
    zh: '标题、正文、统计期限年度不一致，多因沿用旧稿。',
    en: 'Title, text and period differ: mostly an old text.',
  },
  falseAlarm: { zh: '正文确在说其他年度的工作。', en: 'The text does speak of another year.' },
  basis: null,
  check({ report }) {
    const year = titleYear(report) ?? report.year;
    if (year === null) return notApplicable();
    const text = textOfAnotherYear(report, year);
    return decided([
      ...periodOfAnotherYear(report, year),
      ...text,
      ...(text.length > 0 ? [] : sentenceOfAnotherYear(report, year)),
    ]);
  },
  examples: () => [
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
      outcome: {
        fails: [
          {
            code: 'SENTENCE',
            severity: 'warning',
            expected: 2023,
            actual: 2021,
            evidence: [{ place: placeOfPart('requests'), text: '2021年，我局未收到申请。' }],
          },
        ],
      },
    },
  ],
  cases: () => [
    {
      title: 'the only sentence that names a year',
      text: { overview: ['2022年，我局收到申请59件。'], proactive: [], disputes: [] },
      outcome: { fails: [{ code: 'SENTENCE', expected: 2023, actual: 2022 }] },
    },
    {
      title: 'numbers up to a day of January of the year itself, which was to be the next',
      text: { overview: ['截止2023年1月19日，我局累计公开政府信息316条。', '2023年，公开信息426条。'] },
      outcome: { fails: [{ code: 'SENTENCE', expected: 2024, actual: 2023 }] },
    },
    {
      title: 'numbers up to the end of the year before',
      text: { overview: ['截至2022年12月31日，我局公开政府信息316条。', '2023年，公开信息426条。'] },
      outcome: { fails: [{ code: 'SENTENCE', expected: 2023, actual: 2022 }] },
    },
    {
      title: 'what is to be done, in the year that is over',
      text: { problems: ['存在的问题是形式单一。2023年，我局将丰富解读形式。'] },
      outcome: { fails: [{ code: 'SENTENCE', expected: 2024, actual: 2023 }] },
    },
    {
      title: 'a plan that stands under the year before, and what was done with 将',
      text: { problems: ['存在的问题是形式单一。2022年，我局将丰富解读形式。', '2023年我局将解读纳入考核。'] },
      outcome: { fails: [{ code: 'SENTENCE', expected: 2024, actual: 2022 }] },
    },
    {
      title: 'the whole of another year, and the year to come',
      text: {
        overview: ['2022年1月1日至2022年12月31日，我局公开信息316条。', '2023年1月1日至12月31日，我局公开信息426条。'],
      },
      outcome: { fails: [{ code: 'SENTENCE', expected: 2023, actual: 2022 }] },
    },
    {
      title: 'the year to come, of what was done and of what is to be done',
      text: { overview: ['2024年，我局收到申请59件。', '2024年，我局将继续公开信息。', '2023年，公开信息426条。'] },
      outcome: { fails: [{ code: 'SENTENCE', expected: 2023, actual: 2024 }] },
    },
    {
      title: 'a document of another year, and a comparison',
      text: {
        overview: [
          '2021年印发的《办法》继续施行。',
          '2022年同期为300条。',
          '2022年，公开信息300条，2023年，公开信息426条。',
        ],
      },
      outcome: 'pass',
    },
    {
      title: 'compared with the year before',
      text: { overview: ['2022年相比，公开信息更多。', '2022年以来，办理申请更快。', '2023年，公开信息426条。'] },
      outcome: 'pass',
    },
    {
      title: 'what is to be done, in the right year and in one long ago',
      text: { problems: ['2024年，我局将丰富解读形式。', '2010年，我局将丰富解读形式。'] },
      outcome: 'pass',
    },
    {
      title: 'a year of which no work is told, or of a document, and a day of a year before',
      text: {
        overview: [
          '2022年，我局搬迁。',
          '2022年，我局出台办法，公开信息9条。',
          '截至2021年2月，公开信息9条。',
          '2023年，公开信息426条。',
        ],
      },
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
    {
      title: 'the year of another report, told in part six alone',
      text: { overview: [], proactive: [], disputes: [], other: ['2022年，收取费用9元。2022年，公开信息3条。'] },
      outcome: 'pass',
    },
    {
      title: 'one slip where the report never names its year',
      report: { period: null },
      text: {
        preamble: [],
        overview: ['2022年，示例局主动公开政府信息3条。'],
        proactive: [],
        requests: [],
        disputes: [],
        problems: [],
        other: [],
        tail: [],
      },
      outcome: 'pass',
    },
    {
      title: 'two slips of one year, in parts one and two',
      text: {
        overview: ['2022年，示例局主动公开政府信息3条。2023年，共举办培训2次。'],
        proactive: ['截至2022年12月31日，累计公开信息9条。'],
        disputes: [],
      },
      outcome: {
        fails: [
          {
            code: 'SENTENCE',
            expected: 2023,
            actual: 2022,
            evidence: [{ place: placeOfPart('overview'), text: '2022年，示例局主动公开政府信息3条。' }],
          },
          { code: 'SENTENCE', actual: 2022 },
        ],
      },
    },
    {
      title: 'three of one year are a habit, slips of two years a history',
      text: {
        overview: [
          '2022年，我局公开信息3条。2023年，我局公开信息9条。2022年，我局收到申请9件。2022年，我局办理申请9件。',
        ],
        proactive: [],
        disputes: [],
      },
      outcome: 'pass',
    },
    {
      title: 'slips of two years are a history',
      text: {
        overview: ['2022年，我局公开信息3条。2023年，共举办培训2次。2021年，我局收到申请9件。'],
        proactive: [],
        disputes: [],
      },
      outcome: 'pass',
    },
    {
      title: 'measures of the year that is over, beside a sentence of the year before it',
      text: {
        overview: ['2021年，我局公开信息3条。2023年，共举办培训2次。'],
        proactive: [],
        disputes: [],
        problems: ['解读不够通俗。2023年，我局将加强解读。'],
      },
      outcome: {
        fails: [
          { code: 'SENTENCE', expected: 2023, actual: 2021 },
          { code: 'SENTENCE', expected: 2024, actual: 2023 },
        ],
      },
    },
    {
      title: 'a sentence of another year in part six',
      text: { other: ['2022年，我局公开信息3条。'] },
      outcome: 'pass',
    },
    {
      title: 'four years before is a slip, five years before is history',
      text: { overview: ['2019年，我局公开信息3条。2023年，共举办培训2次。'], proactive: [], disputes: [] },
      outcome: { fails: [{ code: 'SENTENCE', actual: 2019 }] },
    },
    {
      title: 'five years before',
      text: { overview: ['2018年，我局公开信息3条。2023年，共举办培训2次。'], proactive: [], disputes: [] },
      outcome: 'pass',
    },
    {
      title: 'numbers up to March of the report year itself',
      text: { overview: ['截至2023年3月，共公开信息3条。2023年，共举办培训2次。'], proactive: [], disputes: [] },
      outcome: { fails: [{ code: 'SENTENCE', expected: 2024, actual: 2023 }] },
    },
    {
      title: 'numbers up to April of it',
      text: { overview: ['截至2023年4月，共公开信息3条。2023年，共举办培训2次。'], proactive: [], disputes: [] },
      outcome: 'pass',
    },
  ],
};

function titleYear({ title }: Report): number | null {
  const found = /(\d{4})年/.exec(title ?? '')?.[1];
  return found === undefined ? null : Number(found);
}
