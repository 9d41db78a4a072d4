/** Which cards took part in a check, in six bytes each: a request on account of one of them needs no other check. */
import { createHash } from 'node:crypto';
import type { NeighbourCard } from '../store/neighbours/neighbours.ts';

const MARK_BYTES = 6;

/** Tells the content and region of one report from every other: the same file again has the same mark. */
export function markOf({ id, sha256, regionCode }: Pick<NeighbourCard, 'id' | 'sha256' | 'regionCode'>): string {
  return createHash('sha256')
    .update(`${id} ${sha256} ${regionCode}`)
    .digest('hex')
    .slice(0, 2 * MARK_BYTES);
}

export function packSeen(cards: readonly NeighbourCard[]): Uint8Array {
  return Buffer.from([...new Set(cards.map(markOf))].sort().join(''), 'hex');
}

export function hasSeen(seen: Uint8Array, mark: string): boolean {
  const bytes = Buffer.from(seen);
  const wanted = Buffer.from(mark, 'hex');
  for (let at = 0; at < bytes.length; at += MARK_BYTES) {
    if (bytes.subarray(at, at + MARK_BYTES).equals(wanted)) return true;
  }
  return false;
}
