/** Table 3 set column by column, or with all its rows behind all its labels, as text taken out of a PDF often is. */
import { type CellAddress, type RequestRow, requestRow } from '../../../domain/addresses.ts';
import type { Token } from '../../tokens.ts';
import type { Cell } from '../../types.ts';
import type { Strategy } from '../strategy.ts';
import { addsUp, anyValue, toPlacedCell } from '../values.ts';
import { isNext } from './form.ts';
import { WIDTH } from './survey.ts';

export const columnBlocks: Strategy = {
  name: 'requests: numbers behind a list of labels',
  table: 'requests',
  shapes: 'O: labels first, then numbers by columns or by rows, also in two blocks over a page break',
  evidence:
    'labels without a row of the form missing, exactly seven numbers for each, and of both orders only one in which every row adds up',
  read({ requests }) {
    const cells = new Map<CellAddress, Cell>();
    let waiting: RequestRow[] = [];
    const rows = (requests?.rows ?? []).flatMap(({ row, run }) => (row === null ? [] : [{ row, run }]));
    for (const [index, { row, run }] of rows.entries()) {
      waiting.push(row);
      if (run.values.length === 0 && anyValue(run.found) && isUnbroken([...waiting, rows[index + 1]?.row])) {
        for (const [position, values] of (dealOut(run.found, waiting.length, WIDTH) ?? []).entries()) {
          for (const [column, address] of requestRow(waiting[position] as RequestRow).entries()) {
            cells.set(address, toPlacedCell(values[column] as Token, ['row']));
          }
        }
      }
      if (run.values.length > 0 || anyValue(run.found)) waiting = [];
    }
    return cells.size > 0 ? { cells } : null;
  },
};

/** Whether no row of the form is missing among these and before the last: its numbers would be dealt out with theirs. */
function isUnbroken(rows: readonly (RequestRow | undefined)[]): boolean {
  return rows.slice(1).every((next, index) => isNext(rows[index] as RequestRow, next));
}

/**
 * Deals the numbers that stand after a list of `rows` labels out to these rows, `width` to each, by rows or by columns,
 * whichever makes the last number of every row the sum of those before it. A page mark between the numbers ends a block
 * that was set for itself. `null` where neither or both ways do: then it would be a guess.
 */
function dealOut(found: readonly Token[], rows: number, width: number): Token[][] | null {
  const blocks = blocksOf(found);
  const numbers = found.filter(isNumber);
  for (const candidate of [blocks, [numbers]]) {
    const dealt = candidate.map((values) => dealBlock(values, width));
    if (dealt.every((block) => block !== null) && dealt.flat().length === rows) return dealt.flat();
  }
  return overUnmarkedBreak(numbers, rows, width);
}

/** Fewer rows are no page, and their sums prove less. */
const FEWEST_OF_A_PAGE = 6;

/**
 * The same where the page break left no mark, or nothing but a bare page number: of all places where a block could end, the
 * one at which every row adds up.
 */
function overUnmarkedBreak(numbers: readonly Token[], rows: number, width: number): Token[][] | null {
  const marks = numbers.length - rows * width;
  if (rows < FEWEST_OF_A_PAGE || (marks !== 0 && marks !== 1)) return null;
  const ways = Array.from({ length: rows - 1 }, (_, index) => index + 2).flatMap((first) => {
    const after = numbers.slice(first * width + marks);
    const isRow = after.length === width && addsUp(after);
    const rest = after.length === 0 ? [] : isRow ? [after] : dealBlock(after, width);
    const dealt = [dealBlock(numbers.slice(0, first * width), width), rest];
    return dealt.every((block) => block !== null) ? [dealt.flat()] : [];
  });
  const [way] = ways;
  return way && ways.every((other) => same(way, other)) ? way : null;
}

function isNumber(token: Token): boolean {
  return token.holds === 'value';
}

function blocksOf(found: readonly Token[]): Token[][] {
  const blocks: Token[][] = [[]];
  for (const token of found) {
    if (isNumber(token)) blocks.at(-1)?.push(token);
    else if (token.key !== '' && blocks.at(-1)?.length !== 0) blocks.push([]);
  }
  return blocks.filter((block) => block.length > 0);
}

function dealBlock(values: readonly Token[], width: number): Token[][] | null {
  const rows = values.length / width;
  if (!Number.isInteger(rows) || rows < 2) return null;
  const byRow = Array.from({ length: rows }, (_, row) => values.slice(row * width, (row + 1) * width));
  const byColumn = Array.from({ length: rows }, (_, row) => values.filter((_, index) => index % rows === row));
  const fitting = [byRow, byColumn].filter((table) => table.every(addsUp));
  if (fitting.length === 2 && same(byRow, byColumn)) return byRow;
  return fitting.length === 1 ? (fitting[0] as Token[][]) : null;
}

function same(one: readonly Token[][], other: readonly Token[][]): boolean {
  return one.every((row, i) => row.every((token, j) => token.plain === other[i]?.[j]?.plain));
}
