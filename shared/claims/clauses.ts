/** Small questions about a clause and what was said before it. */

import type { ListItem } from './items.ts';
import type { Fit } from './match.ts';
import type { Quantity } from './numbers.ts';
import type { ClaimPattern, Topic } from './pattern.ts';
import { yearsIn } from './scope.ts';
import { countsPublished, outcomesNamed } from './topics.ts';

/** A number at the very end of a broken line may go on in the next. */
export function isCutOff({ quantity, to }: ListItem, plain: string): boolean {
  return quantity !== null && quantity.unit === '' && to === plain.length;
}

export function onePerKind(found: readonly Fit[]): Fit[] {
  return [...new Map(found.toReversed().map((fit) => [fit.pattern.kind, fit])).values()].toReversed();
}

/** The clause says something of all that were counted before it. */
export function isAll({ pattern }: Fit): boolean {
  return pattern.all !== undefined;
}

/** Without what stands in brackets that are closed again. */
export function opened(said: string): string {
  return said.replace(/\([^()]*\)/g, '');
}

/** Counts something that is no claim, so that a bare 办结5件 after it may belong to it. Comparisons with other years do not. */
export function countsOtherThings({ quantity, gaps }: ListItem): boolean {
  return quantity !== null && COUNTED.has(quantity.unit) && !COMPARISON.test(gaps[0]);
}
const COUNTED: ReadonlySet<string> = new Set(['件', '条', '宗', '份', '项', '起', '件次', '']);
const COMPARISON = /[比较]|增|减|升|降/;

/** The number stands in a list after 其中, whose brackets are still open. */
export function isListed(said: string): boolean {
  return /其中[^;。]*$/.test(opened(said));
}

/** `null`: names no year. */
export function namesAnotherYear(words: string, year: number | null): boolean | null {
  const last = yearsIn(words).at(-1);
  return last === undefined ? null : last !== year;
}

/** A pattern that fits the words also suits the sentence: measure word, what it speaks about, what it counts. */
export function suits(
  { pattern, words }: Fit,
  item: ListItem,
  said: string,
  topic: Topic | null,
  sentence: string,
): boolean {
  if (item.quantity !== null && !counts(pattern, item.quantity)) return false;
  if (pattern.follows && !pattern.follows.test(sentence.slice(item.to))) return false;
  if (pattern.amongOutcomes && outcomesNamed(sentence) === 0) return false;
  if (pattern.topic === 'powers' && !words.includes('决定') && countsPublished(said, item.rest)) return false;
  return pattern.needs?.some((one) => one === topic) ?? true;
}

function counts({ units, noneOnly }: ClaimPattern, { unit, value }: Quantity): boolean {
  return (units?.includes(unit) ?? true) && (!noneOnly || value === 0);
}
