/** What was said before a number, as far as it decides what the number counts and for whom. */

import type { Prose } from '../report/types.ts';
import { namesAnotherYear, opened } from './clauses.ts';
import type { Quantity } from './numbers.ts';
import type { Topic } from './pattern.ts';
import { namesDisclosure, outcomesNamed } from './topics.ts';

/** `(二)依申请公开情况`, also at the start of its paragraph. */
const HEADING = /^(?:\(?[一二三四五六七八九十]{1,2}[)、.]|\d{1,2}[)、.]|[^。;]{1,12}$)/;
const LONGEST_HEADING = 24;
/** 依申请公开情况, but not 主动公开和依申请公开. */
const HEADS_REQUESTS = /^[^,。;:]{0,4}(?:政府信息)?(?:依申请公开|公开申请)/;
/** Characters that are remembered. */
const MEMORY = 2000;
/** A full line without one of these at its end: the text was broken into lines. */
const ENDS = '。;:!?！？';
const FULL_LINE = 20;
/** A sentence that goes on with the one before it. */
const GOES_ON = /^(?:其中|以上|上述|这些)/;

/** Follows the text line by line, sentence by sentence, number by number. */
export class Spoken {
  /** The sentences that this one goes on with. */
  prior!: string;
  /** Words that belong to no claim: they tell the scope of what follows. */
  foreign!: string;
  otherYear = false;
  /** A claim of another agency was read, in this sentence or only in the brackets that are open: so are its parts. */
  elsewhere!: 'bracket' | 'sentence' | null;
  /** What held before the brackets that are open, and holds again behind them. */
  private beforeBracket!: Pick<Spoken, 'foreign' | 'otherYear' | 'unclear'> | null;
  /** Something else was counted after the category was named. */
  unclear!: boolean;
  /** The number before, for 均胜诉. */
  counted!: Quantity | null;
  /** Totals of disputes to which an outcome may belong, since the last outcome; of two kinds: nobody can tell. */
  private disputed!: Topic[];
  private outcomeRead!: boolean;
  private readonly year: number | null;
  private previous: Prose | null = null;
  private runsOn!: boolean;
  private heading: { topic: Topic | null; namesDisclosure: boolean } | null = null;
  private lineSoFar!: string;

  /** `year`: the report's. */
  constructor(year: number | null) {
    this.year = year;
    this.forget();
  }

  startLine(line: Prose): void {
    const { previous } = this;
    const sameWhere = previous?.where === line.where;
    this.runsOn = sameWhere && breaksOff(previous.plain);
    if (!this.runsOn) this.lineSoFar = '';
    if (!this.runsOn && !GOES_ON.test(line.plain)) this.otherYear = false;
    this.heading = headingOf(line.plain) ?? (sameWhere ? this.heading : null);
    this.previous = line;
  }

  startSentence(plain: string): void {
    this.lineSoFar = remembered(this.lineSoFar + plain);
    const goesOn = this.runsOn || GOES_ON.test(plain);
    this.runsOn = false;
    if (!goesOn) this.forget();
  }

  private forget(): void {
    this.prior = '';
    this.foreign = '';
    this.beforeBracket = null;
    this.elsewhere = null;
    this.unclear = false;
    this.counted = null;
    this.disputed = [];
  }

  /** A semicolon starts the scope anew, the end of brackets ends what was said in them of channels, years and other agencies. */
  startItem(said: string, afterSemicolon: boolean): void {
    if (opened(said).includes('(')) {
      const { foreign, otherYear, unclear } = this;
      this.beforeBracket ??= { foreign, otherYear, unclear };
    } else {
      Object.assign(this, this.beforeBracket);
      this.beforeBracket = null;
      if (this.elsewhere === 'bracket') this.elsewhere = null;
    }
    if (afterSemicolon) [this.foreign, this.elsewhere] = ['', null];
  }

  /** Words that are no claim, but tell the scope and the year of the claims after them. */
  passOver(words: string): void {
    this.foreign = remembered(this.foreign + words);
    this.otherYear = namesAnotherYear(words, this.year) ?? this.otherYear;
  }

  /** The sentence is over; another may go on with it. */
  endSentence(plain: string): void {
    this.prior = remembered(this.prior + plain);
  }

  /** 申请 alone may be for anything: the part, the sub-heading or the paragraph has to name the category. */
  isAboutDisclosure(where: Prose['where'], plain: string): boolean {
    const isNamed = this.heading?.namesDisclosure || namesDisclosure(this.lineSoFar);
    return where === 'requests' || isNamed || outcomesNamed(plain) > 1;
  }

  /** What the sub-heading says of all sentences below it that name nothing themselves. */
  headingTopic(): Topic | null {
    return this.heading?.topic ?? null;
  }

  /** 行政复议6件: outcomes after it are its own, unless another total stands beside it. */
  countDisputes(kind: Topic): void {
    if (this.outcomeRead) this.disputed = [];
    this.outcomeRead = false;
    this.disputed.push(kind);
  }

  /** Whether an outcome may belong to totals of two kinds. */
  outcomeIsAmbiguous(): boolean {
    this.outcomeRead = true;
    return new Set(this.disputed).size > 1;
  }
}

function headingOf(plain: string): Spoken['heading'] {
  if (!HEADING.test(plain)) return null;
  const words = plain.slice(0, LONGEST_HEADING);
  return { topic: HEADS_REQUESTS.test(words) ? 'requests' : null, namesDisclosure: namesDisclosure(words) };
}

function remembered(said: string): string {
  // Stryker disable next-line MethodExpression: only saves time and memory
  return said.slice(-MEMORY);
}

function breaksOff(plain: string): boolean {
  return plain.length >= FULL_LINE && !ENDS.includes(plain.at(-1) as string);
}
