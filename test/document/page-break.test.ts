/** A table that goes on over a page break in the middle of a row. */
import { expect, test } from 'vitest';
import { joinPages } from '../../shared/document/formats/pdf/join.ts';

const VALUES = ['1', '2', '3', '4', '5'];
const BLANKS = VALUES.map(() => '');
const BEFORE = ['2.重复申请', ...VALUES];

function page(number: number, rows: string[][]) {
  const cells = rows.map((texts, row) =>
    texts.map((text, column) => ({ text, x: column, y: row, column, colSpan: 1, rowSpan: 1 })),
  );
  return {
    number,
    width: 600,
    height: 800,
    items: [{ kind: 'table' as const, rows: cells, columns: VALUES.length + 1, x: 0, y: 0 }],
  };
}

test.each([
  [
    'values above',
    ['1.申请人无正当理由', ...VALUES],
    ['逾期不补正', ...BLANKS],
    [['1.申请人无正当理由逾期不补正', ...VALUES]],
  ],
  [
    'values below',
    ['1.申请人无正当理由', ...BLANKS],
    ['逾期不补正', ...VALUES],
    [['1.申请人无正当理由逾期不补正', ...VALUES]],
  ],
  [
    'a row of blanks',
    ['1.申请人', ...VALUES],
    ['2.其他', ...BLANKS],
    [
      ['1.申请人', ...VALUES],
      ['2.其他', ...BLANKS],
    ],
  ],
  [
    'values in both',
    ['1.申请人', ...VALUES],
    ['其他', ...VALUES],
    [
      ['1.申请人', ...VALUES],
      ['其他', ...VALUES],
    ],
  ],
  [
    'too few values',
    ['行政处罚', '1', '2', '', '', ''],
    ['行政强制', ...BLANKS],
    [
      ['行政处罚', '1', '2', '', '', ''],
      ['行政强制', ...BLANKS],
    ],
  ],
])('%s', (_, last, first, rows) => {
  const [table] = joinPages([page(1, [BEFORE, last]), page(2, [first])]);
  expect(table).toMatchObject({ kind: 'table' });
  expect(table?.kind === 'table' && table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    BEFORE,
    ...rows,
  ]);
});
