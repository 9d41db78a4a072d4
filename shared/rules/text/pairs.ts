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

export interface PairCount {
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
export function countPair({ open, close, flat }: Pair, prose: readonly Prose[]): PairCount {
  const count: PairCount = { opened: 0, closed: 0, lines: [], nested: false };
  let isOpen = false;
  for (const line of prose) {
    if (!line.plain.includes(open) && !line.plain.includes(close)) continue;
    let depth = 0;
    let isWrong = false;
    const text = line.plain.replace(ENUMERATION, '').trimStart();
    for (const [index, character] of [...text].entries()) {
      if (character === open) {
        if (isOpen && index === 0 && flat) continue;
        count.opened += 1;
        depth += 1;
        if (flat && depth > 1) [count.nested, isWrong] = [true, true];
        isOpen = true;
      } else if (character === close) {
        count.closed += 1;
        depth -= 1;
        isOpen = false;
      }
    }
    if (isWrong || depth !== 0) count.lines.push(line);
  }
  return count;
}
