/** Heads and values as a reader or a program wants them. */
import type { Say } from '../../output/language.ts';
import type { Column, Value } from '../types.ts';
import type { TableOptions } from './types.ts';

export function headsOf({ columns, say }: Pick<TableOptions, 'columns' | 'say'>): string[] {
  return columns.map(({ name, label }) => (say === null ? name : say(label)));
}

/** A value of a closed list in words; anything else as it is. */
export function wordOf({ words }: Column, value: Value, say: Say | null): Value {
  const word = say !== null && typeof value === 'string' ? words?.[value] : undefined;
  return word && say ? say(word) : value;
}
