/** What the last digest of a subscription said. */
import { getItem, putItem } from '../../store/table/items.ts';
import { lockItem } from '../../store/table/lock.ts';
import { packJson, unpackJson } from '../../store/table/packing.ts';
import type { DigestNumbers } from './digest-numbers.ts';

export interface LastDigest {
  /** Day in China. */
  day: string;
  numbers: DigestNumbers;
}

/** How long another worker stays away, and how long no worker tries again after a failure. */
const CLAIM_SECONDS = 900;

const keyOf = (subscription: string) => ({ pk: `MAIL#DIGEST#${subscription}`, sk: 'LAST' });

/** `null` before the first. */
export async function readDigest(subscription: string): Promise<LastDigest | null> {
  const item = await getItem(keyOf(subscription));
  return item?.packed ? unpackJson<LastDigest>(item.packed as Uint8Array) : null;
}

/** Whether this worker may send the next one; what was read before has to be read again then. */
export function claimDigest(subscription: string, now: Date): Promise<boolean> {
  return lockItem(keyOf(subscription), now, CLAIM_SECONDS, { exists: false });
}

/** Ends the lock. */
export async function putDigest(subscription: string, digest: LastDigest): Promise<void> {
  await putItem({ ...keyOf(subscription), packed: packJson(digest) });
}
