/** Pictures reach the function that has a recogniser: ingest of the account leaves them to it, and takes in nothing. */
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Context, SQSEvent } from 'aws-lambda';
import { PNG } from 'pngjs';
import { expect, test, vi } from 'vitest';
import { getRecord } from '../../functions/store/records/records.ts';
import { reportId } from '../../shared/record.ts';
import { useEngines } from '../support/engines.ts';

const engines = useEngines();
const Bucket = 'reports';
const Key = 'scan.png';
const context = { getRemainingTimeInMillis: () => 100_000 } as Context;

/** Takes the last message of a queue as the bundle of that name does (`infra/bundle.ts` swaps the same module). */
async function take(name: 'ingest' | 'pictures') {
  vi.resetModules();
  if (name === 'ingest') vi.doMock('#pictures', () => import('../../shared/document/formats/picture/elsewhere.ts'));
  else vi.doUnmock('#pictures');
  const body = engines().waiting(name).at(-1) as string;
  const message = { messageId: 'm', receiptHandle: 'r', body, attributes: { ApproximateReceiveCount: '1' } };
  const { handler } = await import('../../functions/ingest/handler.ts');
  return handler({ Records: [message] } as unknown as SQSEvent, context);
}

test('a picture is handed over once, and the other function takes it in', async () => {
  const Body = PNG.sync.write(new PNG({ width: 60, height: 80 }));
  await new S3Client({}).send(new PutObjectCommand({ Bucket, Key, Body }));
  expect(await take('ingest')).toEqual({ batchItemFailures: [] });
  expect(await getRecord(reportId(Bucket, Key))).toBeNull();
  expect(engines().waiting('pictures')).toHaveLength(1);

  expect(await take('pictures')).toEqual({ batchItemFailures: [] });
  const record = await getRecord(reportId(Bucket, Key));
  expect(record?.result).toMatchObject({ status: 'unreadable', findings: [{ rule: 'FILE.PICTURES' }] });
  expect(engines().waiting('pictures')).toHaveLength(1);
});

test('a file that is read again by hand and is a picture is told to be handed over', async () => {
  vi.resetModules();
  vi.doMock('#pictures', () => import('../../shared/document/formats/picture/elsewhere.ts'));
  const { handler } = await import('../../functions/ingest/reprocess.ts');
  const { outcomes } = await handler({ Items: [{ key: Key }] }, context);
  expect(outcomes).toEqual({ 'handed-over': 1 });
});
