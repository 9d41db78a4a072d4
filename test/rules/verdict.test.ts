import { expect, test } from 'vitest';
import { SAY } from '../../shared/output/language.ts';
import { exampleReport } from '../../shared/rules/example.ts';
import { exampleTables } from '../../shared/rules/example-data.ts';
import { addCells, decided, whyUndecided } from '../../shared/rules/verdict.ts';

const CELLS = ['requests.received.total', 'requests.carriedIn.total'] as const;

test('a sum over a blank or over a cell that was not read is none, whatever the other cells hold', () => {
  expect(addCells(exampleReport(), CELLS)).toBe(63);
  expect(addCells(exampleReport({ cells: { [CELLS[1]]: null } }), CELLS)).toBeNull();
  expect(addCells(exampleReport({ cells: { [CELLS[1]]: undefined } }), CELLS)).toBeNull();
});

test('the reason names the first cell without a number, or the table that was not read', () => {
  expect(SAY.zh(whyUndecided(exampleReport({ cells: { [CELLS[1]]: null } }), CELLS))).toBe(
    '“二、上年结转政府信息公开申请数量·总计”没有填数字。',
  );
  expect(SAY.zh(whyUndecided(exampleReport({ cells: { [CELLS[1]]: undefined } }), CELLS))).toBe(
    '“二、上年结转政府信息公开申请数量·总计”没有读到。',
  );
  const tables = exampleTables('2021-30', { requests: { state: 'missing' } });
  expect(SAY.zh(whyUndecided(exampleReport({ report: { tables } }), CELLS))).toBe(
    '“三、收到和处理政府信息公开申请情况”的报表没有读到数据。',
  );
});

test('a cell that a sum placed proves nothing about that sum, and still counts elsewhere', () => {
  const report = exampleReport();
  const cells = new Map(report.cells);
  const cell = cells.get(CELLS[1]);
  if (cell === undefined) throw new Error('no such cell');
  cells.set(CELLS[1], { ...cell, by: 'sums', restsOn: ['row'] });
  const placed = { ...report, cells };
  expect(addCells(placed, CELLS)).toBe(63);
  expect(addCells(placed, CELLS, 'column')).toBe(63);
  expect(addCells(placed, CELLS, 'row')).toBeNull();
  expect(SAY.zh(whyUndecided(placed, CELLS, 'row'))).toBe(
    '“二、上年结转政府信息公开申请数量·总计”是依据勾稽关系读出的，不能再用来核对这一关系。',
  );
  expect(() => whyUndecided(placed, CELLS, 'column')).toThrow(RangeError);
});

test('there is no reason where every cell holds a number', () => {
  expect(() => whyUndecided(exampleReport(), CELLS)).toThrow(RangeError);
});

test('equal reasons are told once', () => {
  const reason = { zh: '甲', en: 'a' };
  expect(decided([], [reason, { ...reason }, { zh: '乙', en: 'b' }])).toEqual({
    verdict: 'decided',
    faults: [],
    undecided: [reason, { zh: '乙', en: 'b' }],
  });
});
