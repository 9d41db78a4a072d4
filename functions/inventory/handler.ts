/**
 * EventBridge Scheduler → inventory: what was lost on the way, counted for the alarm. Step Functions → inventory: the
 * list of objects to be read again, as a file for its map.
 */
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Context } from 'aws-lambda';
import { clientOptions } from '../platform/clients.ts';
import { variable } from '../platform/environment.ts';
import { logger } from '../platform/logging.ts';
import { count, KIND, METRIC } from '../platform/metrics.ts';
import { takeInventory } from './compare.ts';

export type InventoryRequest =
  | { task: 'inventory' }
  /** `keys` are those named; otherwise all, or those that differ. */
  | { task: 'list'; scope: 'all' | 'differences' | 'keys'; keys?: readonly string[]; name: string };
/** Where the list is, and how long. */
export interface ListedObjects {
  bucket: string;
  key: string;
  count: number;
}

/** What came later may be on its way still: a message is tried for so long before it is put aside. */
const GRACE_MILLISECONDS = 3 * 3600_000;
/** Keys of one line in the log. */
const MOST_NAMED = 20;
/** Folder of what commands of operators leave in the bucket of the data set. */
const FOLDER = 'operations';

export async function handler(request: InventoryRequest, context: Context): Promise<ListedObjects | null> {
  logger.addContext(context);
  if (request.task === 'list') return list(request);
  const { keys, differences } = await takeInventory(Date.now() - GRACE_MILLISECONDS);
  // Zero as well: where nothing is counted any more, the alarm says that it was not looked.
  count(METRIC.differences, {}, differences.length);
  for (const [kind, some] of Map.groupBy(differences, (one) => one.kind)) {
    count(METRIC.differences, { [KIND]: kind }, some.length);
    logger.warn('inventory differs', {
      kind,
      many: some.length,
      keys: some.slice(0, MOST_NAMED).map(({ key }) => key),
    });
  }
  logger.info('inventory taken', { objects: keys.length, differences: differences.length });
  return null;
}

async function list({ scope, keys = [], name }: InventoryRequest & { task: 'list' }): Promise<ListedObjects> {
  const items = scope === 'keys' ? keys : await listed(scope);
  const bucket = variable('DATASET_BUCKET_NAME');
  const key = `${FOLDER}/${name}.json`;
  const Body = JSON.stringify(items.map((one) => ({ key: one })));
  await new S3Client(clientOptions()).send(new PutObjectCommand({ Bucket: bucket, Key: key, Body }));
  return { bucket, key, count: items.length };
}

async function listed(scope: 'all' | 'differences'): Promise<string[]> {
  const { keys, differences } = await takeInventory();
  return scope === 'all' ? keys : differences.map(({ key }) => key);
}
