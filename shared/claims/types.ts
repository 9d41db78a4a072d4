/** A number that the narrative states about a cell of the tables. */

import type { Place } from '../document/types.ts';
import type { CellAddress } from '../domain/addresses.ts';
import type { Where } from '../report/types.ts';

/** What a claim is about. */
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
  | 'disputes'
  | 'dispute.outcome'
  | 'documents.issued'
  | 'documents.repealed'
  /** 公开, 制定 or 印发规范性文件: not quite the column 制发. */
  | 'documents.disclosed'
  | 'documents.inForce'
  | 'regulations'
  | 'licensing'
  | 'penalties'
  | 'coercion'
  | 'fees';

export interface Claim {
  kind: ClaimKind;
  /** Money in 万元. */
  value: number;
  /** As printed: 件, 条, 宗 …; 万元 for all money; empty where none is printed. */
  unit: string;
  /** `false` for 余, 约, 近 and rounded 万: no exact claim. */
  exact: boolean;
  /** How far a cell may be off: half of the last printed digit for money, which texts round; 0 for counts. */
  tolerance: number;
  /** The sentence names the category and speaks of this agency as a whole. */
  scoped: boolean;
  /**
   * Out of scope only for words before it that are not known: it may well be of this agency and year. `false` for claims in
   * scope.
   */
  unsure: boolean;
  /** Sums of cells, any one of which satisfies the claim; the first is the likeliest. Empty: the form has no such cell. */
  satisfiedBy: CellAddress[][];
  /** As printed. */
  sentence: string;
  place: Place;
  where: Where;
}
