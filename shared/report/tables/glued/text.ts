/** All tokens of a page as one text without spaces, in which labels and runs of digits can be found. */
import type { Place } from '../../../document/types.ts';
import type { Token } from '../../tokens.ts';
import type { Cell, Sum } from '../../types.ts';
import { agreed, type DigitRun, digitsBefore } from './cut.ts';

export interface GluedText {
  text: string;
  /** Where a space or a new token stood. */
  breaks: ReadonlySet<number>;
  tokens: readonly { from: number; place: Place }[];
}

/** A run of digits, with the token that it begins in. */
export interface Located extends DigitRun {
  /** Where it begins in the text. */
  from: number;
  place: Place;
  token: number;
}

export function glue(tokens: readonly Token[]): GluedText {
  const words: string[] = [];
  const breaks = new Set<number>();
  const starts: { from: number; place: Place }[] = [];
  let length = 0;
  for (const { plain, place } of tokens) {
    starts.push({ from: length, place });
    for (const word of plain.split(' ')) {
      breaks.add(length);
      words.push(word);
      length += word.length;
    }
  }
  return { text: words.join(''), breaks, tokens: starts };
}

/**
 * The digits that stand at a place, up to the first other character. The number of a label behind them (`2.没有现成`) is
 * not part of them: `nextNumber` says which. `null` where there are none, or where a mark stands among them: these are no
 * glued digits, and their sums would prove nothing.
 */
export function digitsAt({ text, breaks, tokens }: GluedText, from: number, nextNumber?: string): Located | null {
  let end = from;
  while (isDigit(text[end])) end += 1;
  const numbered =
    nextNumber !== undefined && /[.、]/.test(text[end] ?? '') && text.slice(from, end).endsWith(nextNumber);
  if (numbered) end -= nextNumber.length;
  else if (/[,.?/+-]/.test(text[end] ?? '')) return null;
  if (end <= from) return null;
  const inner = new Set<number>();
  for (let at = from + 1; at < end; at += 1) if (breaks.has(at)) inner.add(at - from);
  return { digits: text.slice(from, end), breaks: inner, from, ...tokenAt(tokens, from) };
}

/**
 * The cell of the number on which all ways to cut a run agree, where its digits begin; where the ways do not agree on that,
 * where the run begins. `null` where they do not agree on the number.
 */
export function agreedCell(
  { tokens }: GluedText,
  run: Located,
  ways: readonly (readonly number[])[],
  index: number,
  restsOn: readonly Sum[],
): Cell | null {
  const value = agreed(ways, index);
  if (value === null) return null;
  const places = new Set(ways.map((way) => tokenAt(tokens, run.from + digitsBefore(way, index)).place));
  const [place] = places.size === 1 ? places : [run.place];
  return { value, raw: String(value), place: place ?? run.place, by: 'sums', restsOn };
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** The token that holds a character. */
export function tokenAt(tokens: GluedText['tokens'], at: number): { token: number; place: Place } {
  let [low, high] = [0, tokens.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tokens[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { token: low, place: tokens[low]?.place ?? { line: 1 } };
}
