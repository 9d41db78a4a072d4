/** Patterns made ready for the years of one report, and the words around one number held against them. */

import { remembered } from '../remembered.ts';
import { DISPUTE_PATTERNS } from './disputes.ts';
import type { ListItem } from './items.ts';
import { type ClaimPattern, TAIL } from './pattern.ts';
import { PROACTIVE_CLAIMS } from './proactive.ts';
import { REQUEST_CLAIMS } from './requests.ts';

interface Matcher {
  pattern: ClaimPattern;
  before: RegExp | null;
  after: RegExp | null;
  zero: RegExp | null;
  all: RegExp | null;
}

/** A few matchers, and one expression for each side that tells whether any of them fits: most do not. */
interface Group {
  matchers: readonly Matcher[];
  before: RegExp;
  after: RegExp;
  clause: RegExp;
}
const GROUP_SIZE = 8;

const ALL_PATTERNS = [...REQUEST_CLAIMS, ...DISPUTE_PATTERNS, ...PROACTIVE_CLAIMS];

/** Of a year as it is printed; of 'null', which is not known, only 上年 and 下年 tell the direction of what is carried. */
export const matchersFor: (year: string) => readonly Group[] = remembered((year) => {
  const groups: Group[] = [];
  for (let from = 0; from < ALL_PATTERNS.length; from += GROUP_SIZE) {
    groups.push(toGroup(ALL_PATTERNS.slice(from, from + GROUP_SIZE), year));
  }
  return groups;
});

function toGroup(patterns: readonly ClaimPattern[], year: string): Group {
  const compile = (words: readonly (string | undefined)[], wrap: (words: string) => string) => {
    const given = words.filter((one) => one !== undefined);
    return given.length === 0 ? null : new RegExp(wrap(withYears(given.join('|'), year)));
  };
  const atEnd = (words: string) => `(?:${words})$`;
  const whole = (words: string) => `^(?:${words})$`;
  return {
    matchers: patterns.map((pattern) => ({
      pattern,
      before: compile([pattern.before], atEnd),
      after: compile([pattern.after], whole),
      zero: compile([pattern.zero], atEnd),
      all: compile([pattern.all], atEnd),
    })),
    before: compile(sharingTail(patterns.flatMap(({ before }) => before ?? [])), atEnd) ?? NEVER,
    after:
      compile(
        patterns.map(({ after }) => after),
        whole,
      ) ?? NEVER,
    clause:
      compile(
        patterns.flatMap(({ zero, all }) => [zero, all]),
        atEnd,
      ) ?? NEVER,
  };
}
const NEVER = /(?!)/;

/** What nearly all of them end with is compiled once for the group. */
// Stryker disable all: only saves time
function sharingTail(words: readonly string[]): string[] {
  const heads = words.filter((one) => one.endsWith(TAIL)).map((one) => one.slice(0, -TAIL.length));
  const others = words.filter((one) => !one.endsWith(TAIL));
  return heads.length === 0 ? others : [`(?:${heads.join('|')})${TAIL}`, ...others];
}
// Stryker restore all

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
export function fits(item: ListItem, groups: readonly Group[]): Fit[] {
  if (item.quantity === null && !CLAIMS_WITHOUT_NUMBER.test(item.gaps[0])) return [];
  const found: Fit[] = [];
  for (const group of groups) {
    // Stryker disable next-line ConditionalExpression: only saves time
    if (!mayFit(group, item)) continue;
    for (const matcher of group.matchers) {
      const fit = fitOf(matcher, item);
      if (fit) found.push(fit);
    }
  }
  return found;
}

function fitOf(matcher: Matcher, { quantity, gaps, rest }: ListItem): Fit | null {
  for (const gap of gaps) {
    const fit = quantity === null ? fitClause(matcher, gap) : fitNumber(matcher, gap, rest);
    if (fit) return { pattern: matcher.pattern, ...fit };
  }
  return null;
}

function mayFit({ before, after, clause }: Group, { quantity, gaps, rest }: ListItem): boolean {
  if (quantity === null) return gaps.some((gap) => clause.test(gap));
  return after.test(rest) || gaps.some((gap) => before.test(gap));
}

function fitClause({ zero, all }: Matcher, clause: string): Omit<Fit, 'pattern'> | null {
  const found = zero?.exec(clause) ?? all?.exec(clause);
  return found ? { lead: clause.slice(0, found.index), words: found[0] } : null;
}

function fitNumber({ before, after }: Matcher, gap: string, rest: string): Omit<Fit, 'pattern'> | null {
  if (after !== null && !after.test(rest)) return null;
  if (before === null) {
    if (after === null) return null;
    return { lead: gap, words: rest };
  }
  const found = before.exec(gap);
  if (!found) return null;
  return { lead: gap.slice(0, found.index), words: found[0] };
}
