import { type CellAddress, DISPUTE_BLOCKS } from '../../domain/addresses.ts';
import { numberAt } from '../../report/types.ts';
import type { Rule } from '../types.ts';
import { addCells, decided, pass, undecided, whyUndecided } from '../verdict.ts';

const GRANTED = 'requests.granted.total';
const DONE = 'requests.total.total';
const CORRECTED: readonly CellAddress[] = DISPUTE_BLOCKS.map((block) => `disputes.${block}.corrected` as const);

export const rule: Rule = {
  id: 'T4.FIX-ALL-GRANT',
  title: { zh: '全部予以公开却有被纠正', en: 'All requests granted, and yet corrected' },
  severity: 'notice',
  about: 'cells',
  why: {
    zh: '申请全部予以公开，却有答复被纠正，两者不易同时成立。',
    en: 'All were granted, and yet an answer was corrected.',
  },
  falseAlarm: { zh: '被纠正的是以前年度的答复。', en: 'The answer was of an earlier year.' },
  basis: null,
  check({ report }) {
    const granted = numberAt(report, GRANTED);
    const done = numberAt(report, DONE);
    const corrected = addCells(report, CORRECTED);
    if (typeof granted !== 'number' || typeof done !== 'number' || corrected === null) {
      return undecided(whyUndecided(report, [GRANTED, DONE, ...CORRECTED]));
    }
    if (done === 0 || granted !== done || corrected === 0) return pass();
    return decided([
      {
        message: {
          zh: `办结的${done}件申请全部予以公开，复议诉讼却有${corrected}件被纠正，请核对。`,
          en: `All ${done} requests were granted, and yet ${corrected} case(s) were corrected: check.`,
        },
        hint: {
          zh: '如属上年度的决定或逾期答复引起，可在第四部分说明。',
          en: 'If these are about decisions of last year or late answers, say so in part four.',
        },
        cells: [GRANTED, DONE, ...CORRECTED],
        actual: corrected,
      },
    ]);
  },
  examples: () => [
    { title: 'not all granted', outcome: 'pass' },
    {
      title: 'all granted, and yet corrected',
      cells: { [GRANTED]: 60 },
      outcome: { fails: [{ actual: 1, cells: [GRANTED, DONE, ...CORRECTED] }] },
    },
    {
      title: 'all granted, nothing corrected',
      cells: { [GRANTED]: 60, 'disputes.reconsideration.corrected': 0 },
      outcome: 'pass',
    },
  ],
  cases: () => [
    { title: 'no requests at all, a case of last year corrected', cells: { [GRANTED]: 0, [DONE]: 0 }, outcome: 'pass' },
    { title: 'a blank', cells: { [GRANTED]: null }, outcome: 'undecided' },
    {
      title: 'an outcome that was not read',
      cells: { 'disputes.directLitigation.corrected': undefined },
      outcome: 'undecided',
    },
    { title: 'requests done not read', cells: { [DONE]: undefined }, outcome: 'undecided' },
  ],
};
