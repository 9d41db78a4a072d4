/**
 * Text from which every repeated line was dropped (docs/layouts.md §1, U): most zeros are gone, and what is left of a row may
 * stand behind the wrong label. No position in such a text can be trusted.
 */
import type { Token } from '../tokens.ts';

/** A real table prints 信息内容, 总计, 其他 and 0 many times; this many lines without one repetition are no accident. */
const FEWEST_LINES = 20;

/** Whether the lines from the first to the last of a table never repeat, although there are many of them. */
export function isDeduplicated(tokens: readonly Token[]): boolean {
  const lines = tokens.filter(({ key }) => key !== '').map(({ text }) => text);
  return lines.length >= FEWEST_LINES && new Set(lines).size === lines.length;
}
