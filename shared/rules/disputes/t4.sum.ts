import { DISPUTE_BLOCKS, type DisputeAddress, disputeBlock } from '../../domain/addresses.ts';
import { ROW_LABELS, type Text } from '../../domain/labels.ts';
import { numberAt } from '../../report/types.ts';
import { FORM_2021_TABLE_4 } from '../basis.ts';
import type { Fault, Rule } from '../types.ts';
import { addCells, decided, whyUndecided } from '../verdict.ts';

const BLOCKS = DISPUTE_BLOCKS.map((block) => {
  const cells = disputeBlock(block);
  return {
    label: ROW_LABELS[`disputes.${block}`] as Text,
    cells,
    parts: cells.slice(0, -1),
    total: cells.at(-1) as DisputeAddress,
  };
});

const TOTAL_LEFT_OUT: Text = {
  zh: '总计为0而分项不为0，总计可能漏填。',
  en: 'The total is 0 while its parts are not: it may have been left at 0.',
};

export const rule: Rule = {
  id: 'T4.SUM',
  title: { zh: '四项之和 ≠ 总计', en: 'Outcomes do not add up to the total' },
  severity: 'error',
  about: 'cells',
  sum: { right: ['total'], along: 'row' },
  why: { zh: '每一类复议、诉讼的总计是四种结果之和。', en: 'The total is that of the four outcomes.' },
  falseAlarm: {
    zh: '只在所有数字都已填写并读出时才判，没有已知的误报。',
    en: 'Judged only where every number is printed and read; no false alarm is known.',
  },
  basis: FORM_2021_TABLE_4,
  check({ report }) {
    const faults: Fault[] = [];
    const reasons: Text[] = [];
    for (const { label, cells, parts, total } of BLOCKS) {
      const expected = addCells(report, parts, 'row');
      const actual = addCells(report, [total], 'row');
      if (expected === null || actual === null) reasons.push(whyUndecided(report, cells, 'row'));
      else if (expected !== actual) {
        const [upheld, corrected, other, pending] = parts.map((cell) => numberAt(report, cell));
        const difference = Math.abs(expected - actual);
        faults.push({
          message: {
            zh: `“${label.zh}”：维持${upheld}+纠正${corrected}+其他${other}+尚未审结${pending}=${expected}，总计填的是${actual}，相差${difference}。`,
            en: `"${label.en}": upheld ${upheld} + corrected ${corrected} + other ${other} + pending ${pending} = ${expected}, the total is ${actual}, a difference of ${difference}.`,
          },
          ...(actual === 0 && { hint: TOTAL_LEFT_OUT }),
          cells,
          expected,
          actual,
        });
      }
    }
    return decided(faults, reasons);
  },
  examples: () => [
    { title: 'every block adds up', outcome: 'pass' },
    {
      title: 'a total one too large',
      cells: { 'disputes.reconsideration.total': 7 },
      outcome: {
        fails: [
          {
            message: {
              zh: '“行政复议”：维持3+纠正1+其他1+尚未审结1=6，总计填的是7，相差1。',
              en: '"reconsideration": upheld 3 + corrected 1 + other 1 + pending 1 = 6, the total is 7, a difference of 1.',
            },
            cells: disputeBlock('reconsideration'),
            expected: 6,
            actual: 7,
          },
        ],
      },
    },
    {
      title: 'all totals left at 0',
      cells: {
        'disputes.reconsideration.total': 0,
        'disputes.directLitigation.total': 0,
        'disputes.litigationAfterReconsideration.total': 0,
      },
      outcome: {
        fails: [
          { expected: 6, hint: TOTAL_LEFT_OUT },
          { expected: 2, hint: TOTAL_LEFT_OUT },
          { expected: 2, hint: TOTAL_LEFT_OUT },
        ],
      },
    },
    {
      title: 'cells printed with a lost space',
      raw: { 'disputes.reconsideration.upheld': '3?', 'disputes.reconsideration.pending': '?1' },
      outcome: 'pass',
    },
  ],
  cases: () => [
    { title: 'a blank outcome', cells: { 'disputes.directLitigation.corrected': null }, outcome: 'undecided' },
    {
      title: 'a total that was not read',
      cells: { 'disputes.directLitigation.total': undefined },
      outcome: 'undecided',
    },
  ],
};
