/** What the last digest of a subscription said. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { packJson, unpackJson } from '../../store/statistics/totals.ts';
import { lockItem } from '../../store/table/lock.ts';
import { table } from '../../store/table/table.ts';
import type { Numbers } from './digest-numbers.ts';

export interface LastDigest {
  /** Day in China. */
  day: string;
  numbers: Numbers;
}

/** As long another worker stays away, and as long nobody tries again after a failure. */
const CLAIM_SECONDS = 900;

const keyOf = (subscription: string) => ({ pk: `MAIL#DIGEST#${subscription}`, sk: 'LAST' });

/** `null` before the first. */
export async function readDigest(subscription: string): Promise<LastDigest | null> {
  const { client, name } = table();
  const get = new GetCommand({ TableName: name, Key: keyOf(subscription), ConsistentRead: true });
  const { Item } = await client.send(get);
  return Item?.packed ? unpackJson<LastDigest>(Item.packed as Uint8Array) : null;
}

/** Whether this worker may send the next one; what was read before has to be read again then. */
export function claimDigest(subscription: string, now: Date): Promise<boolean> {
  return lockItem(keyOf(subscription), now, CLAIM_SECONDS, { exists: false });
}

/** Ends the lockItem. */
export async function putDigest(subscription: string, digest: LastDigest): Promise<void> {
  const { client, name } = table();
  await client.send(new PutCommand({ TableName: name, Item: { ...keyOf(subscription), packed: packJson(digest) } }));
}
