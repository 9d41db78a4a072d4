/**
 * Why the sums of table 3 miss, where one cause explains all of them. Only a table without a single gap is looked at,
 * and a cause is named only if mending it mends every sum, and nothing else of its kind would.
 */

import {
  REQUEST_COLUMNS,
  REQUEST_ROWS,
  type RequestAddress,
  type RequestRow,
  requestRow,
  requestRows,
} from '../../domain/addresses.ts';
import { cellLabel, type Text } from '../../domain/labels.ts';
import { numberAt, type Report } from '../../report/types.ts';
import { quote } from '../quote.ts';
import type { Fault } from '../types.ts';
import { hasSingleOtherRow } from './rows.ts';

/** The faults with the hint that explains all of them, if there is one. */
export function likelyCause(report: Report, faults: Fault[]): Fault[] {
  if (faults.length === 0) return faults; // Most reports are right: nothing to look for.
  const table = readTable(report);
  const hint = table && (oneCell(table) ?? swapped(table) ?? countedTwice(table));
  return hint ? faults.map((fault) => ({ ...fault, hint })) : faults;
}

const TOTAL = REQUEST_COLUMNS.length - 1;

interface Table {
  rows: readonly RequestRow[];
  numbers: number[][];
}

const LAYOUTS = {
  three: layout(REQUEST_ROWS),
  one: layout(requestRows('2019-60')),
};

function layout(rows: readonly RequestRow[]) {
  return { rows, cells: rows.map(requestRow) };
}

function readTable(report: Report): Table | null {
  const { rows, cells } = hasSingleOtherRow(report) ? LAYOUTS.one : LAYOUTS.three;
  const numbers: number[][] = [];
  for (const row of cells) {
    const values: number[] = [];
    for (const cell of row) {
      const value = numberAt(report, cell);
      if (typeof value !== 'number') return null;
      values.push(value);
    }
    numbers.push(values);
  }
  return { rows, numbers };
}

/** Rows and columns come from the table itself: there is a number in each. */
const at = (numbers: readonly (readonly number[])[], row: number, column: number) => numbers[row]?.[column] as number;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** By how much the applicants of a row exceed its total. */
const rowMiss = (row: readonly number[]) => sum(row.slice(0, TOTAL)) - sum(row.slice(TOTAL));

/** By how much, in a column, the results exceed (七)总计, and what came in exceeds what went out. */
function columnMiss(numbers: readonly (readonly number[])[], column: number): { sum: number; balance: number } {
  const values = numbers.map((_, row) => at(numbers, row, column));
  const total = sum(values.slice(-2, -1));
  return { sum: sum(values.slice(2, -2)) - total, balance: sum(values.slice(0, 2)) - total - sum(values.slice(-1)) };
}

const wrongRows = (numbers: number[][]) => [...numbers.keys()].filter((row) => rowMiss(numbers[row] ?? []) !== 0);

const wrongColumns = (numbers: number[][]) =>
  [...REQUEST_COLUMNS.keys()].filter((column) => {
    const miss = columnMiss(numbers, column);
    return miss.sum !== 0 || miss.balance !== 0;
  });

const isRight = (numbers: number[][]) => wrongRows(numbers).length === 0 && wrongColumns(numbers).length === 0;

/** The cell where the wrong row and the wrong column cross; with more than one of either no single cell mends all. */
function oneCell({ rows, numbers }: Table): Text | null {
  const [row] = wrongRows(numbers);
  const [column] = wrongColumns(numbers);
  if (row === undefined || column === undefined) return null;
  const is = at(numbers, row, column);
  const miss = rowMiss(numbers[row] ?? []);
  const shouldBe = column === TOTAL ? is + miss : is - miss;
  if (shouldBe < 0 || !isRight(withCell(numbers, row, column, shouldBe))) return null;
  const label = cellLabel(addressAt(rows, row, column));
  return {
    zh: `只要把${quote(label.zh)}由${is}改为${shouldBe}，全表的勾稽关系就都成立，请先核对这一格。`,
    en: `With ${shouldBe} instead of ${is} in "${label.en}" every sum of the table is right: check this cell first.`,
  };
}

/** Two neighbours in a row or a column whose exchange mends everything; none if there are two such pairs. */
function swapped({ rows, numbers }: Table): Text | null {
  const found: [number, number, number, number][] = [];
  for (const row of numbers.keys()) {
    for (const column of REQUEST_COLUMNS.keys()) {
      for (const [row2, column2] of [
        [row, column + 1],
        [row + 1, column],
      ] as const) {
        const one = at(numbers, row, column);
        const other = numbers[row2]?.[column2];
        // Equal numbers, most of them zeros, mend nothing: skipped for speed alone.
        if (other === undefined || other === one) continue;
        const exchanged = withCell(withCell(numbers, row, column, other), row2, column2, one);
        if (isRight(exchanged)) found.push([row, column, row2, column2]);
      }
    }
  }
  const [pair, another] = found;
  if (!pair || another) return null;
  const [row, column, row2, column2] = pair;
  const one = cellLabel(addressAt(rows, row, column));
  const other = cellLabel(addressAt(rows, row2, column2));
  return {
    zh: `把${quote(one.zh)}与${quote(other.zh)}两格对调后，全表的勾稽关系就都成立，可能是错${row === row2 ? '列' : '行'}。`,
    en: `With "${one.en}" and "${other.en}" exchanged every sum of the table is right: they may have been swapped.`,
  };
}

/** The results exceed the total by just (二)部分公开 in every column, and all else is right. */
function countedTwice({ rows, numbers }: Table): Text | null {
  const explained = [...REQUEST_COLUMNS.keys()].every((column) => {
    const miss = columnMiss(numbers, column);
    return miss.sum === at(numbers, rows.indexOf('partiallyGranted'), column) && miss.balance === 0;
  });
  if (!explained || wrongRows(numbers).length > 0) return null;
  return {
    zh: '每一列的差额都恰好等于“(二)部分公开”的件数，部分公开的申请可能又计入了其他情形；区分处理的，只计部分公开。',
    en: 'In every column the difference is just (2) partially granted: these requests may be counted in another row as well.',
  };
}

function withCell(numbers: number[][], row: number, column: number, value: number): number[][] {
  return numbers.map((values, index) => (index === row ? values.with(column, value) : values));
}

function addressAt(rows: readonly RequestRow[], row: number, column: number): RequestAddress {
  return requestRow(rows[row] as RequestRow)[column] as RequestAddress;
}
