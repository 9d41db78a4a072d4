/**
 * Many items at once, without conditions. DynamoDB may leave some of a batch undone when it is pressed: those are sent
 * again after a while that doubles, and differs from worker to worker.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand, BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Key, TableItem } from './items.ts';
import { known, versioned } from './schema.ts';
import { table } from './table.ts';

export type Write = { put: Key & TableItem } | { remove: Key };

/** DynamoDB's bounds of one request. */
const MOST_WRITES = 25;
export const MOST_READS = 100;
const MOST_ATTEMPTS = 9;
const FIRST_PAUSE_MILLISECONDS = 50;

/** @throws Error where the table leaves some undone again and again */
export async function batchWrite(writes: readonly Write[]): Promise<void> {
  const { client, name } = table();
  const requests = writes.map((write) =>
    'put' in write ? { PutRequest: { Item: versioned(write.put) } } : { DeleteRequest: { Key: keyOf(write.remove) } },
  );
  await inBatches(requests, MOST_WRITES, async (batch) => {
    const written = await client.send(new BatchWriteCommand({ RequestItems: { [name]: batch } }));
    return (written.UnprocessedItems?.[name] ?? []) as typeof requests;
  });
}

/**
 * The items of these keys that are there, in no order.
 * @param consistent `false` may miss what was written in the last second and costs half
 * @throws Error where the table leaves some unread again and again
 */
export async function batchGet<Found = TableItem>(
  keys: readonly Key[],
  { consistent = true, attributes }: { consistent?: boolean; attributes?: string } = {},
): Promise<Found[]> {
  const { client, name } = table();
  const items: Found[] = [];
  const each = new Map(keys.map((key) => [JSON.stringify([key.pk, key.sk]), keyOf(key)]));
  await inBatches([...each.values()], MOST_READS, async (batch) => {
    const wanted = {
      Keys: batch,
      ConsistentRead: consistent,
      ...(attributes !== undefined && { ProjectionExpression: attributes }),
    };
    const read = await client.send(new BatchGetCommand({ RequestItems: { [name]: wanted } }));
    items.push(...(read.Responses?.[name] ?? []).map((item) => known<Found>(item)));
    return (read.UnprocessedKeys?.[name]?.Keys ?? []) as TableItem[];
  });
  return items;
}

/** All batches at once. @param send returns what was left undone of a batch */
async function inBatches<One>(
  all: readonly One[],
  most: number,
  send: (batch: One[]) => Promise<One[]>,
): Promise<void> {
  const starts = Array.from({ length: Math.ceil(all.length / most) }, (_, at) => at * most);
  await Promise.all(starts.map((start) => untilDone(all.slice(start, start + most), send)));
}

async function untilDone<One>(batch: One[], send: (batch: One[]) => Promise<One[]>): Promise<void> {
  let left = batch;
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt === MOST_ATTEMPTS) throw new Error(`the table left ${left.length} undone, ${attempt} times`);
    if (attempt > 0) await sleep(FIRST_PAUSE_MILLISECONDS * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
    left = await send(left);
  }
}

const keyOf = ({ pk, sk }: Key): TableItem => ({ pk, sk });
