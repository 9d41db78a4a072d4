import type { Rule } from '../types.ts';
import { contradictions } from './compare.ts';

export const rule: Rule = {
  id: 'NAR.POWER',
  title: {
    zh: '正文许可、处罚、强制、收费与表二不一致',
    en: 'Licensing, penalties, coercion or fees in the text differ from table 2',
  },
  severity: 'error',
  about: 'words',
  why: {
    zh: '许可、处罚、强制、收费数在正文和表二应当一致。',
    en: 'Licences, penalties and fees in text and table 2 are the same thing.',
  },
  falseAlarm: { zh: '正文说的是公开的信息条数。', en: 'The text means items published.' },
  basis: null,
  check(context) {
    return contradictions(context, ['licensing', 'penalties', 'coercion', 'fees']);
  },
  examples: () => [
    { title: 'every number of the text stands in table 2', outcome: 'pass' },
    {
      title: 'other numbers of licences, penalties and coercion',
      text: { proactive: ['办理行政许可1248件、行政处罚321件、行政强制71件。'] },
      outcome: {
        fails: [
          { cells: ['proactive.licensing.decisions'], expected: 1284, actual: 1248 },
          { cells: ['proactive.penalties.decisions'], expected: 312, actual: 321 },
          { cells: ['proactive.coercion.decisions'], expected: 17, actual: 71 },
        ],
      },
    },
    {
      title: 'fees in yuan and in hundred millions are converted, and rounded as printed',
      text: {
        proactive: ['收取行政事业性收费1285000元。', '收取行政事业性收费128万元。', '收取行政事业性收费0.01亿元。'],
      },
      outcome: 'pass',
    },
    {
      title: 'other fees',
      text: { proactive: ['收取行政事业性收费182.5万元。'] },
      outcome: { fails: [{ cells: ['proactive.fees.amount'], expected: 128.5, actual: 182.5 }] },
    },
  ],
  cases: () => [
    {
      title: 'items published are no decisions',
      text: { proactive: ['公开行政许可类信息979条，行政处罚信息30条。', '公示行政许可97条、行政处罚12条。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'processing fees are other fees',
      text: { proactive: ['收取信息处理费120元。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'about so much is no exact claim',
      text: { proactive: ['行政事业性收费共约182.5万元。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'the cell was not read',
      cells: { 'proactive.licensing.decisions': undefined },
      text: { proactive: ['办理行政许可1248件。'] },
      outcome: 'undecided',
    },
  ],
};
