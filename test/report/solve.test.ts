import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REQUEST_COLUMNS, requestRows } from '../../shared/domain/addresses.ts';
import { cuts } from '../../shared/report/tables/glued/cut.ts';
import { fittingWays, type Way } from '../../shared/report/tables/requests/solve.ts';
import { cellsArbitrary } from '../generator/cells.ts';

const ROWS = requestRows('2021-30');
const tableArbitrary = cellsArbitrary('2021-30', 'department').map(
  (cells) =>
    new Map(ROWS.map((row) => [row, REQUEST_COLUMNS.map((column) => cells.get(`requests.${row}.${column}`) ?? 0)])),
);

test('the true way of every row is among those that fit, and a row with one way keeps it', () => {
  fc.assert(
    fc.property(tableArbitrary, (table) => {
      const ways = new Map(
        [...table].map(([row, numbers]) => [row, cuts({ digits: numbers.join(''), breaks: new Set() }, 7)]),
      );
      const fitting = fittingWays(ways);
      for (const [row, numbers] of table) if (fitting) expect(fitting.get(row)).toContainEqual(numbers);
    }),
    { numRuns: 40 },
  );
});

test('the columns decide between two ways of a row', () => {
  const zeros: Way = [0, 0, 0, 0, 0, 0, 0];
  const one: Way = [5, 0, 0, 0, 0, 0, 5];
  const other: Way = [0, 5, 0, 0, 0, 0, 5];
  const ways = new Map(ROWS.map((row) => [row, [zeros]]));
  for (const row of ['received', 'total'] as const) ways.set(row, [one]);
  ways.set('granted', [other, one]);
  expect(fittingWays(ways)?.get('granted')).toEqual([one]);
});

test('nothing fits where a sum is wrong, a row of the frame is missing, or there are too many ways to tell', () => {
  const zeros: Way = [0, 0, 0, 0, 0, 0, 0];
  const ways = new Map(ROWS.map((row) => [row, [zeros]]));
  expect(fittingWays(ways)).not.toBeNull();
  expect(fittingWays(new Map(ways).set('granted', [[1, 0, 0, 0, 0, 0, 1]]))).toBeNull();
  const cut = new Map(ways);
  cut.delete('total');
  expect(fittingWays(cut)).toBeNull();
  const many = Array.from({ length: 60 }, (_, index): Way => [index, 0, 0, 0, 0, 0, 60 ** (index % 5)]);
  expect(fittingWays(new Map(ROWS.map((row) => [row, many])))).toBeNull();
});
