/** A number that the narrative states about a cell of the tables. */

import type { Place } from '../document/types.ts';
import type { CellAddress } from '../domain/addresses.ts';
import type { Where } from '../report/types.ts';

/** What a claim is about; `comparisons.ts` maps each kind to the sums of cells that may satisfy it. */
export type ClaimKind =
  | 'received'
  | 'carriedIn'
  | 'done'
  | 'carriedOut'
  | 'received.naturalPerson'
  | 'received.organization'
  | 'granted'
  | 'partiallyGranted'
  | 'grantedOrPartially'
  | 'denied'
  | 'unavailable'
  | 'notProcessed'
  | 'otherProcessing'
  | 'detail'
  | 'reconsideration'
  | 'litigation'
  | 'dispute.outcome'
  | 'documents.issued'
  | 'documents.repealed'
  | 'documents.inForce'
  | 'regulations'
  | 'licensing'
  | 'penalties'
  | 'coercion'
  | 'fees';

export interface Claim {
  kind: ClaimKind;
  value: number;
  /** As printed: 件, 条, 宗, 万元 … */
  unit: string;
  /** `false` for 余, 约, 近 and rounded 万: no exact claim. */
  exact: boolean;
  /** The sentence names the category and speaks of this body as a whole. */
  scoped: boolean;
  /** Sums of cells, any one of which satisfies the claim; the first is the likeliest. */
  satisfiedBy: CellAddress[][];
  sentence: string;
  place: Place;
  where: Where;
}
