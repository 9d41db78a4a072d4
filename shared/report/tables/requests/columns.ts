/** Numbers without a row of their own: set column by column, or all rows after all labels. */
import { cellNumber, looksLikeValue } from '../../number.ts';
import type { Token } from '../../tokens.ts';

/**
 * Deals the numbers that stand after a list of `rows` labels out to these rows, `width` to each, by rows or by columns,
 * whichever makes the last number of every row the sum of those before it. A page mark between the numbers ends a block
 * that was set for itself. `null` where neither or both ways do: then it would be a guess.
 */
export function dealOut(found: readonly Token[], rows: number, width: number): Token[][] | null {
  const blocks = blocksOf(found);
  for (const candidate of [blocks, [found.filter(isNumber)]]) {
    const dealt = candidate.map((values) => dealBlock(values, width));
    if (dealt.every((block) => block !== null) && dealt.flat().length === rows) return dealt.flat();
  }
  return null;
}

function isNumber(token: Token): boolean {
  return token.key !== '' && looksLikeValue(token.plain);
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

function addsUp(row: readonly Token[]): boolean {
  // A dash adds nothing: it helps to tell the places here, and stays `null` in its cell.
  const numbers = row.map((token) => cellNumber(token.plain) ?? 0);
  const total = numbers.pop() as number;
  return numbers.reduce((sum, number) => sum + number, 0) === total;
}

function same(one: readonly Token[][], other: readonly Token[][]): boolean {
  return one.every((row, i) => row.every((token, j) => token.plain === other[i]?.[j]?.plain));
}
