import type { Rule } from '../types.ts';
import { notApplicable } from '../verdict.ts';
import { ARTICLE_49 } from './basis.ts';
import { checkDeadline } from './deadline.ts';

export const rule: Rule = {
  id: 'META.DEADLINE-DEPT',
  title: { zh: '部门年报逾期公布', en: 'Department: published late' },
  severity: 'error',
  about: 'words',
  why: { zh: '条例第四十九条：政府部门应在每年1月31日前公布。', en: 'Art. 49: departments publish before 31 January.' },
  falseAlarm: { zh: '网页显示的日期是更新日期。', en: 'The page shows when it was updated.' },
  basis: ARTICLE_49,
  check({ report, parameters }) {
    if (report.level !== 'department' && report.level !== 'ministry') return notApplicable();
    return checkDeadline(report, parameters.deadlineDepartment);
  },
  examples: () => [
    { title: 'published on 20 January', outcome: 'pass' },
    { title: 'published on the last day', report: { publishedOn: '2024-01-31' }, outcome: 'pass' },
    {
      title: 'published a day late',
      report: { publishedOn: '2024-02-01' },
      outcome: { fails: [{ expected: '2024-01-31', actual: '2024-02-01' }] },
    },
    {
      title: 'the report for 2018, later than that',
      report: { year: 2018, format: '2019-60', publishedOn: '2019-04-01' },
      outcome: { fails: [{ expected: '2019-03-31' }] },
    },
    {
      title: 'the report for 2019, the first that was due in January',
      report: { year: 2019, format: '2019-60', publishedOn: '2020-02-15', signedOn: '2020-01-31' },
      outcome: {
        fails: [
          {
            expected: '2020-01-31',
            message: {
              zh: '2019年度报告公布日期为2020-02-15，晚于2020-01-31。',
              en: 'The report for 2019 was published on 2020-02-15, after 2020-01-31.',
            },
          },
        ],
      },
    },
  ],
  cases: () => [
    {
      title: 'the report for 2018 had until 31 March',
      report: { year: 2018, format: '2019-60', publishedOn: '2019-03-31' },
      outcome: 'pass',
    },
    {
      title: 'a page moved in November: the earliest date counts',
      report: {
        publishedOn: '2024-01-25',
        dates: [
          { kind: 'published', iso: '2024-11-12', text: '发布日期：2024-11-12', place: { line: 1 } },
          { kind: 'published', iso: '2024-01-25', text: '生成日期：2024-01-25', place: { line: 2 } },
        ],
      },
      outcome: 'pass',
    },
    { title: 'no date of publication', report: { publishedOn: null }, outcome: 'undecided' },
    { title: 'no year', report: { year: null }, outcome: 'undecided' },
    { title: 'a government has another date', report: { level: 'government' }, outcome: 'notApplicable' },
    {
      title: 'a late date among others: that date is the evidence',
      report: {
        publishedOn: '2024-02-05',
        dates: [
          { kind: 'published', iso: '2024-11-12', text: '发布日期：2024-11-12', place: { line: 1 } },
          { kind: 'created', iso: '2024-02-05', text: '生成日期：2024-02-05', place: { line: 2 } },
          { kind: 'published', iso: '2024-02-05', text: '公开日期：2024-02-05', place: { line: 3 } },
          { kind: 'signed', iso: '2024-01-18', text: '2024年1月18日', place: { line: 801 } },
        ],
      },
      outcome: { fails: [{ evidence: [{ place: { line: 3 }, text: '公开日期：2024-02-05' }] }] },
    },
    {
      title: 'a ministry',
      report: { level: 'ministry', publishedOn: '2024-02-01' },
      outcome: { fails: [{ expected: '2024-01-31' }] },
    },
  ],
};
