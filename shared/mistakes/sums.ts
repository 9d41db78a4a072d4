/** The sums that tables 3 and 4 have to satisfy, and what a change of cells does to them. */
import {
  type CellAddress,
  DISPUTE_BLOCKS,
  disputeBlock,
  type FormEdition,
  REQUEST_COLUMNS,
  type RequestRow,
  requestRow,
  requestRows,
} from '../domain/addresses.ts';
import { rememberedFor } from '../remembered.ts';
import type { Report } from '../report/types.ts';
import { hasSingleOtherRow, resultCells } from '../rules/requests/rows.ts';

/** `row`: applicants and 总计; `results`: （一） to （六） and （七）; `balance`: came in and went out; `block`: of table 4. */
export interface CellSum {
  kind: 'row' | 'results' | 'balance' | 'block';
  parts: readonly CellAddress[];
  whole: readonly CellAddress[];
}

/** Numbers that stand in cells; a blank or unread cell is not there. */
export type CellNumbers = ReadonlyMap<CellAddress, number>;

/** The sums of one table, and of each cell those that it takes part in. */
export class Sums {
  readonly all: readonly CellSum[];
  readonly #of = new Map<CellAddress, CellSum[]>();

  constructor(all: readonly CellSum[]) {
    this.all = all;
    for (const sum of all) {
      for (const cell of addressesOf(sum)) {
        const known = this.#of.get(cell);
        if (known) known.push(sum);
        else this.#of.set(cell, [sum]);
      }
    }
  }

  of(cell: CellAddress): readonly CellSum[] {
    return this.#of.get(cell) ?? [];
  }

  broken(numbers: CellNumbers): CellSum[] {
    return this.all.filter((sum) => (missOf(sum, numbers) ?? 0) !== 0);
  }

  /** With these cells changed every one of the broken sums holds, and every sum that the change touches. */
  mends(numbers: CellNumbers, changes: CellNumbers, broken: readonly CellSum[]): boolean {
    const touched = new Set([...changes.keys()].flatMap((cell) => this.of(cell)));
    if (!broken.every((sum) => touched.has(sum))) return false;
    return [...touched].every((sum) => (missOf(sum, numbers, changes) ?? 0) === 0);
  }
}

export const addressesOf: (sum: CellSum) => readonly CellAddress[] = rememberedFor(({ parts, whole }) => [
  ...parts,
  ...whole,
]);

/**
 * By how much the parts exceed the whole; `null` where a cell holds no number.
 * @param changes cells that hold other numbers than those
 */
export function missOf({ parts, whole }: CellSum, numbers: CellNumbers, changes = UNCHANGED): number | null {
  let miss = 0;
  for (const cell of parts) {
    const value = changes.get(cell) ?? numbers.get(cell);
    if (value === undefined) return null;
    miss += value;
  }
  for (const cell of whole) {
    const value = changes.get(cell) ?? numbers.get(cell);
    if (value === undefined) return null;
    miss -= value;
  }
  return miss;
}

const UNCHANGED: CellNumbers = new Map();

/** The cells that hold a number. */
export const numbersOf: (report: Report) => CellNumbers = rememberedFor((report) => {
  const numbers = new Map<CellAddress, number>();
  for (const [address, { value }] of report.cells) if (value !== null) numbers.set(address, value);
  return numbers;
});

/** Rows of table 3 that the report prints, top to bottom. */
export function rowsOf(report: Report): readonly RequestRow[] {
  return requestRows(hasSingleOtherRow(report) ? '2019-60' : '2021-30');
}

/** The sums of table 3 as the report prints it. */
export function requestSums(report: Report): Sums {
  return hasSingleOtherRow(report) ? ofRequests('2019-60', report) : ofRequests('2021-30', report);
}

function ofRequests(rows: FormEdition, report: Report): Sums {
  REQUEST_SUMS[rows] ??= sumsOfRequests(requestRows(rows), resultCells(report));
  return REQUEST_SUMS[rows];
}
/** By the rows of (六), which are all that differs. */
const REQUEST_SUMS: Partial<Record<FormEdition, Sums>> = {};

function sumsOfRequests(printed: readonly RequestRow[], results: ReturnType<typeof resultCells>): Sums {
  const rows = printed.map((row): CellSum => {
    const cells = requestRow(row);
    return { kind: 'row', parts: cells.slice(0, -1), whole: cells.slice(-1) };
  });
  const columns = REQUEST_COLUMNS.flatMap((column): CellSum[] => [
    { kind: 'results', parts: results[column], whole: [`requests.total.${column}`] },
    {
      kind: 'balance',
      parts: [`requests.received.${column}`, `requests.carriedIn.${column}`],
      whole: [`requests.total.${column}`, `requests.carriedOut.${column}`],
    },
  ]);
  return new Sums([...rows, ...columns]);
}

/** The sums of table 4. */
export function disputeSums(): Sums {
  disputes ??= new Sums(
    DISPUTE_BLOCKS.map((block): CellSum => {
      const cells = disputeBlock(block);
      return { kind: 'block', parts: cells.slice(0, -1), whole: cells.slice(-1) };
    }),
  );
  return disputes;
}
let disputes: Sums | undefined;
