/** What the last digest of a subscription said, and when a failed one is tried again. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../lib/table.ts';
import { packJson, unpackJson } from '../lib/totals.ts';
import type { Numbers } from './digest-numbers.ts';

export interface LastDigest {
  /** Day in China of the last one that went out; `null` before the first. */
  day: string | null;
  numbers: Numbers | null;
  /** Not before this time; empty where nothing failed. */
  retryAt: string;
}

const keyOf = (subscription: string) => ({ pk: `MAIL#DIGEST#${subscription}`, sk: 'LAST' });

export async function readDigest(subscription: string): Promise<LastDigest | null> {
  const { client, name } = table();
  const get = new GetCommand({ TableName: name, Key: keyOf(subscription), ConsistentRead: true });
  const { Item } = await client.send(get);
  return Item ? unpackJson<LastDigest>(Item.packed as Uint8Array) : null;
}

export async function putDigest(subscription: string, digest: LastDigest): Promise<void> {
  const { client, name } = table();
  await client.send(new PutCommand({ TableName: name, Item: { ...keyOf(subscription), packed: packJson(digest) } }));
}
