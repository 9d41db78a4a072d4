/** Patterns made ready for the years of one report, and the words around one number held against them. */

import { DISPUTE_PATTERNS } from './disputes.ts';
import type { Item } from './items.ts';
import type { Pattern } from './pattern.ts';
import { PROACTIVE_PATTERNS } from './proactive.ts';
import { REQUEST_PATTERNS } from './requests.ts';

interface Matcher {
  pattern: Pattern;
  before: RegExp | null;
  after: RegExp | null;
  zero: RegExp | null;
  all: RegExp | null;
}

const ALL_PATTERNS = [...REQUEST_PATTERNS, ...DISPUTE_PATTERNS, ...PROACTIVE_PATTERNS];

/** `null`: the year is not known, and only 上年 and 下年 tell the direction of what is carried. */
export function matchersFor(year: number | null): Matcher[] {
  const known = ready.get(year);
  if (known) return known;
  const compile = (source: string | undefined, wrap: (words: string) => string) =>
    source === undefined ? null : new RegExp(wrap(withYears(source, year)), 'u');
  const matchers = ALL_PATTERNS.map((pattern) => ({
    pattern,
    before: compile(pattern.before, (words) => `(?:${words})$`),
    after: compile(pattern.after, (words) => `^(?:${words})$`),
    zero: compile(pattern.zero, (words) => `(?:${words})$`),
    all: compile(pattern.all, (words) => `(?:${words})$`),
  }));
  if (ready.size >= MOST_YEARS) ready.clear();
  ready.set(year, matchers);
  return matchers;
}
const ready = new Map<number | null, Matcher[]>();
const MOST_YEARS = 8;

function withYears(source: string, year: number | null): string {
  const spelled = (offset: number) => (year === null ? '(?!)' : String(year + offset));
  return source.replaceAll('{previous}', spelled(-1)).replaceAll('{next}', spelled(1));
}

/** How a pattern fits an item: the words that fit, and what stands before them in the clause. */
export interface Fit {
  pattern: Pattern;
  lead: string;
  words: string;
}

/** A clause without number that claims anything denies it, or names the outcome of all. */
const CLAIMS_WITHOUT_NUMBER = /未|无|没有|零|维持|纠|撤销|诉|支持|结果|审/;

/** Every pattern that fits, in the order of the table: the first that also suits the sentence is the claim. */
export function fits(item: Item, matchers: readonly Matcher[]): Fit[] {
  if (item.quantity === null && !CLAIMS_WITHOUT_NUMBER.test(item.gaps[0] ?? '')) return [];
  const found: Fit[] = [];
  for (const matcher of matchers) {
    for (const gap of item.gaps) {
      const fit = item.quantity === null ? fitClause(matcher, gap) : fitNumber(matcher, gap, item.rest);
      if (!fit) continue;
      found.push({ pattern: matcher.pattern, ...fit });
      break;
    }
  }
  return found;
}

function fitClause({ zero, all }: Matcher, clause: string): Omit<Fit, 'pattern'> | null {
  const found = zero?.exec(clause) ?? all?.exec(clause);
  return found ? { lead: clause.slice(0, found.index), words: found[0] } : null;
}

function fitNumber({ before, after }: Matcher, gap: string, rest: string): Omit<Fit, 'pattern'> | null {
  if (after !== null && !after.test(rest)) return null;
  if (before === null) {
    if (after === null || rest === '') return null;
    return { lead: gap.slice(gap.search(/[^、:]*$/)), words: rest };
  }
  const found = before.exec(gap);
  if (!found || found[0] === '') return null;
  return { lead: gap.slice(0, found.index), words: found[0] + (after === null ? '' : rest) };
}
