/** Marks that come in pairs. */

import type { Prose } from '../../report/types.ts';

export interface Pair {
  open: string;
  close: string;
  /** One inside the other is never right. */
  flat: boolean;
}

/** Brackets as they are in `plain`: round ones are half width. */
export const PAIRS: readonly Pair[] = [
  { open: '(', close: ')', flat: false },
  { open: '〔', close: '〕', flat: true },
  { open: '【', close: '】', flat: true },
  { open: '《', close: '》', flat: false },
  { open: '“', close: '”', flat: true },
  { open: '‘', close: '’', flat: true },
  { open: '「', close: '」', flat: true },
  { open: '『', close: '』', flat: true },
];

/** `1)` and `一)` number a list: their brackets never open. */
const ENUMERATION = /(?<![(\d一二三四五六七八九十])(?:\d{1,2}|[一二三四五六七八九十]{1,2})\)/g;

/** The marks of one line, without the numbers of lists. */
interface MarkedLine {
  line: Prose;
  /** In order. */
  marks: readonly string[];
  /** Whether the line starts with the first of them. */
  leads: boolean;
}

const MARKS = new RegExp(`[${PAIRS.map(({ open, close }) => open + close).join('')}]`, 'g');

/** The lines that hold any mark. */
export function markedLines(prose: readonly Prose[]): MarkedLine[] {
  return prose.flatMap((line) => {
    const text = line.plain.replace(ENUMERATION, '').trimStart();
    const marks = text.match(MARKS);
    return marks === null ? [] : [{ line, marks, leads: text[0] === marks[0] }];
  });
}

interface PairCount {
  opened: number;
  closed: number;
  /** Lines in which the marks do not match, in order. */
  lines: Prose[];
  /** Opened again before it was closed, within one line. */
  nested: boolean;
}

/**
 * Counts one kind over the text. A quotation of several paragraphs opens each of them and closes once: only its first
 * opening counts.
 */
export function countPair({ open, close, flat }: Pair, lines: readonly MarkedLine[]): PairCount {
  const count: PairCount = { opened: 0, closed: 0, lines: [], nested: false };
  let isOpen = false;
  for (const { line, marks, leads } of lines) {
    let depth = 0;
    let isWrong = false;
    for (const [index, mark] of marks.entries()) {
      if (mark === open) {
        if (isOpen && index === 0 && leads && flat) continue;
        count.opened += 1;
        depth += 1;
        if (flat && depth > 1) [count.nested, isWrong] = [true, true];
        isOpen = true;
      } else if (mark === close) {
        count.closed += 1;
        depth -= 1;
        isOpen = false;
      }
    }
    if (isWrong || depth !== 0) count.lines.push(line);
  }
  return count;
}
