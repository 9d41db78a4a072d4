/**
 * Does a deployment work? Uploads an empty file, waits for its record, removes it and waits until the record is gone;
 * asks the API whether it lives, and whether it refuses writing without a signature.
 *
 *     TABLE_NAME=… BUCKET_NAME=… BASE_URL=… node infra/ops/smoke.ts
 *
 * The recipients of all mails get one about an unreadable file. Exit 0: everything works; 1: the line above says what not.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { variable } from '../../functions/platform/environment.ts';
import { getRecord } from '../../functions/store/records/records.ts';
import { reportId } from '../../shared/record.ts';

const WITHIN_MILLISECONDS = 120_000;

const Bucket = variable('BUCKET_NAME');
const Key = `smoke-test-${new Date().toISOString()}.txt`;
const s3 = new S3Client({});
const recordIs = async (status: string | undefined) =>
  (await getRecord(reportId(Bucket, Key)))?.result.status === status;

await expectSoon('the API lives', async () => (await fetch(`${variable('BASE_URL')}/health`)).ok);
await expectSoon('the API refuses writing without a signature', async () => {
  const { status } = await fetch(`${variable('BASE_URL')}/subscriptions/smoke-test`, { method: 'PUT', body: '{}' });
  return status === 401 || status === 403;
});
await s3.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.alloc(0), ContentLength: 0 }));
await expectSoon('an upload has a record', () => recordIs('unreadable'));
await s3.send(new DeleteObjectCommand({ Bucket, Key }));
await expectSoon('a removed object has none', () => recordIs(undefined));

async function expectSoon(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + WITHIN_MILLISECONDS;
  while (!(await holds())) {
    if (Date.now() > end) {
      console.error(`NOT: ${what}`);
      process.exit(1);
    }
    await sleep(1000);
  }
  console.log(`ok: ${what}`);
}
