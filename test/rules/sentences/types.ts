/** Sentences that have the same findings in one place of the small report without a fault (`place.ts`). */
import type { Place } from './place.ts';

export interface SentenceGroup {
  place: Place;
  /** Another agency than 青禾市统计局. */
  agency?: string;
  /** Other words of the report replaced as well. */
  replace?: readonly (readonly [printed: string, instead: string])[];
  /** Every finding that each of the sentences has, as `RULE severity`; none if not given. */
  finds?: readonly string[];
  sentences: readonly string[];
}
