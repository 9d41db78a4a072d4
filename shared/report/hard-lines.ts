/** Sentences that a text with hard line ends breaks off: 其中自⏎然人申请12件 is one sentence, and its list goes on. */
import type { Prose } from './types.ts';

const SENTENCE_END = /[。;:!?)》】”"」]$/;
/** Numbered paragraphs begin anew. */
const NUMBERED =
  /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+[、.]|\d+[、.](?!\d)|第[一二三四五六七八九十]+[,、章条])/;
/** Shorter lines that end without a mark are headings and items of lists, not lines filled to their end. */
const FILLED = 24;

/** The prose with such lines joined; head and tail, which are no sentences, stay as they are. */
export function joinHardLines(prose: readonly Prose[]): Prose[] {
  const joined: Prose[] = [];
  /** Where the last line of what was joined last stands. */
  let last = 0;
  for (const line of prose) {
    const before = joined.at(-1);
    if (before && line.place.line === last + 1 && goesOn(before, line)) {
      joined[joined.length - 1] = { ...before, text: before.text + line.text, plain: before.plain + line.plain };
    } else joined.push(line);
    last = line.place.line;
  }
  return joined;
}

function goesOn(before: Prose, next: Prose): boolean {
  if (before.where !== next.where || before.where === 'head' || before.where === 'tail') return false;
  if ([before, next].some(({ place }) => place.page !== undefined || place.table !== undefined)) return false;
  if (SENTENCE_END.test(before.plain) || NUMBERED.test(next.plain) || !/[,。;]/.test(before.plain)) return false;
  return /[,、]$/.test(before.plain) || before.plain.length >= FILLED;
}
