/**
 * Rows of table 3 that hold fewer cells than the form has columns, because empty cells were dropped. Their last number is
 * 总计; the others are placed only where the sums of the table leave one way.
 */
import { type CellAddress, type RequestRow, requestRow } from '../../../domain/addresses.ts';
import { cellNumber } from '../../number.ts';
import type { Token } from '../../tokens.ts';
import type { Cell } from '../../types.ts';
import type { TablePage } from '../page.ts';
import type { Strategy } from '../strategy.ts';
import { straddles, toPlacedCell } from '../values.ts';
import { isWhole } from './form.ts';
import { fullRows } from './labelled.ts';
import { fittingWays, type Way, type Ways } from './solve.ts';
import { WIDTH } from './survey.ts';

export const shortRows: Strategy = {
  name: 'requests: rows that lost their empty cells',
  table: 'requests',
  shapes: 'padding longer than the form leaves, or fewer numbers than columns',
  evidence: 'the applicants add up to the last number in every such row; columns and balance for each place',
  read(page) {
    const full = fullRows(page);
    const short = readShort(page, new Set(full.map(({ row }) => row)));
    if (short.length === 0 || short.some(contradicts)) return null;
    const ways: Ways = new Map([
      ...full.map(({ row, values }): [RequestRow, Way[]] => [row, [values.map(numberOf)]]),
      ...short.map((row): [RequestRow, Way[]] => [row.row, waysOf(row)]),
    ]);
    const fitting = isWhole(ways) ? fittingWays(ways) : null;
    const rows = [...full.map(({ values }) => values), ...short.map(({ numbers }) => numbers)];
    const holds = addends(rows) < FEWEST_ADDENDS ? false : totalsHold(ways);
    const cells = new Map<CellAddress, Cell>();
    for (const row of short) for (const [address, cell] of placed(row, fitting, holds)) cells.set(address, cell);
    return cells.size > 0 ? { cells } : null;
  },
};

interface ShortRow {
  row: RequestRow;
  /** What is printed, blanks left out. */
  numbers: readonly Token[];
  /** They are no other row's, whose label was lost: the label stands on their line, or padding fills up their row. */
  isOwn: boolean;
}

const numberOf = ({ plain }: { plain: string }) => cellNumber(plain) ?? 0;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Cells that a row can have at most: those of its numbers, and padding in the columns of its labels. */
const MOST_CELLS = WIDTH + 3;

function readShort({ tokens, requests }: TablePage, read: ReadonlySet<RequestRow>): ShortRow[] {
  const rows: ShortRow[] = [];
  for (const { row, label, run } of requests?.rows ?? []) {
    if (row === null || read.has(row) || rows.some((other) => other.row === row)) continue;
    const printed = run.found.filter(({ key }) => key !== '');
    const first = printed.findIndex(({ holds }) => holds === 'value');
    const numbers = first === -1 ? [] : printed.slice(first);
    const isCertain =
      numbers.length < WIDTH &&
      run.found.length <= MOST_CELLS &&
      numbers.every(({ holds }) => holds === 'value') &&
      !straddles(numbers);
    const { line } = (tokens[label.to - 1] as Token).place;
    const isOwn = isPadded(run.found) || numbers.every(({ place }) => place.line === line);
    if (isCertain) rows.push({ row, numbers, isOwn });
  }
  return rows;
}

/** Numbers, then padding that makes as many cells as the form has behind a label. */
function isPadded(found: readonly Token[]): boolean {
  const numbers = found.findIndex(({ key }) => key === '');
  const padding = numbers === -1 ? [] : found.slice(numbers);
  return found.length >= WIDTH && found.length < MOST_CELLS && padding.every(({ key }) => key === '');
}

/**
 * So many applicants have to add up: zeros, or one number printed twice, do by chance, and a column that
 * adds up may be any of the seven.
 */
const FEWEST_ADDENDS = 2;
/** Applicants that add up to the last numbers of their rows, none of which contradicts; zeros not counted. */
const addends = (rows: readonly (readonly { plain: string }[])[]) =>
  rows.flatMap((numbers) => numbers.slice(0, -1)).filter((number) => numberOf(number) > 0).length;

/** Applicants that do not add up to the last number: then the last number is not 总计, here or anywhere. */
function contradicts({ numbers }: ShortRow): boolean {
  const values = numbers.map(numberOf);
  return values.length > 1 && sum(values.slice(0, -1)) !== values.at(-1);
}

/** The columns that the numbers before the last may stand in, in order. */
function placements({ numbers }: ShortRow): number[][] {
  const choose = (count: number, from: number): number[][] =>
    count === 0
      ? [[]]
      : Array.from({ length: WIDTH - 1 - from }, (_, index) => from + index).flatMap((column) =>
          choose(count - 1, column + 1).map((rest) => [column, ...rest]),
        );
  return choose(Math.max(numbers.length - 1, 0), 0);
}

function wayOf({ numbers }: ShortRow, columns: readonly number[]): Way {
  const way = Array.from({ length: WIDTH }, () => 0);
  for (const [index, column] of columns.entries()) way[column] = numberOf(numbers[index] as Token);
  way[WIDTH - 1] = numbers.length === 0 ? 0 : numberOf(numbers.at(-1) as Token);
  return way;
}

function waysOf(row: ShortRow): Way[] {
  const ways = new Map(placements(row).map((columns) => [wayOf(row, columns).join(), wayOf(row, columns)]));
  return [...ways.values()];
}

/** Whether the column of totals holds on its own; `null` where rows are missing, so that nobody can tell. */
function totalsHold(ways: Ways): boolean | null {
  if (!ways.has('total')) return null;
  if (!isWhole(ways)) return false;
  const totals: Ways = new Map([...ways].map(([row, [way]]) => [row, [[0, 0, 0, 0, 0, 0, way?.[WIDTH - 1] ?? 0]]]));
  return fittingWays(totals) !== null;
}

/**
 * The cells of a row that can be told. `holds`: the sums of the totals confirm it, deny it, or, in a table that was cut
 * off, say nothing; a row of one number has no sum of its own.
 */
function placed(row: ShortRow, fitting: Ways | null, holds: boolean | null): [CellAddress, Cell][] {
  const { numbers } = row;
  const addresses = requestRow(row.row);
  const last = numbers.at(-1);
  if (!last || !(holds ?? (numbers.length > 1 && row.isOwn))) return [];
  const total: [CellAddress, Cell] = [
    addresses.at(-1) as CellAddress,
    toPlacedCell(last, holds ? ['row', 'column'] : ['row']),
  ];
  const ways = new Set(fitting?.get(row.row)?.map((way) => way.join()));
  const possible = placements(row).filter((columns) => ways.has(wayOf(row, columns).join()));
  const certain = numbers.slice(0, -1).flatMap((number, index): [CellAddress, Cell][] => {
    const columns = new Set(possible.map((placement) => placement[index] as number));
    const [column] = columns;
    return columns.size === 1 && column !== undefined
      ? [[addresses[column] as CellAddress, toPlacedCell(number, ['row', 'column'])]]
      : [];
  });
  return [...certain, total];
}
