import type { CellAddress } from '../../domain/addresses.ts';
import type { Text } from '../../domain/labels.ts';
import { earlierYear } from '../../neighbours/example.ts';
import { numberAt } from '../../report/types.ts';
import type { Context, Rule } from '../types.ts';
import { addCells, decided, pass, undecided, whyUndecided } from '../verdict.ts';

const CASES: readonly CellAddress[] = [
  'disputes.reconsideration.total',
  'disputes.directLitigation.total',
  'disputes.litigationAfterReconsideration.total',
];
const RECONSIDERED = 'disputes.reconsideration.total';
const AFTER = 'disputes.litigationAfterReconsideration.total';
const DONE = 'requests.total.total';

export const rule: Rule = {
  id: 'T4.CASES-GT-REQ',
  title: { zh: '复议诉讼多于办结申请', en: 'More disputes than requests' },
  severity: 'warning',
  about: 'cells',
  why: {
    zh: '复议、诉讼因申请办理而起，一般不会多于办结的申请。',
    en: 'Disputes follow requests and are seldom more.',
  },
  falseAlarm: { zh: '争议涉及以前年度的申请或主动公开。', en: 'Disputes about requests of earlier years.' },
  basis: null,
  check(context) {
    const { report } = context;
    const cases = addCells(report, CASES);
    const done = numberAt(report, DONE);
    if (cases === null || typeof done !== 'number') return undecided(whyUndecided(report, [...CASES, DONE]));
    if (cases <= done) return pass();
    const hint = moreSuedThanReconsidered(context);
    return decided([
      {
        ...(done === 0 && { code: 'NO-REQUESTS', severity: 'notice' as const }),
        message: {
          zh: `复议和诉讼共${cases}件，多于本年办结的申请${done}件，请核对是否计入了与政府信息公开无关的案件。`,
          en: `${cases} disputes, but only ${done} requests done: check that all of them are about disclosure.`,
        },
        ...(hint && { hint }),
        cells: [...CASES, DONE],
        expected: done,
        actual: cases,
      },
    ]);
  },
  examples: () => [
    { title: 'fewer disputes than requests', outcome: 'pass' },
    { title: 'as many disputes as requests', cells: { [DONE]: 10 }, outcome: 'pass' },
    {
      title: 'more disputes than requests',
      cells: { [DONE]: 9 },
      outcome: { fails: [{ expected: 9, actual: 10, cells: [...CASES, DONE] }] },
    },
    {
      title: 'disputes of last year, or about other disclosure, without any request',
      cells: { [DONE]: 0 },
      outcome: { fails: [{ code: 'NO-REQUESTS', severity: 'notice', actual: 10 }] },
    },
    {
      title: 'more lawsuits after reconsideration than there were reconsiderations in two years',
      cells: { [DONE]: 9, [AFTER]: 9, [RECONSIDERED]: 5 },
      neighbours: { earlier: earlierYear({ cells: { [RECONSIDERED]: 3 } }) },
      outcome: {
        fails: [
          {
            hint: {
              zh: '复议后起诉9件，多于两年的行政复议合计8件，请核对是否应计入“未经复议直接起诉”。',
              en: '9 lawsuits after reconsideration, but only 8 reconsiderations in two years.',
            },
          },
        ],
      },
    },
  ],
  cases: () => [
    { title: 'a blank total', cells: { [AFTER]: null }, outcome: 'undecided' },
    {
      title: 'as many lawsuits after reconsideration as there were reconsiderations in two years',
      cells: { [DONE]: 3, [AFTER]: 2, [RECONSIDERED]: 1 },
      neighbours: { earlier: earlierYear({ cells: { [RECONSIDERED]: 1 } }) },
      outcome: { fails: [{ expected: 3, actual: 5 }] },
    },
    { title: 'requests done not read', cells: { [DONE]: undefined }, outcome: 'undecided' },
  ],
};

function moreSuedThanReconsidered({ report, neighbours }: Context): Text | null {
  const before = neighbours.earlier?.cells[RECONSIDERED];
  if (typeof before !== 'number') return null;
  const after = Number(numberAt(report, AFTER));
  const reconsidered = Number(numberAt(report, RECONSIDERED)) + before;
  if (after <= reconsidered) return null;
  return {
    zh: `复议后起诉${after}件，多于两年的行政复议合计${reconsidered}件，请核对是否应计入“未经复议直接起诉”。`,
    en: `${after} lawsuits after reconsideration, but only ${reconsidered} reconsiderations in two years.`,
  };
}
