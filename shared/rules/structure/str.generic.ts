import { proseOf, type Report } from '../../report/types.ts';
import { FORM_2021_LIABILITY } from '../basis.ts';
import { placeOfPart } from '../example-data.ts';
import type { Rule } from '../types.ts';
import { decided, notApplicable, pass } from '../verdict.ts';

const OTHERS = /部分地区|一些地区|多数部门|各级政府部门/g;
const SELF =
  /我[省市州盟县区旗镇乡街局委办厅院]|本(?:机关|局|委|办|厅|院|单位|[省市州盟县区旗镇乡街])|全[市州盟县区旗镇乡局]/;
/** A part one with fewer numbers than this says nothing about the agency itself. */
const FEW_NUMBERS = 3;
/** A province speaks of its regions. */
const PROVINCE = /(?:省|自治区)(?:人民政府|政府)?$/;

export const rule: Rule = {
  id: 'STR.GENERIC',
  title: { zh: '通稿式内容，未写本机关', en: 'General phrases, nothing about this body' },
  severity: 'notice',
  about: 'words',
  why: {
    zh: '全是通用表述、没有本机关数据的，等于没有报告。',
    en: 'General phrases without a number of its own report nothing.',
  },
  falseAlarm: { zh: '业务很少的小单位。', en: 'Small offices with little to report.' },
  basis: FORM_2021_LIABILITY,
  check({ report }) {
    if (PROVINCE.test(report.agency ?? '') || report.level === 'ministry') return notApplicable();
    const lines = proseOf(report, 'overview');
    const text = lines.map(({ plain }) => plain).join('\n');
    const phrases = Array.from(text.matchAll(OTHERS), ([phrase]) => phrase);
    const numbers = [...text.matchAll(/\d+/g)];
    if (phrases.length < 2 || numbers.length >= FEW_NUMBERS || namesItself(report, text)) return pass();
    return decided([
      {
        message: {
          zh: `第一部分多处写“${[...new Set(phrases)].join('”“')}”，没有写本机关自己的情况和数据。`,
          en: `Part one speaks of ${[...new Set(phrases)].join(', ')} and not of this body.`,
        },
        hint: {
          zh: '请改写为本机关本年度的做法和数据。',
          en: 'Write what this agency did in the year, with its own numbers.',
        },
        actual: phrases.join('、'),
        evidence: lines
          .filter(({ plain }) => phrases.some((phrase) => plain.includes(phrase)))
          .map(({ text: printed, place }) => ({ text: printed, place })),
      },
    ]);
  },
  examples: () => [
    { title: 'a body that speaks of itself', outcome: 'pass' },
    {
      title: 'general phrases only',
      text: { overview: ['一些地区运用大数据，公开水平不断提高。', '多数部门建立了公开制度。'] },
      outcome: {
        fails: [
          {
            actual: '一些地区、多数部门',
            evidence: [
              { place: placeOfPart('overview'), text: '一些地区运用大数据，公开水平不断提高。' },
              { place: placeOfPart('overview', 1), text: '多数部门建立了公开制度。' },
            ],
          },
        ],
      },
    },
    {
      title: 'one such phrase',
      text: { overview: ['一些地区运用大数据，公开水平不断提高。'] },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: 'such phrases beside the body’s own name',
      text: { overview: ['一些地区运用大数据，多数部门建立了制度，示例市示例局也不例外。'] },
      outcome: 'pass',
    },
    {
      title: 'such phrases beside 我局',
      text: { overview: ['一些地区运用大数据，多数部门建立了制度，我局也不例外。'] },
      outcome: 'pass',
    },
    {
      title: 'such phrases beside numbers',
      text: { overview: ['一些地区运用大数据，多数部门建立了制度，公开信息426条，解读12篇，培训2次。'] },
      outcome: 'pass',
    },
    {
      title: 'a province looks at its regions',
      report: { level: 'government', agency: '示例省人民政府' },
      text: { overview: ['一些地区运用大数据，多数部门建立了制度。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'one long number, and a line that is not general',
      text: { overview: ['一些地区运用大数据公开1234567890条。', '公开水平不断提高。', '多数部门建立了公开制度。'] },
      outcome: {
        fails: [
          {
            evidence: [
              { place: placeOfPart('overview'), text: '一些地区运用大数据公开1234567890条。' },
              { place: placeOfPart('overview', 2), text: '多数部门建立了公开制度。' },
            ],
          },
        ],
      },
    },
    {
      title: 'an agency that was not read',
      report: { agency: null },
      text: { overview: ['一些地区运用大数据，多数部门建立了制度。'] },
      outcome: { fails: [{ actual: '一些地区、多数部门' }] },
    },
    {
      title: 'a ministry looks at its regions',
      report: { level: 'ministry' },
      text: { overview: ['一些地区运用大数据，多数部门建立了制度。'] },
      outcome: 'notApplicable',
    },
  ],
};

function namesItself(report: Report, text: string): boolean {
  return SELF.test(text) || (report.agency !== null && text.includes(report.agency));
}
