/** What was said before a number, as far as it decides what the number counts and for whom. */

import type { Prose } from '../report/types.ts';
import { namesAnotherYear, opened } from './clauses.ts';
import type { Quantity } from './numbers.ts';
import type { Topic } from './pattern.ts';
import { namesDisclosure, outcomesNamed } from './topics.ts';

/** `(二)依申请公开情况`, also at the start of its paragraph. */
const HEADING = /^(?:\(?[一二三四五六七八九十]{1,2}[)、.]|\d{1,2}[)、.]|.{1,12}$)/;
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
  prior = '';
  /** Words that belong to no claim: they tell the scope of what follows. */
  foreign = '';
  otherYear = false;
  /** A claim of another agency was read, in this sentence or only in the brackets that are open: so are its parts. */
  elsewhere: 'bracket' | 'sentence' | null = null;
  /** What held before the brackets that are open, and holds again behind them. */
  private beforeBracket: Pick<Spoken, 'foreign' | 'otherYear' | 'unclear'> | null = null;
  /** Something else was counted after the category was named. */
  unclear = false;
  /** The number before, for 均胜诉. */
  counted: Quantity | null = null;
  /** Totals of disputes to which an outcome may belong, since the last outcome; of two kinds: nobody can tell. */
  private disputed: Topic[] = [];
  private outcomeRead = false;
  private readonly year: number | null;
  private previous: Prose | null = null;
  private runsOn = false;
  private heading = '';
  private lineSoFar = '';

  /** `year`: the report's. */
  constructor(year: number | null) {
    this.year = year;
  }

  startLine(line: Prose): void {
    const sameWhere = this.previous?.where === line.where;
    this.runsOn = sameWhere && breaksOff(this.previous?.plain ?? '');
    if (!this.runsOn) this.lineSoFar = '';
    if (!this.runsOn && !GOES_ON.test(line.plain)) this.otherYear = false;
    if (HEADING.test(line.plain)) this.heading = line.plain.slice(0, LONGEST_HEADING);
    else if (!sameWhere) this.heading = '';
    this.previous = line;
  }

  startSentence(plain: string): void {
    this.lineSoFar = (this.lineSoFar + plain).slice(-MEMORY);
    const goesOn = this.runsOn || GOES_ON.test(plain);
    this.runsOn = false;
    if (goesOn) return;
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
    this.foreign = (this.foreign + words).slice(-MEMORY);
    this.otherYear = namesAnotherYear(words, this.year) ?? this.otherYear;
  }

  /** The sentence is over; another may go on with it. */
  endSentence(plain: string): void {
    this.prior = (this.prior + plain).slice(-MEMORY);
  }

  /** 申请 alone may be for anything: the part, the sub-heading or the paragraph has to name the category. */
  isAboutDisclosure(where: Prose['where'], plain: string): boolean {
    return where === 'requests' || namesDisclosure(this.heading + this.lineSoFar) || outcomesNamed(plain) > 1;
  }

  /** What the sub-heading says of all sentences below it that name nothing themselves. */
  headingTopic(): Topic | null {
    return HEADS_REQUESTS.test(this.heading) ? 'requests' : null;
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

function breaksOff(plain: string): boolean {
  return plain.length >= FULL_LINE && !ENDS.includes(plain.at(-1) as string);
}
