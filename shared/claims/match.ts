/** Patterns made ready for the years of one report, and the words around one number held against them. */

import { remembered } from '../remembered.ts';
import { DISPUTE_PATTERNS } from './disputes.ts';
import type { ListItem } from './items.ts';
import { literalsOf } from './literals.ts';
import type { ClaimPattern } from './pattern.ts';
import { PROACTIVE_CLAIMS } from './proactive.ts';
import { REQUEST_CLAIMS } from './requests.ts';

/** A pattern for one year; expressions are made when a text may fit them. */
class Matcher {
  readonly pattern: ClaimPattern;
  /** Its place in the table. */
  readonly order: number;
  readonly #year: string;
  readonly #made = new Map<Side, RegExp | null>();

  constructor(pattern: ClaimPattern, order: number, year: string) {
    this.pattern = pattern;
    this.order = order;
    this.#year = year;
  }

  source(side: Side): string | undefined {
    const words = this.pattern[side];
    return words && withYears(words, this.#year);
  }

  /** `null`: the pattern says nothing of this side. */
  expression(side: Side): RegExp | null {
    const made = this.#made.get(side);
    if (made !== undefined) return made;
    const source = this.source(side);
    const expression = source === undefined ? null : new RegExp(`${side === 'after' ? '^' : ''}(?:${source})$`, 'u');
    this.#made.set(side, expression);
    return expression;
  }
}
type Side = 'before' | 'after' | 'zero' | 'all';

/** Matchers by words without which they do not fit. */
type ByWord = ReadonlyMap<string, readonly Matcher[]>;

interface Matchers {
  /** For numbers: by words behind it for those that ask for some, by words before it for the others. */
  before: ByWord;
  after: ByWord;
  /** For clauses without a number. */
  clause: ByWord;
}

const ALL_PATTERNS = [...REQUEST_CLAIMS, ...DISPUTE_PATTERNS, ...PROACTIVE_CLAIMS];

/** Of a year as it is printed; of 'null', which is not known, only 上年 and 下年 tell the direction of what is carried. */
export const matchersFor: (year: string) => Matchers = remembered((year) => {
  const all = ALL_PATTERNS.map((pattern, order) => new Matcher(pattern, order, year));
  return {
    before: byWord(
      all.filter(({ pattern }) => pattern.after === undefined),
      ['before'],
    ),
    after: byWord(all, ['after']),
    clause: byWord(all, ['zero', 'all']),
  };
});

function byWord(matchers: readonly Matcher[], sides: readonly Side[]): ByWord {
  const found = new Map<string, Matcher[]>();
  for (const matcher of matchers) {
    const sources = sides.flatMap((side) => matcher.source(side) ?? []);
    const words = sources.flatMap(literalsOf);
    for (const word of new Set(words)) found.set(word, [...(found.get(word) ?? []), matcher]);
  }
  return found;
}

/** Those that may fit, in the order of the table. */
function candidates(texts: readonly (readonly [text: string, among: ByWord])[]): Matcher[] {
  const found = new Set<Matcher>();
  for (const [text, among] of texts) {
    for (const [word, matchers] of among) if (text.includes(word)) for (const one of matchers) found.add(one);
  }
  return [...found].sort((one, other) => one.order - other.order);
}

function withYears(source: string, year: string): string {
  // Of a year that is not known NaN, which no text says.
  const spelled = (offset: number) => String(Number(year) + offset);
  return source.replaceAll('{previous}', spelled(-1)).replaceAll('{next}', spelled(1));
}

/** How a pattern fits an item: the words that fit, and what stands before them in the clause. */
export interface Fit {
  pattern: ClaimPattern;
  lead: string;
  words: string;
}

/** A clause without number that claims anything denies it, or names the outcome of all. */
const CLAIMS_WITHOUT_NUMBER = /未|无|没有|零|维持|纠|撤销|诉|支持|结果|审/;

/** Every pattern that fits, in the order of the table: the first that also suits the sentence is the claim. */
export function fits({ quantity, gaps, rest }: ListItem, { before, after, clause }: Matchers): Fit[] {
  const words = gaps.join('|');
  if (quantity === null && !CLAIMS_WITHOUT_NUMBER.test(words)) return [];
  const possible =
    quantity === null
      ? candidates([[words, clause]])
      : candidates([
          [words, before],
          [rest, after],
        ]);
  return possible.flatMap((matcher) => {
    for (const gap of gaps) {
      const fit = quantity === null ? fitClause(matcher, gap) : fitNumber(matcher, gap, rest);
      if (fit) return [{ pattern: matcher.pattern, ...fit }];
    }
    return [];
  });
}

function fitClause(matcher: Matcher, clause: string): Omit<Fit, 'pattern'> | null {
  const found = matcher.expression('zero')?.exec(clause) ?? matcher.expression('all')?.exec(clause);
  return found ? { lead: clause.slice(0, found.index), words: found[0] } : null;
}

function fitNumber(matcher: Matcher, gap: string, rest: string): Omit<Fit, 'pattern'> | null {
  const [before, after] = [matcher.expression('before'), matcher.expression('after')];
  if (after !== null && !after.test(rest)) return null;
  if (before === null) {
    if (after === null) return null;
    return { lead: gap.slice(gap.search(/[^、:]*$/)), words: rest };
  }
  const found = before.exec(gap);
  if (!found) return null;
  return { lead: gap.slice(0, found.index), words: found[0] };
}
