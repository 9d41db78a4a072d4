import { proseOf } from '../../report/types.ts';
import { ARTICLE_50 } from '../basis.ts';
import { exampleHeadings, placeOfPart } from '../example-data.ts';
import type { Rule } from '../types.ts';
import { decided, notApplicable, pass } from '../verdict.ts';
import { headingOf } from './parts.ts';

/** What governments of all levels add, and the words that stand for it. */
const RESULTS: readonly { name: string; words: RegExp }[] = [
  { name: '工作考核', words: /考核|考评|绩效|评比/ },
  { name: '社会评议', words: /评议|社会监督|公众监督|满意度|第三方评估|(?:公众|群众|社会)(?:的)?(?:意见|评价)|测评/ },
  { name: '责任追究', words: /责任追究|追究[^。;]{0,6}责任|追责|问责|约谈/ },
];

export const rule: Rule = {
  id: 'STR.SEC1-GOV',
  title: {
    zh: '政府报告缺考核、社会评议、责任追究结果',
    en: 'Assessment, appraisal or accountability missing in a government’s report',
  },
  severity: 'warning',
  about: 'words',
  why: {
    zh: '政府的报告还应写明工作考核、社会评议和责任追究结果。',
    en: 'Governments also report on appraisal, public evaluation and accountability.',
  },
  falseAlarm: { zh: '写在其他部分，或用了少见的说法。', en: 'Told in another part, or in rare words.' },
  basis: ARTICLE_50,
  check({ report }) {
    if (report.level !== 'government' || !report.headings.some(({ part }) => part === 'overview'))
      return notApplicable();
    const lines = proseOf(report, 'overview');
    const missing = RESULTS.filter(({ words }) => !lines.some(({ plain }) => words.test(plain)));
    if (missing.length === 0) return pass();
    const names = missing.map(({ name }) => name).join('、');
    return decided([
      {
        // 社会评议 alone is left out by most, and put in many ways.
        ...(names === '社会评议' && { code: 'APPRAISAL', severity: 'notice' as const }),
        message: {
          zh: `政府的年度报告还应写明${names}的结果，第一部分没有写到。`,
          en: `The report of a government also states the results of: ${names}. Part one does not.`,
        },
        hint: {
          zh: '可写考核结果、社会评议（满意度）情况；没有责任追究的写“未发生责任追究情形”。',
          en: 'State the appraisal, what the public said, and that no one was held to account where that is so.',
        },
        actual: names,
        evidence: headingOf(report, 'overview'),
      },
    ]);
  },
  examples: () => [
    { title: 'a department need not', outcome: 'notApplicable' },
    { title: 'all three', report: { level: 'government' }, outcome: 'pass' },
    {
      title: 'none of them',
      report: { level: 'government' },
      text: { overview: ['全年主动公开信息34条。'] },
      outcome: {
        fails: [
          {
            actual: '工作考核、社会评议、责任追究',
            evidence: [{ place: placeOfPart('overview'), text: '一、总体情况' }],
          },
        ],
      },
    },
    {
      title: 'assessment and accountability, but no 社会评议',
      report: { level: 'government' },
      text: { overview: ['年终考核结果纳入高质量发展考评内容，未发生责任追究情况。'] },
      outcome: { fails: [{ code: 'APPRAISAL', severity: 'notice' }] },
    },
  ],
  cases: () => [
    {
      title: 'paraphrases',
      report: { level: 'government' },
      text: { overview: ['建立监督考核机制，对相关责任人进行约谈。', '加强社会监督，畅通投诉渠道。'] },
      outcome: 'pass',
    },
    {
      title: 'no part one: STR.SECTIONS has it',
      report: {
        level: 'government',
        headings: exampleHeadings((heading) => (heading.part === 'overview' ? null : heading)),
      },
      outcome: 'notApplicable',
    },
  ],
};
