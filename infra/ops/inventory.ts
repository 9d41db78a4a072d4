/**
 * Is stored what is expected? Compares the objects of the bucket with the records of the table.
 *
 *     BUCKET_NAME=… TABLE_NAME=… node infra/ops/inventory.ts
 *
 * Exit 0: they agree; 1: they do not, with one line a difference.
 */
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { variable } from '../../functions/platform/environment.ts';
import { scanItems } from '../../functions/store/table/scan.ts';

interface Difference {
  /** `missing`: an object without a record; `outdated`: with an older one; `orphaned`: a record without an object. */
  kind: 'missing' | 'outdated' | 'orphaned';
  key: string;
}

/** Reads the whole bucket and the whole table: for operators and for the start of the laptop, not for requests. */
export async function inventory(): Promise<Difference[]> {
  const objects = await objectTimes();
  const records = await recordTimes();
  const differences: Difference[] = [];
  for (const [key, changed] of objects) {
    const received = records.get(key);
    if (received === undefined) differences.push({ kind: 'missing', key });
    else if (received < changed) differences.push({ kind: 'outdated', key });
  }
  for (const key of records.keys()) if (!objects.has(key)) differences.push({ kind: 'orphaned', key });
  return differences;
}

/** Keys of all objects that have a record. */
export async function storedKeys(): Promise<string[]> {
  return [...(await recordTimes()).keys()];
}

/** When each object was changed last, in milliseconds. */
async function objectTimes(): Promise<Map<string, number>> {
  const s3 = new S3Client({});
  const times = new Map<string, number>();
  let StartAfter: string | undefined;
  do {
    const list = new ListObjectsV2Command({ Bucket: variable('BUCKET_NAME'), ...(StartAfter && { StartAfter }) });
    const { Contents = [], IsTruncated } = await s3.send(list);
    for (const { Key = '', LastModified } of Contents) times.set(Key, LastModified?.getTime() ?? 0);
    StartAfter = IsTruncated === true ? Contents.at(-1)?.Key : undefined;
  } while (StartAfter !== undefined);
  s3.destroy();
  return times;
}

/** When the event behind the latest record of each key was sent, in milliseconds. Removed ones are left out. */
async function recordTimes(): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  const filter = {
    expression: 'sk = :record AND attribute_not_exists(removed) AND #bucket = :bucket',
    names: { '#key': 'key', '#bucket': 'bucket' },
    values: { ':record': 'RECORD', ':bucket': variable('BUCKET_NAME') },
  };
  for await (const item of scanItems<{ key: string; receivedAt: string }>(filter, '#key, receivedAt')) {
    times.set(item.key, Math.max(times.get(item.key) ?? 0, Date.parse(item.receivedAt)));
  }
  return times;
}

if (import.meta.main) {
  const differences = await inventory();
  for (const { kind, key } of differences) console.log(`${kind}\t${key}`);
  process.exitCode = differences.length === 0 ? 0 : 1;
}
