/** Text of one cell a line, in which a blank cell leaves nothing but more empty lines. */
import type { Token } from '../tokens.ts';
import type { Value } from './values.ts';

/** Empty lines that stand between most cells of a table; cells bounded by pipes, tabs or grids tell nothing. */
export function usualGap(tokens: readonly Token[]): number | null {
  const counts = new Map<number, number>();
  for (const { gap, cell } of tokens) if (!cell) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most ? most[0] : null;
}

/** What one blank cell adds to a gap: one empty line, or the usual gap and a line of its own. */
export function blankSteps(usual: number): number[] {
  return usual === 0 ? [1] : [usual + 1, 1];
}

/**
 * The values with a blank for each `step` of empty lines beyond the usual; `null` where a gap is no whole number of steps.
 * `next` is what follows: blanks before it are the last cells of the row.
 */
export function withBlanks(
  found: readonly Token[],
  next: Token | undefined,
  usual: number,
  step: number,
): Value[] | null {
  const filled: Value[] = [];
  for (const token of [...found, ...(next ? [next] : [])]) {
    const blanks = (token.gap - usual) / step;
    if (!Number.isInteger(blanks) || blanks < 0) return null;
    for (let blank = 0; blank < blanks; blank += 1) filled.push({ text: '', plain: '', place: token.place });
    if (token !== next) filled.push(token);
  }
  return filled;
}
