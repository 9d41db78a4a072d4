import { expect, test } from 'vitest';
import { exampleReport } from '../../shared/rules/example.ts';
import { exampleTables } from '../../shared/rules/example-data.ts';
import { decided, sumOf, whyUndecided } from '../../shared/rules/verdict.ts';

const CELLS = ['requests.received.total', 'requests.carriedIn.total'] as const;

test('a sum over a blank or over a cell that was not read is none, whatever the other cells hold', () => {
  expect(sumOf(exampleReport(), CELLS)).toBe(63);
  expect(sumOf(exampleReport({ cells: { [CELLS[1]]: null } }), CELLS)).toBeNull();
  expect(sumOf(exampleReport({ cells: { [CELLS[1]]: undefined } }), CELLS)).toBeNull();
});

test('the reason names the first cell without a number, or the table that was not read', () => {
  expect(whyUndecided(exampleReport({ cells: { [CELLS[1]]: null } }), CELLS)).toBe(
    '“二、上年结转政府信息公开申请数量·总计”没有填数字。',
  );
  expect(whyUndecided(exampleReport({ cells: { [CELLS[1]]: undefined } }), CELLS)).toBe(
    '“二、上年结转政府信息公开申请数量·总计”没有读到。',
  );
  const tables = exampleTables('2021-30', { requests: { state: 'missing' } });
  expect(whyUndecided(exampleReport({ report: { tables } }), CELLS)).toBe(
    '“三、收到和处理政府信息公开申请情况”的报表没有读到数据。',
  );
});

test('there is no reason where every cell holds a number', () => {
  expect(() => whyUndecided(exampleReport(), CELLS)).toThrow(RangeError);
});

test('equal reasons are told once', () => {
  expect(decided([], ['a', 'b', 'a'])).toEqual({ verdict: 'decided', faults: [], undecided: ['a', 'b'] });
});
