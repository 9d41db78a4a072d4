/**
 * Arithmetic of tables 3 and 4 worked out from the addresses alone, apart from the rules: the second calculation that the
 * rules are compared with.
 */
import type { CellAddress, FormEdition } from '../../shared/domain/addresses.ts';
import { cellAddresses } from '../../shared/domain/addresses.ts';

export interface Equation {
  rule: 'T3.BALANCE' | 'T3.RESULT-SUM' | 'T3.ROW-TOTAL' | 'T4.SUM';
  left: CellAddress[];
  right: CellAddress[];
}

const NOT_A_RESULT = /\.(?:received|carriedIn|total|carriedOut)\.[A-Za-z]+$/;

/** Every sum that a report in this form has to satisfy: `left` and `right` add up to the same. */
export function equations(format: FormEdition): Equation[] {
  const all = cellAddresses(format);
  const requests = all.filter((address) => address.startsWith('requests.'));
  const endOf = (address: string) => address.slice(address.lastIndexOf('.') + 1);
  const headOf = (address: string) => address.slice(0, address.lastIndexOf('.'));
  const columns = [...new Set(requests.map(endOf))];
  const cell = (row: string, column: string) => `requests.${row}.${column}` as CellAddress;
  const balances = columns.map(
    (column): Equation => ({
      rule: 'T3.BALANCE',
      left: [cell('received', column), cell('carriedIn', column)],
      right: [cell('total', column), cell('carriedOut', column)],
    }),
  );
  const results = columns.map(
    (column): Equation => ({
      rule: 'T3.RESULT-SUM',
      left: requests.filter((address) => endOf(address) === column && !NOT_A_RESULT.test(address)),
      right: [cell('total', column)],
    }),
  );
  const totals = all
    .filter((address) => endOf(address) === 'total')
    .map(
      (total): Equation => ({
        rule: total.startsWith('requests.') ? 'T3.ROW-TOTAL' : 'T4.SUM',
        left: all.filter((address) => address !== total && headOf(address) === headOf(total)),
        right: [total],
      }),
    );
  return [...balances, ...results, ...totals];
}

type Numbers = ReadonlyMap<CellAddress, number | null | undefined>;

/** Of each equation that does not hold, one line with its rule, cells and both sides, in a stable order. */
export function broken(all: readonly Equation[], numbers: Numbers): string[] {
  return all
    .flatMap(({ rule, left, right }) => {
      const cells = [...left, ...right];
      if (cells.some((address) => typeof numbers.get(address) !== 'number')) return [];
      const sum = (addresses: CellAddress[]) =>
        addresses.reduce((total, address) => total + Number(numbers.get(address)), 0);
      return sum(left) === sum(right) ? [] : [line(rule, cells, sum(left), sum(right))];
    })
    .sort();
}

export function line(rule: string, cells: readonly CellAddress[], expected: unknown, actual: unknown): string {
  return `${rule} ${expected}≠${actual} ${[...cells].sort().join(' ')}`;
}
