/** The labels that are printed in a table, whatever told the reader which row is which. */
import type { Place } from '../../document/types.ts';
import { type CellAddress, parseAddress, type Table } from '../../domain/addresses.ts';
import { plainLabel, ROW_LABELS } from '../../domain/labels.ts';
import { remembered } from '../../remembered.ts';
import { squeeze } from '../normalise.ts';
import type { Token } from '../tokens.ts';
import type { Cell, TableReading } from '../types.ts';
import { bareLabel } from './patterns.ts';

/** Labels are cut into at most so many tokens. */
const PIECES = 3;

/**
 * For each row of table 2 or 3 the words that stand right before its first cell; rows with none there are left out. The
 * rows of table 4 are named by headers.
 * @param cells whose places are those of the tokens
 */
export function printedLabels(
  table: Table,
  tokens: readonly Token[],
  cells: ReadonlyMap<CellAddress, Cell>,
): NonNullable<TableReading['labels']> {
  if (table === 'disputes') return [];
  const first = new Map<Place, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.holds === 'value' && !first.has(token.place)) first.set(token.place, index);
  }
  const seen = new Set<string>();
  return [...cells].flatMap(([address, { place }]) => {
    const { row } = parseAddress(address);
    const value = first.get(place);
    if (seen.has(row) || value === undefined) return [];
    seen.add(row);
    const words: Token[] = [];
    for (let index = value - 1; index >= 0 && words.length < PIECES; index -= 1) {
      const token = tokens[index] as Token;
      if (token.holds !== 'words') break;
      words.unshift(token);
    }
    const last = words.at(-1);
    return last ? [{ row, plain: last.key, text: last.text, place: last.place }] : [];
  });
}

const QUOTES = /[‘’“”"']/g;
const plainName = remembered((label) => squeeze(label).replace(QUOTES, ''));
/** Names that head columns as well are told by their numbers; (六)其他处理 as one row by those behind it, no 1.申请人…. */
const NUMBERED: Record<string, readonly (string | RegExp)[]> = {
  'requests.other.other': ['3.其他', /\(六\)其他处理\d\d/],
  'requests.total': ['(七)总计'],
};
const NAMES = Object.keys(ROW_LABELS).map((key) => {
  const [table, ...row] = key.split('.');
  return { table, row: row.join('.'), names: NUMBERED[key] ?? [plainName(bareLabel(squeeze(plainLabel(key))).bare)] };
});

/** The rows of a table whose names stand among its tokens, even where they were run into other words. */
export function namedRows(table: Table, tokens: readonly Token[]): string[] {
  const words = tokens.map(({ key }) => plainName(key)).join('');
  const stands = (name: string | RegExp) => (typeof name === 'string' ? words.includes(name) : name.test(words));
  return NAMES.filter((one) => one.table === table && one.names.some(stands)).map(({ row }) => row);
}
