/** Lists whose labels the word processor counts itself, the same for all formats. */
import { numeral } from './numerals.ts';

export interface ListLevel {
  /** A number format of Word: see `numeral`. */
  format: string;
  /** `%1、`: `%n` stands for the number of level n, from 1. */
  text: string;
  start: number;
}

export interface List {
  /** May have gaps: levels that nobody defined. */
  levels: (ListLevel | undefined)[];
  /** Last number of each level; several lists may share them. */
  counters: (number | undefined)[];
}

/** Counts one more on `level` (from 0) and gives its label; deeper levels start anew. '' where the level has none. */
export function nextLabel({ levels, counters }: List, level: number): string {
  const own = levels[level];
  counters[level] = (counters[level] ?? (own?.start ?? 1) - 1) + 1;
  counters.length = level + 1;
  return (own?.text ?? '').replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const counted = levels[at];
    return counted ? numeral(counters[at] ?? counted.start, counted.format) : '';
  });
}
