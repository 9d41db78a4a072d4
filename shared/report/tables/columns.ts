/** Numbers without a row of their own: set column by column, or all rows after all labels. */
import { cellNumber } from '../number.ts';
import type { Token } from '../tokens.ts';

/**
 * Deals `rows` × `width` numbers that stand after a list of labels out to rows, by rows or by columns, whichever makes
 * the last number of every row the sum of those before it. `null` where neither or both do: then it is a guess.
 */
export function dealOut(found: readonly Token[], rows: number, width: number): Token[][] | null {
  const values = found.filter((token) => cellNumber(token.plain) !== null);
  if (
    rows < 2 ||
    values.length !== rows * width ||
    values.length !== found.filter((token) => token.key !== '').length
  ) {
    return null;
  }
  const byRow = Array.from({ length: rows }, (_, row) => values.slice(row * width, (row + 1) * width));
  const byColumn = Array.from({ length: rows }, (_, row) => values.filter((_, index) => index % rows === row));
  const fitting = [byRow, byColumn].filter((table) => table.every(addsUp));
  if (fitting.length === 2 && same(byRow, byColumn)) return byRow;
  return fitting.length === 1 ? (fitting[0] as Token[][]) : null;
}

function addsUp(row: readonly Token[]): boolean {
  const numbers = row.map((token) => cellNumber(token.plain) as number);
  const total = numbers.pop() as number;
  return numbers.reduce((sum, number) => sum + number, 0) === total;
}

function same(one: readonly Token[][], other: readonly Token[][]): boolean {
  return one.every((row, i) => row.every((token, j) => token.plain === other[i]?.[j]?.plain));
}
