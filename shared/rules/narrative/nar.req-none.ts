import type { Claim } from '../../claims/types.ts';
import { numberAt, type Report } from '../../report/types.ts';
import type { Rule } from '../types.ts';
import { contradictions } from './compare.ts';

export const rule: Rule = {
  id: 'NAR.REQ-NONE',
  title: { zh: '正文称未收到申请而表三非零（或相反）', en: 'No requests in the text, some in table 3, or the reverse' },
  severity: 'error',
  about: 'words',
  why: {
    zh: '正文称没有申请而表中有数（或相反），多因沿用旧稿。',
    en: 'No requests in the text, some in the table: mostly an old text.',
  },
  falseAlarm: { zh: '正文只说某一渠道或某一类申请。', en: 'The text means one channel or kind.' },
  basis: null,
  check(context) {
    return contradictions(context, ['received'], (claim) => saysNone(claim, context.report));
  },
  examples: () => [
    { title: 'the text says how many', outcome: 'notApplicable' },
    {
      title: 'none in the text, some in the table',
      text: { overview: ['2023年，本机关未收到政府信息公开申请。'] },
      outcome: { fails: [{ expected: 59, actual: 0 }] },
    },
    {
      title: 'some in the text, none in the table',
      cells: { 'requests.received.total': 0, 'requests.carriedIn.total': 0 },
      text: { overview: ['2023年，本机关收到政府信息公开申请3件。'] },
      outcome: { fails: [{ expected: 0, actual: 3 }] },
    },
    {
      title: 'none in both',
      cells: { 'requests.received.total': 0, 'requests.carriedIn.total': 0 },
      text: { overview: ['本年度我局没有收到依申请公开事项。'] },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: 'one channel',
      text: { overview: ['2023年，网上申请0件。', '未收到通过网络提交的政府信息公开申请。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'a sentence left over from another year (L47)',
      text: { overview: ['截至2021年底，我局尚无收到申请情况。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'the table was not read',
      cells: { 'requests.received.total': undefined },
      text: { overview: ['本机关未收到政府信息公开申请。'] },
      outcome: 'undecided',
    },
    {
      title: 'the table has new requests alone: it has some',
      cells: { 'requests.carriedIn.total': 0 },
      text: { overview: ['2023年，本机关收到政府信息公开申请3件。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'the table has requests carried in alone: it has some',
      cells: { 'requests.received.total': 0 },
      text: { overview: ['2023年，本机关收到政府信息公开申请3件。'] },
      outcome: 'notApplicable',
    },
  ],
};

/** One side has none: the text denies any request, or it counts some where the table has none. */
export function saysNone({ kind, value }: Claim, report: Report): boolean {
  if (kind !== 'received') return false;
  const none = (['requests.received.total', 'requests.carriedIn.total'] as const).every(
    (cell) => numberAt(report, cell) === 0,
  );
  return value === 0 || none;
}
