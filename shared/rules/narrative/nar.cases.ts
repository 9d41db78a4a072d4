import type { Rule } from '../types.ts';
import { contradictions } from './compare.ts';

export const rule: Rule = {
  id: 'NAR.CASES',
  title: { zh: '正文复议诉讼数与表四不一致', en: 'Disputes in the text differ from table 4' },
  severity: 'error',
  about: 'words',
  why: { zh: '复议、诉讼件数在正文和表四应当一致。', en: 'Disputes in text and table 4 are the same thing.' },
  falseAlarm: { zh: '正文所说的是全部行政行为的复议、诉讼。', en: 'The text means disputes about all acts.' },
  basis: null,
  check(context) {
    return contradictions(context, ['disputes', 'reconsideration', 'litigation', 'dispute.outcome']);
  },
  examples: () => [
    { title: 'every number of the text stands in table 4', outcome: 'pass' },
    {
      title: 'another number of reconsiderations',
      text: { disputes: ['全年发生行政复议案件5件、行政诉讼案件4件。'] },
      outcome: { fails: [{ cells: ['disputes.reconsideration.total'], expected: 6, actual: 5 }] },
    },
    {
      title: '行政诉讼 may be one block of litigation',
      text: { disputes: ['因政府信息公开被提起行政诉讼2件。'] },
      outcome: 'pass',
    },
    {
      title: 'another outcome',
      text: { disputes: ['被申请行政复议6件，其中结果维持4件、结果纠正1件。'] },
      outcome: { fails: [{ cells: ['disputes.reconsideration.upheld'], expected: 3, actual: 4 }] },
    },
    {
      title: 'all of them won',
      text: { disputes: ['被提起行政诉讼4件，均胜诉。'] },
      outcome: { fails: [{ expected: 2, actual: 4 }] },
    },
  ],
  cases: () => [
    {
      title: '胜诉 is upheld, 败诉 is corrected, 正在审理 is pending',
      text: { disputes: ['被提起行政诉讼4件，胜诉2件，败诉0件，正在审理1件。'] },
      outcome: 'pass',
    },
    {
      title: 'none in the text, some in the table',
      text: { disputes: ['2023年，本机关未发生因政府信息公开申请行政复议、提起行政诉讼的情况。'] },
      outcome: {
        fails: [
          { expected: 6, actual: 0 },
          { expected: 4, actual: 0 },
        ],
      },
    },
    {
      title: 'both none in one number',
      text: { disputes: ['2023年，行政复议、行政诉讼均为0件。'] },
      outcome: { fails: [{ expected: 10, actual: 0 }] },
    },
    {
      title: '行政复议0件 in a list',
      cells: { 'disputes.reconsideration.total': 0 },
      text: { disputes: [], overview: ['受理依申请公开59件，因政府信息公开被申请行政复议0件，行政诉讼4件。'] },
      outcome: 'pass',
    },
    {
      title: 'lawsuits about other acts',
      text: { disputes: ['因具体行政行为被提起行政诉讼2起。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'cases that the body decides itself',
      text: { disputes: ['我局办理行政复议案件120件，其中维持100件。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'the total was not read',
      cells: { 'disputes.reconsideration.total': undefined },
      text: { disputes: ['被申请行政复议5件。'] },
      outcome: 'undecided',
    },
    {
      title: 'both kinds in one number: too loose a word to hold it against the table',
      text: { disputes: ['因政府信息公开行政复议、行政诉讼案件9件。'] },
      outcome: 'notApplicable',
    },
  ],
};
