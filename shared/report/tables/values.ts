/** The values that follow a row's label, taken only where their number is certain. */
import type { Place } from '../../document/types.ts';
import { cellNumber, looksLikeValue } from '../number.ts';
import type { Token } from '../tokens.ts';
import type { Cell } from '../types.ts';

/** A printed cell, or an empty one whose place is that of the neighbour it was inferred from. */
export type Value = Pick<Token, 'text' | 'plain' | 'place'>;

export function toCell(value: Value): Cell {
  return { value: cellNumber(value.plain), raw: value.text, place: value.place };
}

const LONGEST_WORDS_IN_CELL = 40;

export interface Run {
  /** As many as asked for, or none. */
  values: Value[];
  /** Everything that stands behind the label up to the next one. */
  found: Token[];
  /** Index of the first token that does not belong to the run. */
  end: number;
}

/**
 * The `count` values behind a label that ends before `tokens[from]`. `stops` says at which index another label, header or
 * heading begins. `values` is empty where fewer or more stand there than the form has: then position says nothing.
 */
export function valuesAfter(
  tokens: readonly Token[],
  from: number,
  count: number,
  stops: (index: number) => boolean,
): Run {
  const label = tokens[from - 1] as Token;
  // A label that stands as a paragraph may have its values in the table row behind it.
  const row = label.row ?? tokens[from]?.row ?? null;
  const found: Token[] = [];
  let end = from;
  for (; end < tokens.length; end += 1) {
    const token = tokens[end] as Token;
    if (token.row !== row) break;
    if (token.key === '') {
      found.push(token);
      continue;
    }
    if (stops(end) || token.key.length > LONGEST_WORDS_IN_CELL) break;
    found.push(token);
  }
  return { values: choose(found, count, tokens[end]), found, end };
}

/** Whether a number or a sign for "nothing" is among the tokens. */
export function anyValue(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.key !== '' && looksLikeValue(token.plain));
}

function choose(found: readonly Token[], count: number, next: Token | undefined): Value[] {
  const isValue = (token: Token) => token.key === '' || looksLikeValue(token.plain);
  // The rest of a label that was wrapped stands before the first number; a group's label set vertically, behind the last.
  const first = Math.max(found.findIndex(isValue), 0);
  const length = found.slice(first).findIndex((token) => !isValue(token));
  const run = length === -1 ? found.slice(first) : found.slice(first, first + length);
  const after = length === -1 ? next : found[first + length];
  for (const [candidates, follower] of [[found, next] as const, [run, after] as const]) {
    const chosen = exactly(candidates, count) ?? exactly(withGaps(candidates, follower), count);
    if (chosen) return chosen;
  }
  return [];
}

/** The first `count` of the candidates, if nothing but residue (empty cells) follows them. */
function exactly<T extends Value & { cell?: boolean }>(candidates: readonly T[], count: number): T[] | null {
  if (candidates.length < count) return null;
  const words = candidates.slice(0, count).filter(({ plain }) => plain !== '' && !looksLikeValue(plain));
  // Words are cells where pipes or a grid bound them; elsewhere only if they fill the row exactly and hold no number.
  const bounded = candidates.some((value) => value.cell);
  if (!bounded && words.length > 0 && (candidates.length !== count || words.some(({ plain }) => /\d/.test(plain)))) {
    return null;
  }
  return candidates.slice(count).every((value) => value.plain === '') ? candidates.slice(0, count) : null;
}

/**
 * In text of one cell a line, a blank cell leaves a longer gap of blank lines. The gap that stands between most cells
 * is the measure; the result is used only if it makes the row exactly full.
 */
export function withGaps(found: readonly Token[], next: Token | undefined): Value[] {
  if (found.length < 2 || found.some((token) => token.cell)) return [];
  const unit = Math.min(...found.map((token) => token.gap));
  const filled: Value[] = [];
  for (const token of [...found, ...(next ? [next] : [])]) {
    const blanks = (token.gap - unit) / (unit + 1);
    if (!Number.isInteger(blanks)) return [];
    for (let blank = 0; blank < blanks; blank += 1) filled.push(blankBefore(token.place));
    if (token !== next) filled.push(token);
  }
  return filled;
}

function blankBefore(place: Place): Value {
  return { text: '', plain: '', place };
}
