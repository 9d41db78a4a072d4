/** The label that is printed before each row of table 3 that was read, whatever told the reader which row it is. */
import type { Place } from '../../document/types.ts';
import { type CellAddress, REQUEST_ROWS } from '../../domain/addresses.ts';
import { looksLikeValue } from '../number.ts';
import type { Token } from '../tokens.ts';
import type { Cell, TableReading } from '../types.ts';

/** Labels are cut into at most so many tokens. */
const PIECES = 3;

/**
 * For each row the words that stand right before its first cell; rows with none there are left out.
 * @param cells whose places are those of the tokens
 */
export function printedLabels(
  tokens: readonly Token[],
  cells: ReadonlyMap<CellAddress, Cell>,
): NonNullable<TableReading['labels']> {
  const first = new Map<Place, number>();
  for (const [index, token] of tokens.entries()) {
    if (looksLikeValue(token.plain) && token.key !== '' && !first.has(token.place)) first.set(token.place, index);
  }
  return REQUEST_ROWS.flatMap((row) => {
    const place = cells.get(`requests.${row}.naturalPerson`)?.place;
    const value = place && first.get(place);
    if (value === undefined) return [];
    const words: Token[] = [];
    for (let index = value - 1; index >= 0 && words.length < PIECES; index -= 1) {
      const token = tokens[index] as Token;
      if (token.key === '' || looksLikeValue(token.plain)) break;
      words.unshift(token);
    }
    const last = words.at(-1);
    return last ? [{ row, plain: last.key, text: last.text, place: last.place }] : [];
  });
}
