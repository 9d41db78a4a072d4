import type { Rule } from '../types.ts';
import { notApplicable } from '../verdict.ts';
import { ARTICLE_49 } from './basis.ts';
import { checkDeadline } from './deadline.ts';

export const rule: Rule = {
  id: 'META.DEADLINE-GOV',
  title: { zh: '政府年报逾期公布', en: 'Government: published late' },
  severity: 'error',
  about: 'words',
  why: {
    zh: '条例第四十九条：县级以上政府应在每年3月31日前公布。',
    en: 'Art. 49: governments publish before 31 March.',
  },
  falseAlarm: { zh: '网页显示的日期是更新日期。', en: 'The page shows when it was updated.' },
  basis: ARTICLE_49,
  check({ report, parameters }) {
    if (report.level !== 'government') return notApplicable();
    return checkDeadline(report, parameters.deadlineGovernment);
  },
  examples: () => [
    {
      title: 'published on 31 March',
      report: { level: 'government', publishedOn: '2024-03-31' },
      outcome: 'pass',
    },
    {
      title: 'published on 1 April',
      report: { level: 'government', publishedOn: '2024-04-01' },
      outcome: { fails: [{ expected: '2024-03-31', actual: '2024-04-01' }] },
    },
    {
      title: 'no date of publication',
      report: { level: 'government', publishedOn: null },
      outcome: 'undecided',
    },
    { title: 'a department has another date', outcome: 'notApplicable' },
  ],
};
