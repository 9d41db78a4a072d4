/** Numbers of mistakes in words, each kind by its own name. */
import { SEVERITIES, type Severity } from '../domain/severity.ts';
import type { Voice } from './types.ts';

type Counts = Readonly<Record<Severity, number>>;

/** `错误1处，另有疑点2处`: the gravest first, what is less grave beside it; empty where there is none. */
export function countsIn(counts: Counts, voice: Voice): string {
  const [first, ...rest] = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    voice.say(`count.${severity}`, { n: counts[severity] }),
  );
  if (first === undefined) return '';
  return rest.length === 0 ? first : `${first}${voice.say('count.beside')}${rest.join(voice.say('comma'))}`;
}

/** What is new, what has other numbers and what is gone since the last mail. */
export function changesIn(changes: { fresh: Counts; changed: number; resolved: number }, voice: Voice): string {
  const fresh = countsIn(changes.fresh, voice);
  return [
    ...(fresh === '' ? [] : [voice.say('count.new', { counts: fresh })]),
    ...(changes.changed > 0 ? [voice.say('count.changed', { n: changes.changed })] : []),
    ...(changes.resolved > 0 ? [voice.say('count.resolved', { n: changes.resolved })] : []),
  ].join(voice.say('comma'));
}
