import { REQUEST_ROWS, type RequestRow, requestRow } from '../../domain/addresses.ts';
import type { Text } from '../../domain/labels.ts';
import { isEvidence, numberAt } from '../../report/types.ts';
import { FORM_2021_TABLE_3 } from '../basis.ts';
import { quote } from '../quote.ts';
import type { Fault, Rule } from '../types.ts';
import { addCells, decided, whyUndecided } from '../verdict.ts';
import { hasSingleOtherRow } from './rows.ts';
import { rowName, spellSum } from './words.ts';

const ROWS = REQUEST_ROWS.map((row) => {
  const cells = requestRow(row);
  return { row, cells, parts: cells.slice(0, -1), total: cells.at(-1) as (typeof cells)[number] };
});

export const rule: Rule = {
  id: 'T3.ROW-TOTAL',
  title: { zh: '各类申请人之和 ≠ 总计', en: 'Applicants do not add up to the total of the row' },
  severity: 'error',
  about: 'cells',
  sum: { right: ['total'], along: 'row' },
  why: { zh: '总计列是各类申请人之和。', en: 'The total is that of the applicants.' },
  falseAlarm: {
    zh: '只在所有数字都已填写并读出时才判；总计空白的只作提示。',
    en: 'Judged only where every number is read; a blank total is a remark.',
  },
  basis: FORM_2021_TABLE_3,
  check({ report }) {
    const faults: Fault[] = [];
    const blank: Fault[] = [];
    const reasons: Text[] = [];
    const skipped: readonly RequestRow[] = hasSingleOtherRow(report) ? ['other.notCorrected', 'other.feeUnpaid'] : [];
    for (const { row, cells, parts, total } of ROWS) {
      if (skipped.includes(row)) continue;
      const expected = addCells(report, parts, 'row');
      const actual = isEvidence(report, total, 'row') ? numberAt(report, total) : undefined;
      if (expected !== null && actual === null) blank.push(blankTotal(row, expected, cells));
      else if (expected === null || typeof actual !== 'number') reasons.push(whyUndecided(report, cells, 'row'));
      else if (expected !== actual) {
        const sum = spellSum(
          parts.map((cell) => numberAt(report, cell) as number),
          expected,
        );
        faults.push({ message: toMessage(row, sum, expected, actual), cells, expected, actual });
      }
    }
    return decided([...faults, ...(blank.length > MOST_BLANK ? [blankColumn(blank)] : blank)], reasons);
  },
  examples: () => [
    { title: 'every row adds up', outcome: 'pass' },
    {
      title: 'a total one too small',
      cells: { 'requests.received.total': 58 },
      outcome: {
        fails: [
          {
            message: {
              zh: '“一、本年新收政府信息公开申请数量”行：各类申请人之和46+5+1+2+4+1=59，总计填的是58，相差1。',
              en: 'Row "1. received this year": the applicants add up to 46+5+1+2+4+1 = 59, the total is 58, a difference of 1.',
            },
            cells: requestRow('received'),
            expected: 59,
            actual: 58,
          },
        ],
      },
    },
    {
      title: 'a row of zeros with a total',
      cells: { 'requests.denied.stateSecret.total': 2 },
      outcome: { fails: [{ expected: 0, actual: 2 }] },
    },
    {
      title: 'a blank total (a habit of 2019) is only a remark',
      cells: { 'requests.granted.total': null },
      outcome: { fails: [{ code: 'BLANK', severity: 'notice', expected: 24, actual: null }] },
    },
    {
      title: 'only the totals filled in',
      cells: Object.fromEntries(requestRow('granted').map((cell) => [cell, cell.endsWith('.total') ? 24 : null])),
      outcome: 'undecided',
    },
  ],
  cases: () => [
    {
      title: 'a column of totals left blank is one remark',
      cells: Object.fromEntries(REQUEST_ROWS.map((row) => [`requests.${row}.total`, null])),
      outcome: { fails: [{ code: 'BLANK', severity: 'notice', actual: null }] },
    },
    {
      title: 'a total that was not read',
      cells: { 'requests.granted.total': undefined },
      outcome: 'undecided',
    },
    { title: 'the form of 2019 has two rows less', report: { format: '2019-60' }, outcome: 'pass' },
    {
      title: 'a blank total beside another blank',
      cells: { 'requests.granted.total': null, 'requests.granted.enterprise': null },
      outcome: 'undecided',
    },
  ],
};

function toMessage(row: RequestRow, sum: Text, expected: number, actual: number) {
  const { zh, en } = rowName(row);
  const difference = Math.abs(expected - actual);
  return {
    zh: `${quote(zh)}行：各类申请人之和${sum.zh}，总计填的是${actual}，相差${difference}。`,
    en: `Row "${en}": the applicants add up to ${sum.en}, the total is ${actual}, a difference of ${difference}.`,
  };
}

/** More rows with a blank total are one habit: the whole column was left blank. */
const MOST_BLANK = 2;

function blankColumn(blank: readonly Fault[]): Fault {
  return {
    code: 'BLANK',
    severity: 'notice',
    message: {
      zh: `“总计”一列有${blank.length}行没有填数字，请按各类申请人之和补填。`,
      en: `${blank.length} rows have no number in the column of totals: add up the applicants.`,
    },
    cells: blank.flatMap(({ cells }) => cells?.slice(-1) ?? []),
    actual: null,
  };
}

function blankTotal(row: RequestRow, expected: number, cells: Fault['cells'] & {}): Fault {
  const { zh, en } = rowName(row);
  return {
    code: 'BLANK',
    severity: 'notice',
    message: {
      zh: `${quote(zh)}行：总计没有填数字，各类申请人之和为${expected}。`,
      en: `Row "${en}": the total holds no number; the applicants add up to ${expected}.`,
    },
    cells,
    expected,
    actual: null,
  };
}
