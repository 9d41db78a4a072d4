/**
 * Slips of a hand in table 3, one search for each kind: which cells would hold other numbers without it. What a search
 * gives need not mend every sum: `repairs.ts` takes only what does.
 */
import {
  type CellAddress,
  parseAddress,
  REQUEST_COLUMNS,
  type RequestColumn,
  type RequestRow,
  requestRow,
} from '../domain/addresses.ts';
import type { Report } from '../report/types.ts';
import { type CellNumbers, type CellSum, missOf, type Sums } from './sums.ts';

/** From the simplest to the most entangled; kinds of one step explain the same sums, and are alternatives. */
export const STEPS = [
  ['cell'],
  ['totalRow'],
  ['exchanged'],
  ['cellAndTotal', 'cellAndTotals'],
  ['cellAndResultTotal'],
  ['totalColumn'],
  ['rowShifted'],
  ['rowsShifted'],
  ['countedTwice'],
] as const;
export type RepairKind = (typeof STEPS)[number][number];

export interface Table {
  report: Report;
  sums: Sums;
  numbers: CellNumbers;
  rows: readonly RequestRow[];
  broken: readonly CellSum[];
}

const at = (row: RequestRow, column: RequestColumn) => `requests.${row}.${column}` as const;

/** Only cells whose number changes. */
function changed(table: Table, entries: Iterable<readonly [CellAddress, number]>): CellNumbers {
  return new Map([...entries].filter(([cell, value]) => table.numbers.get(cell) !== value));
}

export const SEARCH: Record<RepairKind, (table: Table) => CellNumbers[]> = {
  /** One cell, from the first broken sum: every cell of it with the number that mends it. */
  cell(table) {
    const [first] = table.broken;
    return first ? mending(table.numbers, first).map(([cell, value]) => new Map([[cell, value]])) : [];
  },

  /** （七）总计 left at 0, or filled from elsewhere, in more than one column of applicants. */
  totalRow(table) {
    const changes = totalsOf(table, 'results');
    const isZero = requestRow('total').every((cell) => !table.numbers.get(cell));
    return changes.size > 2 || isZero ? [changes] : [];
  },

  /** The column 总计 left at 0, or filled from elsewhere, in more than one row. */
  totalColumn(table) {
    const changes = totalsOf(table, 'row');
    return changes.size > 1 ? [changes] : [];
  },

  /** A cell, and the 总计 of its row with it: the row adds up, the two columns do not. */
  cellAndTotal(table) {
    return together(table, (row, column) => (column === 'total' ? null : at(row, 'total')));
  },

  /** A cell of a result, added up into 总计, （七）总计 and their corner: only what came in and what went out differ. */
  cellAndTotals(table) {
    const sums = table.broken.filter(({ kind }) => kind === 'balance');
    return sums.flatMap((sum) => {
      const { column } = parseAddress(sum.whole[0] as CellAddress);
      const by = missOf(sum, table.numbers) ?? 0;
      if (column === 'total') return [];
      return table.rows
        .filter((row) => !FRAME.includes(row))
        .map((row) => {
          const cells = [row, 'total' as const].flatMap((one) => [at(one, column as RequestColumn), at(one, 'total')]);
          return new Map(cells.map((cell) => [cell, (table.numbers.get(cell) ?? 0) + by]));
        });
    });
  },

  /** A cell, and （七）总计 under it: the results add up, the two rows do not. */
  cellAndResultTotal(table) {
    return together(table, (row, column) => (FRAME.includes(row) ? null : at('total', column)));
  },

  /** Two neighbours in a row or a column. */
  exchanged(table) {
    return table.rows.flatMap((row, index) =>
      REQUEST_COLUMNS.flatMap((column, position) => {
        const below = table.rows[index + 1];
        const right = REQUEST_COLUMNS[position + 1];
        const others = [below && at(below, column), right && at(row, right)];
        return others.flatMap((other) => (other ? exchange(table, at(row, column), other) : []));
      }),
    );
  },

  /** A row whose numbers stand one column to the left or to the right of their own. */
  rowShifted(table) {
    const rows = table.broken.filter(({ kind }) => kind === 'row');
    return rows.flatMap((sum) => {
      const cells = [...sum.parts, ...sum.whole];
      const values = cells.map((cell) => table.numbers.get(cell) ?? 0);
      const toLeft = [...values.slice(1, 7), total(values.slice(1, 7))];
      const inner = values.slice(0, 6);
      const toRight = [(inner[5] ?? 0) - total(inner.slice(0, 5)), ...inner];
      return [toLeft, toRight].map((repaired) =>
        changed(
          table,
          cells.map((cell, index) => [cell, repaired[index] ?? 0]),
        ),
      );
    });
  },

  /** From one row on, every number stands a row too low or too high; the row that fell out follows from the sums. */
  rowsShifted(table) {
    const numbers = (row: RequestRow | undefined) => REQUEST_COLUMNS.map((column) => cellNumber(table, row, column));
    const last = table.rows.length - 1;
    const come = numbers('received').map((value, index) => value + (numbers('carriedIn')[index] ?? 0));
    return table.rows.flatMap((_, start) => {
      if (start < 2 || start >= last - 1) return [];
      const upwards = new Map<CellAddress, number>();
      const downwards = new Map<CellAddress, number>();
      for (const [index, column] of REQUEST_COLUMNS.entries()) {
        const values = table.rows.map((row) => cellNumber(table, row, column));
        const lifted = [...values.slice(0, start), ...values.slice(start + 1)];
        lifted.push((come[index] ?? 0) - (lifted[last - 1] ?? 0));
        const lowered = [...values.slice(0, start), 0, ...values.slice(start, last)];
        lowered[start] = (lowered[last - 1] ?? 0) - total(lowered.slice(2, last - 1));
        for (const [position, row] of table.rows.entries()) {
          upwards.set(at(row, column), lifted[position] ?? 0);
          downwards.set(at(row, column), lowered[position] ?? 0);
        }
      }
      return [changed(table, upwards), changed(table, downwards)];
    });
  },

  /** Requests granted in part are in one other row of results as well, in every column. */
  countedTwice(table) {
    const partly = REQUEST_COLUMNS.map((column) => cellNumber(table, 'partiallyGranted', column));
    if (total(partly) < 2) return [];
    return table.rows
      .filter((row) => !FRAME.includes(row) && row !== 'partiallyGranted')
      .map((row) =>
        changed(
          table,
          REQUEST_COLUMNS.map((column, index) => [
            at(row, column),
            cellNumber(table, row, column) - (partly[index] ?? 0),
          ]),
        ),
      );
  },
};

/** The totals of all sums of one kind that miss, each with the number that its parts give. */
function totalsOf(table: Table, kind: CellSum['kind']): CellNumbers {
  const entries = table.sums.all.flatMap((sum): [CellAddress, number][] => {
    const miss = sum.kind === kind ? missOf(sum, table.numbers) : null;
    const [whole] = sum.whole;
    return miss === null || whole === undefined ? [] : [[whole, (table.numbers.get(whole) ?? 0) + miss]];
  });
  return changed(table, entries);
}

/** Rows around the results. */
const FRAME: readonly RequestRow[] = ['received', 'carriedIn', 'total', 'carriedOut'];

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

function cellNumber({ numbers }: Table, row: RequestRow | undefined, column: RequestColumn): number {
  return (row && numbers.get(at(row, column))) ?? 0;
}

/** Each cell of a broken sum, with the number that mends the sum. */
export function mending(numbers: CellNumbers, sum: CellSum): [CellAddress, number][] {
  const miss = missOf(sum, numbers) ?? 0;
  return [
    ...sum.whole.map((cell): [CellAddress, number] => [cell, (numbers.get(cell) ?? 0) + miss]),
    ...sum.parts.map((cell): [CellAddress, number] => [cell, (numbers.get(cell) ?? 0) - miss]),
  ];
}

/** Each cell with another that moves by the same, from the broken sums that only one of the two takes part in. */
function together(
  table: Table,
  partner: (row: RequestRow, column: RequestColumn) => CellAddress | null,
): CellNumbers[] {
  const seen = new Set<string>();
  return table.broken.flatMap((sum) =>
    mending(table.numbers, sum).flatMap(([cell, value]) => {
      const { row, column } = parseAddress(cell);
      const other = partner(row as RequestRow, column as RequestColumn);
      const by = value - (table.numbers.get(cell) ?? 0);
      const key = `${cell} ${by}`;
      if (other === null || seen.has(key) || !table.numbers.has(other)) return [];
      seen.add(key);
      return [
        new Map<CellAddress, number>([
          [cell, value],
          [other, (table.numbers.get(other) ?? 0) + by],
        ]),
      ];
    }),
  );
}

/** Equal numbers, most of them zeros, mend nothing. */
function exchange({ numbers }: Table, one: CellAddress, other: CellAddress): CellNumbers[] {
  const [first, second] = [numbers.get(one), numbers.get(other)];
  if (first === undefined || second === undefined || first === second) return [];
  return [
    new Map([
      [one, second],
      [other, first],
    ]),
  ];
}
