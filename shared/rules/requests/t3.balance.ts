import { REQUEST_COLUMNS, type RequestAddress, type RequestColumn } from '../../domain/addresses.ts';
import type { Text } from '../../domain/labels.ts';
import { numberAt } from '../../report/types.ts';
import { FORM_2021_TABLE_3 } from '../basis.ts';
import type { Fault, Rule } from '../types.ts';
import { addCells, decided, whyUndecided } from '../verdict.ts';
import { columnName } from './words.ts';

const SUMS = REQUEST_COLUMNS.map((column) => ({
  column,
  coming: [`requests.received.${column}`, `requests.carriedIn.${column}`] as RequestAddress[],
  going: [`requests.total.${column}`, `requests.carriedOut.${column}`] as RequestAddress[],
}));

export const rule: Rule = {
  id: 'T3.BALANCE',
  title: {
    zh: '新收+结转 ≠ 办理结果总计+结转下年度',
    en: 'Received and carried in differ from done and carried out',
  },
  severity: 'error',
  about: 'cells',
  sum: { right: ['total', 'carriedOut'], along: 'column' },
  why: {
    zh: '格式注明：第一项加第二项等于第三项加第四项。',
    en: 'Printed on the form: items 1 and 2 equal items 3 and 4.',
  },
  falseAlarm: {
    zh: '只在所有数字都已填写并读出时才判，没有已知的误报。',
    en: 'Judged only where every number is printed and read; no false alarm is known.',
  },
  basis: FORM_2021_TABLE_3,
  check({ report }) {
    const faults: Fault[] = [];
    const reasons: Text[] = [];
    for (const { column, coming, going } of SUMS) {
      const expected = addCells(report, coming, 'column');
      const actual = addCells(report, going, 'column');
      const cells = [...coming, ...going];
      if (expected === null || actual === null) reasons.push(whyUndecided(report, cells, 'column'));
      else if (expected !== actual) {
        const numbers = cells.map((cell) => numberAt(report, cell) as number);
        faults.push({ message: toMessage(column, numbers, expected, actual), cells, expected, actual });
      }
    }
    return decided(faults, reasons);
  },
  examples: () => [
    { title: 'every column balances', outcome: 'pass' },
    {
      title: 'one more done than came in',
      cells: { 'requests.total.enterprise': 6 },
      outcome: {
        fails: [
          {
            message: {
              zh: '“商业企业”列：新收5+结转1=6，办理总计6+结转下年度1=7，相差1。',
              en: 'Column "enterprises": received 5 + carried in 1 = 6, done 6 + carried out 1 = 7, a difference of 1.',
            },
            cells: [
              'requests.received.enterprise',
              'requests.carriedIn.enterprise',
              'requests.total.enterprise',
              'requests.carriedOut.enterprise',
            ],
            expected: 6,
            actual: 7,
          },
        ],
      },
    },
    {
      title: 'two columns are two findings',
      cells: { 'requests.carriedOut.naturalPerson': 3, 'requests.carriedOut.total': 4 },
      outcome: {
        fails: [
          { expected: 49, actual: 50 },
          { expected: 63, actual: 64 },
        ],
      },
    },
    {
      title: 'carried in counts as received does',
      cells: { 'requests.carriedIn.legalService': 1, 'requests.carriedOut.legalService': 1 },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: 'a blank cell leaves its column undecided',
      cells: { 'requests.carriedIn.total': null },
      outcome: 'undecided',
    },
    {
      title: 'a cell that was not read is not 0',
      cells: { 'requests.carriedOut.legalService': undefined },
      outcome: 'undecided',
    },
  ],
};

function toMessage(column: RequestColumn, numbers: readonly number[], expected: number, actual: number) {
  const [received, carriedIn, done, carriedOut] = numbers;
  const difference = Math.abs(expected - actual);
  const { zh, en } = columnName(column);
  return {
    zh: `“${zh}”列：新收${received}+结转${carriedIn}=${expected}，办理总计${done}+结转下年度${carriedOut}=${actual}，相差${difference}。`,
    en: `Column "${en}": received ${received} + carried in ${carriedIn} = ${expected}, done ${done} + carried out ${carriedOut} = ${actual}, a difference of ${difference}.`,
  };
}
