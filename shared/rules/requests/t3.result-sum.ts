import { REQUEST_COLUMNS, RESULT_ROWS, type RequestAddress } from '../../domain/addresses.ts';
import type { Text } from '../../domain/labels.ts';
import { numberAt, type Report } from '../../report/types.ts';
import { FORM_2021_TABLE_3 } from '../basis.ts';
import { exampleTables } from '../example-data.ts';
import type { Fault, Rule } from '../types.ts';
import { addCells, decided, whyUndecided } from '../verdict.ts';
import { resultCells } from './rows.ts';
import { columnName, spellSum } from './words.ts';

export const rule: Rule = {
  id: 'T3.RESULT-SUM',
  title: { zh: '分项之和 ≠ （七）总计', en: 'Results do not add up to the total' },
  severity: 'error',
  about: 'cells',
  sum: { right: ['total'], along: 'column' },
  why: { zh: '（七）总计是（一）至（六）各项之和。', en: '(7) is the sum of (1) to (6).' },
  falseAlarm: {
    zh: '只在所有数字都已填写并读出时才判，没有已知的误报。',
    en: 'Judged only where every number is printed and read; no false alarm is known.',
  },
  basis: FORM_2021_TABLE_3,
  check({ report }) {
    const faults: Fault[] = [];
    const reasons: Text[] = [];
    const results = resultCells(report);
    for (const column of REQUEST_COLUMNS) {
      const parts = results[column];
      const total: RequestAddress = `requests.total.${column}`;
      const expected = addCells(report, parts, 'column');
      const actual = addCells(report, [total], 'column');
      if (expected === null || actual === null) reasons.push(whyUndecided(report, [...parts, total], 'column'));
      else if (expected !== actual) {
        const { zh, en } = columnName(column);
        const sum = spellSum(
          parts.map((cell) => numberAt(report, cell) as number),
          expected,
        );
        const difference = Math.abs(expected - actual);
        faults.push({
          message: {
            zh: `“${zh}”列：（一）至（六）各项之和${sum.zh}，（七）总计填的是${actual}，相差${difference}。`,
            en: `Column "${en}": the results (1) to (6) add up to ${sum.en}, the total (7) is ${actual}, a difference of ${difference}.`,
          },
          cells: [...parts, total],
          expected,
          actual,
        });
      }
    }
    const subtotals = checkSubtotals(report);
    return decided([...faults, ...subtotals.faults], [...reasons, ...subtotals.reasons]);
  },
  examples: () => [
    { title: 'every column adds up', outcome: 'pass' },
    {
      title: 'one result too many in one column',
      cells: { 'requests.notProcessed.repeated.legalService': 1 },
      outcome: {
        fails: [
          {
            message: {
              zh: '“法律服务机构”列：（一）至（六）各项之和2+1+1+1=5，（七）总计填的是4，相差1。',
              en: 'Column "legal services": the results (1) to (6) add up to 2+1+1+1 = 5, the total (7) is 4, a difference of 1.',
            },
            cells: [...RESULT_ROWS, 'total' as const].map((row) => `requests.${row}.legalService` as const),
            expected: 5,
            actual: 4,
          },
        ],
      },
    },
    {
      title: 'the form of 2019 has （六）其他处理 as one row',
      report: { format: '2019-60' },
      outcome: 'pass',
    },
    {
      title: 'a report in the form of 2019 that prints （六） as three rows: look at the rows',
      report: { format: '2019-60' },
      cells: {
        ...Object.fromEntries(REQUEST_COLUMNS.map((column) => [`requests.other.notCorrected.${column}`, 0])),
        ...Object.fromEntries(REQUEST_COLUMNS.map((column) => [`requests.other.feeUnpaid.${column}`, 0])),
        'requests.other.feeUnpaid.total': 1,
      },
      outcome: { fails: [{ expected: 61, actual: 60 }] },
    },
    {
      title: 'a printed sub-total that differs from its group',
      report: subtotalOfDenied([13, 1, 0, 0, 1, 0, 14]),
      outcome: {
        fails: [{ code: 'SUBTOTAL', expected: 15, actual: 14, evidence: [{ place: { line: 1 }, text: '14' }] }],
      },
    },
  ],
  cases: () => [
    {
      title: 'in the form of 2021 a row that is wholly missing at the end is not taken for 0',
      cells: {
        'requests.other.notCorrected.naturalPerson': undefined,
      },
      outcome: 'undecided',
    },
    { title: 'a blank total', cells: { 'requests.total.total': null }, outcome: 'undecided' },
    {
      title: 'a printed sub-total that fits its group',
      report: subtotalOfDenied([13, 1, 0, 0, 1, 0, 15]),
      outcome: 'pass',
    },
    {
      title: 'a printed sub-total of a group with a blank',
      report: subtotalOfDenied([13, 1, 0, 0, 1, 0, null]),
      outcome: 'undecided',
    },
    {
      title: 'a printed sub-total over a blank',
      report: subtotalOfDenied([13, 1, 0, 0, 1, 0, 15]),
      cells: { 'requests.denied.stateSecret.enterprise': null },
      outcome: 'undecided',
    },
    {
      title: 'a printed sub-total with a cell less',
      report: subtotalOfDenied([13, 1, 0, 0, 1, 0]),
      outcome: 'undecided',
    },
  ],
};

const GROUP_NAMES = {
  denied: '（三）不予公开',
  unavailable: '（四）无法提供',
  notProcessed: '（五）不予处理',
  other: '（六）其他处理',
};

/** Sub-total rows are no part of the form; where an agency prints one, it has to fit its group. */
function checkSubtotals(report: Report): { faults: Fault[]; reasons: Text[] } {
  const faults: Fault[] = [];
  const reasons: Text[] = [];
  for (const { row, cells: printed } of report.tables.requests.subtotals) {
    for (const [index, column] of REQUEST_COLUMNS.entries()) {
      const cells = resultCells(report)[column].filter((address) => address.startsWith(`requests.${row}.`));
      const expected = addCells(report, cells);
      const cell = printed[index];
      const actual = cell?.value;
      const { zh, en } = columnName(column);
      if (cell === undefined || typeof actual !== 'number' || expected === null) {
        reasons.push({
          zh: `“${GROUP_NAMES[row]}”小计行的“${zh}”列没有可核对的数字。`,
          en: `Sub-total of ${GROUP_NAMES[row]}: column "${en}" holds no number to check.`,
        });
      } else if (expected !== actual) {
        faults.push({
          code: 'SUBTOTAL',
          message: {
            zh: `“${GROUP_NAMES[row]}”小计行的“${zh}”列：各项之和为${expected}，小计填的是${actual}，相差${Math.abs(expected - actual)}。`,
            en: `Sub-total of ${GROUP_NAMES[row]}, column "${en}": the rows add up to ${expected}, the sub-total is ${actual}.`,
          },
          cells,
          expected,
          actual,
          evidence: [{ place: cell.place, text: cell.raw }],
        });
      }
    }
  }
  return { faults, reasons };
}

function subtotalOfDenied(values: (number | null)[]): Partial<Report> {
  const cells = values.map((value) => ({ value, raw: value === null ? '' : String(value), place: { line: 1 } }));
  return { tables: exampleTables('2021-30', { requests: { subtotals: [{ row: 'denied', cells }] } }) };
}
