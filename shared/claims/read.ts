/** The narrative read into claims: numbers that it states about cells of the tables. */

import { cellAddresses, type Format } from '../domain/addresses.ts';
import type { Prose, Report, Where } from '../report/types.ts';
import {
  countsOtherThings,
  isAll,
  isCutOff,
  isListed,
  namesAnotherYear,
  onePerKind,
  opened,
  suits,
} from './clauses.ts';
import { type Item, itemsOf } from './items.ts';
import { type Fit, fits, matchersFor } from './match.ts';
import type { Topic } from './pattern.ts';
import { isForeign, isNeutral, ownNames } from './scope.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { latestTopic, namesDisclosure, namesTopic, outcomesNamed } from './topics.ts';
import type { Claim } from './types.ts';

/** Where a body speaks of its own year; parts five and six tell of other years and other work as well. */
const ABOUT_THE_YEAR: readonly Where[] = ['preamble', 'overview', 'proactive', 'requests', 'disputes'];

/**
 * Every claim of the prose, in reading order. Which cells satisfy it follows the report's form; nothing is compared
 * here. Unscoped claims are kept: no rule of error level looks at them.
 */
export function readClaims(report: Report): Claim[] {
  const reader = new ClaimReader(report);
  return report.prose.flatMap((line) => {
    reader.startLine(line);
    return sentencesOf(line).flatMap((sentence) => reader.read(sentence));
  });
}

/** `(二)依申请公开情况`, also at the start of its paragraph. */
const HEADING = /^(?:\(?[一二三四五六七八九十]{1,2}[)、.]|\d{1,2}[)、.]|.{1,12}$)/;
const LONGEST_HEADING = 24;
/** Without these words, 行政复议 may be the cases that the body decides itself, or those about anything else. */
const COMPLAINED_OF = /信息公开|依申请公开|发生|被/;
/** A full line without an end: the text was broken into lines. */
const BREAKS_OFF = /^.{20,}(?<![。;:!?！？])$/;
const GOES_ON = /^(?:其中|以上|上述|这些)/;

const PRINTED: Record<Format, ReadonlySet<string>> = {
  '2021-30': new Set(cellAddresses('2021-30')),
  '2019-60': new Set(cellAddresses('2019-60')),
};

/** Reads the sentences of a line one after another and remembers what they speak about. */
class ClaimReader {
  private readonly report: Report;
  private readonly matchers;
  private readonly own;
  private readonly printed: ReadonlySet<string>;
  private previous: Prose | null = null;
  /** The line before broke off in the middle of a sentence. */
  private runsOn = false;
  /** All that was said before this sentence and that it goes on with. */
  private prior = '';
  /** Words that belong to no claim: they tell the scope of what follows. */
  private foreign = '';
  private otherYear = false;
  /** A claim of another body was read, in this sentence or only in the brackets that are open: so are its parts. */
  private elsewhere: 'bracket' | 'sentence' | null = null;
  /** Something else was counted after the category was named. */
  private unclear = false;
  /** The sub-heading above, and the line up to this sentence: they name the category for what follows. */
  private heading = '';
  private lineSoFar = '';
  /** The number before, for 均胜诉. */
  private counted: Item['quantity'] = null;
  /** Totals of disputes to which an outcome may belong; of two kinds: nobody can tell. */
  private disputed: Topic[] = [];

  constructor(report: Report) {
    this.report = report;
    this.matchers = matchersFor(report.year);
    this.own = ownNames(report.agency);
    this.printed = PRINTED[report.format];
  }

  startLine(line: Prose): void {
    const { previous } = this;
    this.runsOn = previous !== null && previous.where === line.where && BREAKS_OFF.test(previous.plain);
    if (!this.runsOn && !GOES_ON.test(line.plain)) this.otherYear = false;
    this.previous = line;
    if (HEADING.test(line.plain)) this.heading = line.plain.slice(0, LONGEST_HEADING);
    if (!this.runsOn) this.lineSoFar = '';
  }

  read(sentence: Sentence): Claim[] {
    const { plain } = sentence;
    const goesOn = this.runsOn || GOES_ON.test(plain);
    this.runsOn = false;
    if (!goesOn) {
      this.prior = '';
      this.foreign = '';
      this.disputed = [];
      this.counted = null;
      this.elsewhere = null;
      this.unclear = false;
    }
    this.lineSoFar += plain;
    const claims = namesTopic(this.prior + plain)
      ? itemsOf(plain).flatMap((item) => this.readItem(item, sentence))
      : this.passOver(plain);
    this.prior += plain;
    return claims;
  }

  private readItem(item: Item, sentence: Sentence): Claim[] {
    const { plain } = sentence;
    if (isCutOff(item, plain)) return [];
    const said = this.prior + plain.slice(0, item.quantity?.start ?? item.to);
    if (plain[item.from - 1] === ';') [this.foreign, this.elsewhere] = ['', null];
    if (this.elsewhere === 'bracket' && !opened(said).includes('(')) this.elsewhere = null;
    const fitting = fits(item, this.matchers);
    const topic = fitting.length > 0 ? latestTopic(said + item.rest, outcomesNamed(plain) > 1) : null;
    const found = fitting.filter(
      (fit) => suits(fit, item, said, topic, plain) && !(isAll(fit, item) && this.counted === null),
    );
    const [first] = found;
    this.passOver(first ? first.lead : `${item.gaps[0]}|${item.rest}|`);
    if (!first) this.unclear ||= countsOtherThings(item);
    else if (latestTopic(first.words, false) !== null) this.unclear = false;
    // A clause may deny two things at once; a number counts one.
    const taken = item.quantity === null ? onePerKind(found) : found.slice(0, 1);
    return taken.map((fit) => this.claim(fit, item, said, topic, sentence));
  }

  /** 申请 alone may be for anything: the part, the sub-heading or the paragraph has to name the category. */
  private isAboutDisclosure({ where }: Prose, { plain }: Sentence): boolean {
    return where === 'requests' || namesDisclosure(this.heading + this.lineSoFar) || outcomesNamed(plain) > 1;
  }

  /** Words that are no claim, but tell the scope and the year of the claims after them. */
  private passOver(words: string): [] {
    this.foreign += words;
    this.otherYear = namesAnotherYear(words, this.report.year) ?? this.otherYear;
    return [];
  }

  private claim(fit: Fit, item: Item, said: string, topic: Topic | null, sentence: Sentence): Claim {
    const { pattern, lead } = fit;
    const { kind } = pattern;
    const isOutcome = kind === 'dispute.outcome';
    const ambiguous = isOutcome && new Set(this.disputed).size > 1;
    if (isOutcome && !ambiguous) this.disputed = this.disputed.slice(-1);
    if ((kind === 'reconsideration' || kind === 'litigation') && item.quantity?.value) this.disputed.push(kind);
    const sums = typeof pattern.cells === 'function' ? pattern.cells(topic ?? pattern.topic) : pattern.cells;
    const quantity = isAll(fit, item) ? this.counted : item.quantity;
    this.counted = quantity ?? this.counted;
    const { value = 0, unit = '', exact = true, tolerance = 0 } = quantity ?? {};
    const { line, text } = sentence;
    const isOurs =
      isNeutral(lead, this.report, this.own) &&
      (!pattern.complainedOf || line.where === 'disputes' || COMPLAINED_OF.test(said));
    if (!isOurs) this.elsewhere ??= opened(said).includes('(') ? 'bracket' : 'sentence';
    const scoped =
      ABOUT_THE_YEAR.includes(line.where) &&
      !pattern.loose &&
      !ambiguous &&
      !this.otherYear &&
      !(pattern.wholeOnly && isListed(said)) &&
      this.elsewhere === null &&
      !(pattern.needs !== undefined && this.unclear) &&
      (pattern.topic !== 'requests' || this.isAboutDisclosure(line, sentence)) &&
      !isForeign(`${this.foreign}|${pattern.after ? '' : item.rest}`, this.own);
    const satisfiedBy = sums.map((sum) => sum.filter((cell) => this.printed.has(cell))).filter((sum) => sum.length > 0);
    return {
      kind,
      value,
      unit,
      exact,
      tolerance,
      scoped,
      satisfiedBy,
      sentence: text,
      place: line.place,
      where: line.where,
    };
  }
}
