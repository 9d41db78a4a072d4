/** The values that follow a row's label, taken only where their number is certain. */

import type { CellAddress } from '../../domain/addresses.ts';
import { cellNumber, isPageMark } from '../number.ts';
import type { Token } from '../tokens.ts';
import type { Cell, Sum } from '../types.ts';
import { DENIAL, denies, isForeign } from './own-words.ts';
import { isGroupPiece } from './patterns.ts';

/** A printed cell, or an empty one whose place is that of the neighbour it was inferred from. */
export type Value = Pick<Token, 'text' | 'plain' | 'place'> & { pipes?: number };

export function toCell(value: Value): Cell {
  return { value: cellNumber(value.plain), raw: value.text, place: value.place };
}

/** The cell of a value that only these sums leave at its place. */
export function toPlacedCell(value: Value, restsOn: readonly Sum[]): Cell {
  return { ...toCell(value), by: 'sums', restsOn };
}

/** Addresses with the cells of the values, one to one; addresses without a value are left out. */
export function cellsOf<Address extends CellAddress>(
  addresses: readonly Address[],
  values: readonly Value[],
): [Address, Cell][] {
  return addresses.flatMap((address, index): [Address, Cell][] => {
    const value = values[index];
    return value ? [[address, toCell(value)]] : [];
  });
}

const LONGEST_WORDS_IN_CELL = 40;

export interface Run {
  /** As many as asked for, or none. */
  values: Value[];
  /** Everything that stands behind the label up to the next one. */
  found: Token[];
  /** Index of the first token that does not belong to the run. */
  end: number;
  /** Whether the first value stands on the line of the words before it; `null` where no lines tell. */
  isBeside: boolean | null;
}

/**
 * The `count` values behind a label that ends before `tokens[from]`. `stops` says at which index another label, header or
 * heading begins; `own` are the words that may stand before the first number. `values` is empty where fewer or more stand
 * there than the form has: then position says nothing.
 */
export function valuesAfter(
  tokens: readonly Token[],
  from: number,
  count: number,
  stops: (index: number) => boolean,
  own: readonly string[],
): Run {
  const label = tokens[from - 1] as Token;
  // A label that stands as a paragraph may have its values in the table row behind it.
  const row = label.row ?? tokens[from]?.row ?? null;
  const found: Token[] = [];
  let isBefore = true;
  let end = from;
  for (; end < tokens.length; end += 1) {
    const token = tokens[end] as Token;
    if (token.row !== row) break;
    if (token.key === '') {
      found.push(token);
      continue;
    }
    if (stops(end) || token.key.length > LONGEST_WORDS_IN_CELL) break;
    isBefore &&= token.holds !== 'value';
    if (isBefore && isForeign(token, own)) break;
    found.push(token);
  }
  const beside = isBeside([label, ...found]);
  // Empty cells on a further line are those before the next row's label.
  const isOwn = ({ key, place }: Token) => key !== '' || !beside || place.line === label.place.line;
  const cells = found.filter((token) => !isPageMark(token.key) && isOwn(token));
  // 本单位未制作规章 is what a cell holds; numbers behind it may be another row's.
  const isDenied = found.slice(0, found.findIndex(isValue)).some((token) => denies(token, own));
  const values = isDenied ? (exactly(cells, count) ?? []) : choose(cells, count);
  return { values: values.length > 0 || !beside ? values : onItsLine(cells, count), found, end, isBeside: beside };
}

/**
 * The values on the line of the label where it is full: what stands on further lines is a page number or another row. Where
 * the line holds empty cells alone, they are padding, and the numbers stand below.
 */
function onItsLine(cells: readonly Token[], count: number): Value[] {
  const line = cells.find(isValue)?.place.line;
  const beside = cells.filter(({ place }) => place.line === line);
  return anyValue(beside) ? choose(beside, count) : [];
}

/** Of a label and what stands behind it: whether the first value stands on the line of the words before it. */
function isBeside(tokens: readonly Token[]): boolean | null {
  const first = tokens.findIndex((token, index) => index > 0 && isValue(token));
  const [before, value] = [tokens[first - 1], tokens[first]];
  return !before || !value || value.row !== null ? null : before.place.line === value.place.line;
}

/** Whether a number or a sign for "nothing" is among the tokens. */
export function anyValue(tokens: readonly Token[]): boolean {
  return tokens.some(({ holds }) => holds === 'value');
}

function isValue({ holds }: Token): boolean {
  return holds !== 'words';
}

function choose(found: readonly Token[], count: number): Value[] {
  // The rest of a label that was wrapped stands before the first number; a group's label set vertically, behind the last.
  const first = Math.max(found.findIndex(isValue), 0);
  // Inside a row of a grid nothing stands behind the numbers: words there are pieces of cells, such as 00 of 1 00.
  const length = found.slice(first).findIndex((token) => token.row === null && !isValue(token));
  const run = length === -1 ? found.slice(first) : found.slice(first, first + length);
  return exactly(found, count) ?? (first <= MOST_PIECES ? exactly(run, count) : null) ?? [];
}
/** Lines on which a label goes on before its numbers. */
const MOST_PIECES = 6;

/** `count` of the candidates, if nothing but residue (empty cells) stands around them. */
function exactly(candidates: readonly Token[], count: number): Token[] | null {
  const offset = offsetOf(candidates, count);
  if (offset === null || candidates.length < count) return null;
  const chosen = candidates.slice(offset, offset + count);
  const words = chosen.filter(({ holds }) => holds === 'words');
  // A group's label among the cells stands in none of the columns, nor do blanks beside it tell how many there are.
  if (words.some(({ key }) => isGroupPiece(key))) return null;
  // Words are cells where pipes or a grid bound them; elsewhere only if they fill the row exactly and deny something.
  const bounded = candidates.some((value) => value.cell);
  if (
    !bounded &&
    (words.length === 0 ? false : candidates.length !== count || !words.every(({ plain }) => DENIAL.test(plain)))
  ) {
    return null;
  }
  const isAlone = candidates.slice(offset + count).every((value) => value.plain === '');
  const isDoubtful = straddles(chosen) || (count === SEVEN && (hasLongerGaps(chosen) || isShifted(chosen)));
  return isAlone && !(isDoubtful && !showsItsSum(chosen)) ? chosen : null;
}

/**
 * Whether the values stand on several lines that hold more than one: then they may be the rest of one row and the
 * beginning of another.
 */
export function straddles(values: readonly Token[]): boolean {
  const printed = values.filter(({ plain, row }) => plain !== '' && row === null);
  const lines = new Set(printed.map(({ place }) => place.line)).size;
  return lines > 1 && lines < printed.length;
}

const SEVEN = 7;

/** Whether only the first cells of a line of text are empty: they may be the label's, and the row may have lost as many. */
function isShifted(values: readonly Token[]): boolean {
  const first = values.findIndex(({ plain }) => plain !== '');
  const isLine = values.every(({ row, pipes }) => row === null && pipes === 0);
  return isLine && first > 0 && first <= MOST_LABEL_CELLS && values.slice(first).every(({ plain }) => plain !== '');
}

/** Whether some of the values, a cell a line, stand farther apart than others: a blank may stand between them. */
export function hasLongerGaps(values: readonly Token[]): boolean {
  return values.every(({ cell }) => !cell) && new Set(values.slice(1).map(({ gap }) => gap)).size > 1;
}

/** Whether the last value is the sum of the others, and of something: zeros add up wherever they come from. */
export function showsItsSum(values: readonly Value[]): boolean {
  return addsUp(values) && (cellNumber(values.at(-1)?.plain ?? '') ?? 0) > 0;
}

/** Whether the last value is the sum of the others; blanks add nothing. */
export function addsUp(values: readonly Value[]): boolean {
  const numbers = values.map(({ plain }) => cellNumber(plain) ?? 0);
  return numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) === numbers.at(-1);
}

/**
 * How many empty cells stand before the first of a row of a real table: a label may fill the first of two cells that were
 * not merged, and leave the second empty. `null` where the row has cells to spare and its last ones are empty as well.
 * Of text, where rows are not certain, only a line that is full to its end tells.
 */
function offsetOf(candidates: readonly Token[], count: number): number | null {
  const leading = candidates.findIndex(({ plain }) => plain !== '');
  if (leading <= 0 || candidates.length <= count) return 0;
  const last = candidates.findLastIndex(({ plain }) => plain !== '');
  const isOneLine = new Set(candidates.map(({ place }) => place.line)).size === 1;
  if (candidates[0]?.row === null && (last < candidates.length - 1 || !isOneLine || leading > MOST_LABEL_CELLS))
    return 0;
  if (last < count) return last === count - 1 ? 0 : null;
  const offset = last - count + 1;
  // A line of text may have lost a cell: then the empty ones before its numbers are more than the label leaves.
  if (candidates[0]?.row === null && offset !== leading) return null;
  return offset <= Math.min(leading, MOST_LABEL_CELLS) ? offset : null;
}
/** Cells of labels before the numbers of table 3, but for the one that holds the label. */
const MOST_LABEL_CELLS = 2;
