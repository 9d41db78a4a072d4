/** A lock on an item: of two workers one does the work, and if that one dies another may after a while. */
import { type Key, updateItem } from './items.ts';

/**
 * Locks an item for some seconds. The lock ends by itself, or when the item is put anew or removed.
 * @param exists an item that is not there (any more) cannot be locked; otherwise the lock makes it
 */
export async function lockItem(
  key: Key,
  now: Date,
  seconds: number,
  { exists }: { exists: boolean },
): Promise<boolean> {
  const until = new Date(now.getTime() + seconds * 1000).toISOString();
  const change = {
    expression: 'SET claimedUntil = :until',
    values: { ':now': now.toISOString(), ':until': until },
  };
  const free = '(attribute_not_exists(claimedUntil) OR claimedUntil <= :now)';
  return (await updateItem(key, change, exists ? `attribute_exists(pk) AND ${free}` : free)) !== null;
}
