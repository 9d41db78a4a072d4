/** Agencies of one kind and place whose reports read alike. */

import type { Report } from '../report/types.ts';
import { neighbourPieces, reportPieces } from './prepared.ts';
import { type Pieces, similarity } from './similarity.ts';
import type { Neighbour } from './types.ts';

/** The parts that an agency writes itself; the others restate its tables. */
const OWN_PARTS = ['overview', 'problems', 'other'];
/** Similarity from which on one text was written from the other. */
const FROM = 0.85;

/** Those of the same level in the same region as the report. */
export function ofItsKind(
  { level, regionCode }: Pick<Report, 'level' | 'regionCode'>,
  peers: readonly Neighbour[],
): Neighbour[] {
  return peers.filter((peer) => peer.level === level && peer.regionCode === regionCode);
}

/** Those whose text is that of the report, names and numbers apart, the most alike first; it is so in turn for them. */
export function alike(report: Report, others: readonly Neighbour[]): { other: Neighbour; share: number }[] {
  return among(reportPieces(report, OWN_PARTS), others);
}

/** The same for a report that is known as others see it. */
export function alikeNeighbours(one: Neighbour, others: readonly Neighbour[]): Neighbour[] {
  return among(neighbourPieces(one, OWN_PARTS), others).map(({ other }) => other);
}

function among(own: Pieces, others: readonly Neighbour[]): { other: Neighbour; share: number }[] {
  return others
    .map((other) => ({ other, share: similarity(own, neighbourPieces(other, OWN_PARTS), FROM) ?? 0 }))
    .filter(({ share }) => share >= FROM)
    .sort((a, b) => b.share - a.share);
}
