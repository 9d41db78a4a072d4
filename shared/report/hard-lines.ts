/** Sentences that a text with hard line ends breaks off: 其中自⏎然人申请12件 is one sentence, and its list goes on. */
import type { Prose } from './types.ts';

const SENTENCE_END = /[。;:!?)》】”"」]$/;
/** Numbered paragraphs begin anew. */
const NUMBERED =
  /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+[、.]|\d+[、.](?!\d)|第[一二三四五六七八九十]+[,、章条])/;
/** Shorter lines that end without a mark are headings and items of lists, not lines filled to their end… */
const FILLED = 24;
/** … but where so many lines come so near to the longest of all that they show a narrower page. */
const FEWEST_FULL = 4;
const RAGGED = 3;
const NARROWEST = 12;

const UNIT = '(?:件|条|份|宗|项|起|个|次)';
/** What a list whose items semicolons part begins with, and another item of it. */
const LIST = /其中|分别[为是]|如下/;
const LONGEST_LIST = 600;
const ITEM = new RegExp(`^(?!\\d)[^。;:]{2,20}?\\d+${UNIT}`);
/** No line begins with how many there are of something that the line before does not name. */
const COUNT = new RegExp(`^\\d+${UNIT}`);

/** The prose with such lines joined; head and tail, which are no sentences, stay as they are. */
export function joinHardLines(prose: readonly Prose[]): Prose[] {
  const joined: Prose[] = [];
  const filled = new Map(
    [...Map.groupBy(prose, ({ where }) => where)].map(([where, lines]) => [where, filledFrom(lines)]),
  );
  /** Where the last line of what was joined last stands. */
  let last = 0;
  for (const line of prose) {
    const before = joined.at(-1);
    if (before && line.place.line === last + 1 && goesOn(before, line, filled.get(line.where) ?? FILLED)) {
      joined[joined.length - 1] = { ...before, text: before.text + line.text, plain: before.plain + line.plain };
    } else joined.push(line);
    last = line.place.line;
  }
  return joined;
}

/** From which length on a line is filled, of the lines of one part. */
function filledFrom(lines: readonly Prose[]): number {
  const lengths = lines.map(({ plain }) => plain.length);
  const filled = lengths.reduce((longest, length) => Math.max(longest, length), 0) - RAGGED;
  const full = lengths.filter((length) => length >= filled).length;
  return filled >= NARROWEST && full >= FEWEST_FULL ? Math.min(FILLED, filled) : FILLED;
}

function goesOn(before: Prose, next: Prose, filled: number): boolean {
  if (before.where !== next.where || before.where === 'head' || before.where === 'tail') return false;
  if ([before, next].some(({ place }) => place.page !== undefined || place.table !== undefined)) return false;
  if (before.plain.endsWith(';') && ITEM.test(next.plain) && isList(before.plain)) return true;
  if (SENTENCE_END.test(before.plain) || NUMBERED.test(next.plain) || !/[,。;]/.test(before.plain)) return false;
  return /[,、]$/.test(before.plain) || before.plain.length >= filled || COUNT.test(next.plain);
}

/** Whether the last sentence is a list with numbers. */
function isList(plain: string): boolean {
  const last = plain.slice(-LONGEST_LIST);
  const sentence = last.slice(last.lastIndexOf('。') + 1);
  return LIST.test(sentence) && /\d/.test(sentence);
}
