/** Which tokens a table takes up: what lies outside of all regions is prose. */
import type { CellAddress, Table } from '../../domain/addresses.ts';
import type { Token } from '../tokens.ts';
import type { Cell, TableReading } from '../types.ts';
import { isNearHeader } from './near-labels.ts';
import type { Header } from './patterns.ts';

export interface TableSpan {
  cells: ReadonlyMap<CellAddress, Cell>;
  reading: TableReading;
  /** First token of the table and the one after its last; both -1 where there is no table. */
  start: number;
  end: number;
}

/** The start of the table whose first label is at `label`: header cells and empty cells before it belong to it. */
export function headerStart(tokens: readonly Token[], label: number, header: Header, table: Table): number {
  let start = label;
  for (let index = label - 1; index >= 0; index -= 1) {
    const { key, row } = tokens[index] as Token;
    if (key === '' || (row !== null && row === tokens[start]?.row)) continue;
    if (!header.some.test(key) && !isNearHeader(table, key)) break;
    start = index;
  }
  return start;
}

/** Header cells between two tokens, those with a slip too, for the rules about the form; those glued together cannot be told apart. */
export function headersIn(
  tokens: readonly Token[],
  start: number,
  end: number,
  header: Header,
  table: Table,
): TableReading['headers'] {
  return tokens.slice(start, end).flatMap(({ key, plain, text, place }) => {
    if (header.one.test(key) || isNearHeader(table, key)) return [{ plain: key, text, place }];
    const words = plain.split(' ').filter((word) => header.one.test(word));
    return words.join('') === key ? words.map((word) => ({ plain: word, text: word, place })) : [];
  });
}

/** Whether those of the words that stand in a header's line stand there in this order. */
export function areInOrder(header: string, words: readonly string[]): boolean {
  const places = words.map((word) => header.indexOf(word)).filter((at) => at !== -1);
  return places.every((at, index) => index === 0 || (places[index - 1] as number) < at);
}
