/** A sentence cut into what may be claims: each number with the words around it, and each clause without a number. */

import type { Quantity } from './numbers.ts';
import { quantitiesOf, type Sentence } from './sentences.ts';

export interface ListItem {
  /** `null`: a clause without a number, which may say "none". */
  quantity: Quantity | null;
  /** Words before the number in its clause, the likelier reading first; for a clause, the clause. */
  gaps: readonly [string, ...string[]];
  /** Words from the measure word to the next mark or number. */
  rest: string;
  /** Where the gap starts and where the number, or the clause, ends. */
  from: number;
  to: number;
}

const CLAUSE = /[^,;()。!?！？]+/g;
/** No pattern is nearly as long. */
const LONGEST = 120;
const MARKS_BEFORE = [...',;()。'];
const FROM_MARK_ON = /[,、;。:()!?！？].*/;

/** Items of a sentence, left to right. */
export function itemsOf(sentence: Sentence): ListItem[] {
  const { plain } = sentence;
  const quoted = quotedSpans(plain);
  const quantities = quantitiesOf(sentence);
  const numbers: (ListItem & { quantity: Quantity })[] = [];
  for (const [index, quantity] of quantities.entries()) {
    const previous = quantities[index - 1]?.end ?? 0;
    const from = Math.max(previous, lastMark(plain.slice(0, quantity.start)) + 1);
    const next = quantities[index + 1]?.start ?? plain.length;
    const rest = plain.slice(quantity.end, next).replace(FROM_MARK_ON, '');
    // 3起维持1起纠正: where numbers stand before their words, those between two are said of the first.
    const isTaken = from === previous && rest !== '' && numbers.at(-1)?.gaps[0] === '';
    const gap = isTaken ? '' : plain.slice(from, quantity.start).replace(MARKS_OF_QUOTES, '');
    const [first, ...others] = beforeBracket(plain, previous, quantity.start) ?? [gap];
    const gaps = [nearest(first), ...others.map(nearest)] as const;
    numbers.push({ quantity, gaps, rest, from, to: quantity.end });
  }
  const clauses = [...plain.matchAll(CLAUSE)]
    .map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      gaps: [nearest(match[0])] as const,
      rest: '',
      quantity: null,
    }))
    .filter(({ from, to }) => quantities.every(({ start, end }) => end <= from || start >= to));
  const said = numbers.filter(({ quantity: { start } }) => !quoted.some(([from, to]) => start >= from && start < to));
  return [...said, ...clauses].sort((a, b) => a.to - b.to);
}

const MARKS_OF_QUOTES = /[“”"「」]/g;
const QUOTES: readonly RegExp[] = [/“[^“”]*(?:”|$)|^[^“”]*”/g, /「[^「」]*(?:」|$)|^[^「」]*」/g, /"[^"]*"/g];

/**
 * What stands in quotation marks is a slogan or a name (“办结一件申请、解决一个问题”): its numbers count nothing. A mark whose
 * partner stands in another line quotes up to the end of this one.
 */
function quotedSpans(plain: string): (readonly [from: number, to: number])[] {
  return QUOTES.flatMap((quote) =>
    [...plain.matchAll(quote)].map((match) => [match.index, match.index + match[0].length] as const),
  );
}

/** The end of a long clause; what was left out is shown, so that nobody takes the rest for the whole. */
function nearest(clause: string): string {
  return clause.length > LONGEST ? `…${clause.slice(-LONGEST)}` : clause;
}

function lastMark(text: string): number {
  return Math.max(...MARKS_BEFORE.map((mark) => text.lastIndexOf(mark)));
}

/** `不予公开(属于三类内部事务信息)1件`: the words with and without those in brackets; `null` if no bracket closes here. */
function beforeBracket(plain: string, previous: number, start: number): [string, string] | null {
  if (plain[start - 1] !== ')') return null;
  const open = plain.lastIndexOf('(', start);
  if (open < previous) return null;
  const outside = plain.slice(Math.max(previous, lastMark(plain.slice(0, open)) + 1), open);
  return [outside + plain.slice(open + 1, start - 1), outside];
}
