/**
 * Sentences as reports print them, and the claims in them: `kind=value`, with `@cells` where the kind leaves them open,
 * `~` where the number is approximate, `?` where the claim is out of scope, so that no rule of error level may use it.
 */
import type { Report, Where } from '../../../shared/report/types.ts';

export interface Case {
  sentence: string;
  claims: string;
  where?: Where;
  report?: Partial<Report>;
}
