/**
 * Slips of a hand that would explain why the sums of table 3 miss: each says which cells to change so that every sum
 * holds. Kinds are tried in the order of {@link STEPS}, the simplest first; within a step all that fit are told.
 */
import { requestRow } from '../domain/addresses.ts';
import type { Report } from '../report/types.ts';
import { mending, type RepairKind, SEARCH, STEPS, type Table } from './slips.ts';
import { type CellNumbers, disputeSums, missOf, numbersOf, requestSums, rowsOf } from './sums.ts';

/** One slip: the cells that would hold other numbers without it. */
export interface Repair {
  kind: RepairKind;
  changes: CellNumbers;
}

/**
 * What would explain the broken sums of table 3: the repairs of the simplest step that mends all of them, as
 * alternatives; else independent slips, each of which mends sums of its own. Empty where nothing explains them.
 */
export function requestRepairs(report: Report): Repair[][] {
  const sums = requestSums(report);
  const numbers = numbersOf(report);
  const table = { report, sums, numbers, rows: rowsOf(report), broken: sums.broken(numbers) };
  if (table.broken.length === 0) return blankTotalRow(table);
  const whole = oneSlip(table);
  if (whole.length > 0) return [whole];
  const [independent, rest] = severalCells(table);
  if (independent.length === 0) return [];
  const left = rest.broken.length === 0 ? [] : oneSlip(rest);
  return [...independent.map((repair) => [repair]), ...(left.length > 0 ? [left] : [])];
}

function oneSlip(table: Table): Repair[] {
  for (const kinds of STEPS) {
    const found = kinds.flatMap((kind) => {
      const mended = SEARCH[kind](table).filter(
        (changes) => changes.size > 0 && isPossible(changes) && table.sums.mends(table.numbers, changes, table.broken),
      );
      return different(mended).map((changes) => ({ kind, changes }));
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** Counts are whole and not negative. */
function isPossible(changes: CellNumbers): boolean {
  return [...changes.values()].every((value) => value >= 0);
}

function different(found: readonly CellNumbers[]): CellNumbers[] {
  return [...new Map(found.map((changes) => [JSON.stringify([...changes].sort()), changes])).values()];
}

/** What would explain the sums of table 4 that miss, block by block: any of its five cells. */
export function disputeRepairs(numbers: CellNumbers): Repair[][] {
  return disputeSums()
    .broken(numbers)
    .map((sum) => {
      const cells = mending(numbers, sum).filter(([, value]) => value >= 0);
      return cells.map(([cell, value]): Repair => ({ kind: 'cell', changes: new Map([[cell, value]]) }));
    });
}

/** Slips of single cells in different rows and columns, each the only one that mends its row and its column. */
function severalCells(table: Table): [Repair[], Table] {
  const repairs: Repair[] = [];
  let numbers = table.numbers;
  for (const row of table.broken.filter(({ kind }) => kind === 'row')) {
    const found = mending(table.numbers, row).filter(([cell, value]) => {
      if (value < 0) return false;
      const changes = new Map([...numbers, [cell, value] as const]);
      return (
        table.sums.of(cell).every((sum) => missOf(sum, changes) === 0) &&
        table.sums.of(cell).some((sum) => sum !== row && missOf(sum, numbers) !== 0)
      );
    });
    const [only, another] = found;
    if (!only || another) continue;
    repairs.push({ kind: 'cell', changes: new Map([only]) });
    numbers = new Map([...numbers, only]);
  }
  return [repairs, { ...table, numbers, broken: table.sums.broken(numbers) }];
}

/** （七）总计 printed without a number, where the results and the balance both say what belongs there. */
function blankTotalRow(table: Table): Repair[][] {
  const row = requestRow('total');
  if (!row.every((cell) => table.report.cells.get(cell)?.value === null)) return [];
  const [repaired] = SEARCH.totalRow({
    ...table,
    numbers: new Map([...table.numbers, ...row.map((cell) => [cell, 0] as const)]),
  });
  if (!repaired || repaired.size === 0) return [];
  const changes = new Map(row.map((cell) => [cell, repaired.get(cell) ?? 0]));
  const filled = new Map([...table.numbers, ...changes]);
  const touched = new Set(row.flatMap((cell) => table.sums.of(cell)));
  return [...touched].every((sum) => missOf(sum, filled) === 0) ? [[{ kind: 'totalRow', changes }]] : [];
}
