import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';
import { contradictions } from './compare.ts';

export const rule: Rule = {
  id: 'NAR.DOCS',
  title: { zh: '正文规范性文件数与表二不一致', en: 'Documents in the text differ from table 2' },
  severity: 'error',
  about: 'words',
  why: { zh: '规范性文件件数在正文和表二应当一致。', en: 'Documents in text and table 2 are the same thing.' },
  falseAlarm: { zh: '正文统计含党组文件或以政府名义制发的文件。', en: 'The text counts documents of others too.' },
  basis: null,
  check(context) {
    const exact = contradictions(context, [
      'documents.issued',
      'documents.repealed',
      'documents.inForce',
      'regulations',
    ]);
    const loose = contradictions(context, ['documents.disclosed']);
    if (loose.verdict === 'notApplicable') return exact;
    const disclosed = loose.faults.map((fault): Fault => ({ ...fault, code: 'DISCLOSED', severity: 'warning' }));
    if (exact.verdict === 'notApplicable') return decided(disclosed, loose.undecided);
    return decided([...exact.faults, ...disclosed], [...exact.undecided, ...loose.undecided]);
  },
  examples: () => [
    { title: 'every number of the text stands in table 2', outcome: 'pass' },
    {
      title: 'other numbers issued, repealed, in force',
      text: { overview: ['制发行政规范性文件7件，废止3件，现行有效32件。'] },
      outcome: {
        fails: [
          { cells: ['proactive.normativeDocuments.issued'], expected: 6, actual: 7 },
          { cells: ['proactive.normativeDocuments.repealed'], expected: 2, actual: 3 },
          { cells: ['proactive.normativeDocuments.inForce'], expected: 31, actual: 32 },
        ],
      },
    },
    {
      title: '公开 is not quite 制发: a warning',
      text: { overview: ['全年公开行政规范性文件8件。'] },
      outcome: { fails: [{ code: 'DISCLOSED', severity: 'warning', expected: 6, actual: 8 }] },
    },
    {
      title: '公开 of those issued, or of those in force',
      text: { overview: ['公开行政规范性文件6件。', '公开行政规范性文件31件。'] },
      outcome: 'pass',
    },
    {
      title: 'regulations',
      text: { overview: ['制发部门规章2件。'] },
      outcome: { fails: [{ cells: ['proactive.regulations.issued'], expected: 0, actual: 2 }] },
    },
  ],
  cases: () => [
    {
      title: 'items published under a heading of the web site',
      text: { overview: ['公开规范性文件类4条、规范性文件解读7条。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'documents of another body',
      text: { overview: ['代市政府制发行政规范性文件9件。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'a blank cell decides nothing',
      cells: { 'proactive.normativeDocuments.issued': null },
      text: { overview: ['制发行政规范性文件7件。'] },
      outcome: 'undecided',
    },
    {
      title: 'both issued and disclosed are told wrong',
      text: { overview: ['制发行政规范性文件7件。', '公开行政规范性文件8件。'] },
      outcome: {
        fails: [
          { expected: 6, actual: 7 },
          { code: 'DISCLOSED', expected: 6, actual: 8 },
        ],
      },
    },
    {
      title: 'a blank cell of what was issued decides nothing, though what was disclosed is right',
      cells: { 'proactive.normativeDocuments.issued': null },
      text: { overview: ['制发行政规范性文件7件。', '公开行政规范性文件31件。'] },
      outcome: 'undecided',
    },
    {
      title: 'what was issued is right, what was disclosed cannot be told',
      cells: { 'proactive.normativeDocuments.inForce': null },
      text: { overview: ['制发行政规范性文件6件。', '公开行政规范性文件8件。'] },
      outcome: 'undecided',
    },
    {
      title: 'the form of 2019 has no cell for what was repealed',
      report: { format: '2019-60' },
      text: { overview: ['废止行政规范性文件2件。'] },
      outcome: 'notApplicable',
    },
  ],
};
