/**
 * One county's reports taken in by many workers at once, with the latencies of a service between them: no message fails, a
 * government is checked when its county falls quiet and not for each upload, and conditions that fail do not grow with
 * the workers. Counts only: nothing here measures time.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Context, SQSEvent } from 'aws-lambda';
import { beforeAll, expect, test } from 'vitest';
import { tendRegions } from '../../functions/ingest/regions.ts';
import { readTotals } from '../../functions/store/statistics/statistics.ts';
import { statusesOf } from '../../functions/store/statistics/totals.ts';
import { table } from '../../functions/store/table/table.ts';
import { QUEUES, type QueueName } from '../../infra/wiring.ts';
import { measured } from '../query/capacity.ts';
import { useEngines } from '../support/engines.ts';
import { reportText } from '../support/report.ts';

const engines = useEngines();
const Bucket = 'reports';
let handler: typeof import('../../functions/ingest/handler.ts').handler;
let failedConditions = 0;

beforeAll(async () => {
  ({ handler } = await import('../../functions/ingest/handler.ts'));
  // A request to DynamoDB takes two to ten milliseconds, so that workers meet as they would there.
  table().client.middlewareStack.add(
    (next) => async (args) => {
      await sleep(2 + Math.random() * 8);
      return next(args).catch((error: Error) => {
        if (error.name === 'ConditionalCheckFailedException') failedConditions++;
        throw error;
      });
    },
    { step: 'initialize', name: 'latency' },
  );
});

interface Worked {
  done: number;
  failed: number;
}

/** Works on a queue until nothing is left that is due, so many messages at once. */
async function work(queue: QueueName, workers: number): Promise<Worked> {
  const worked = { done: 0, failed: 0 };
  const context = { getRemainingTimeInMillis: () => 100_000 } as Context;
  const loop = async () => {
    for (let [message] = engines().queues.receive(queue, 1); message; [message] = engines().queues.receive(queue, 1)) {
      const { id: messageId, receiptHandle, body, tries } = message;
      const one = { messageId, receiptHandle, body, attributes: { ApproximateReceiveCount: String(tries) } };
      const record = { ...one, eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:${queue}` };
      const { batchItemFailures } = await handler({ Records: [record] } as unknown as SQSEvent, context);
      if (batchItemFailures.length === 0) engines().queues.remove(queue, receiptHandle);
      worked[batchItemFailures.length === 0 ? 'done' : 'failed']++;
    }
  };
  await Promise.all(Array.from({ length: workers }, loop));
  return worked;
}

/** @param year of all its reports, so that one county is another in each trial */
async function county(agencies: number, year: number, workers: number) {
  const s3 = new S3Client({});
  for (let at = 0; at < agencies; at++) {
    const agency = at === 0 ? '浔阳区人民政府' : `浔阳区第${at}局`;
    await s3.send(new PutObjectCommand({ Bucket, Key: `${year}/${agency}.txt`, Body: reportText({ agency, year }) }));
  }
  failedConditions = 0;
  const { writes, answer } = await measured(async () => {
    const uploads = await work('ingest', workers);
    await tendRegions(Date.now(), { all: true });
    return { uploads, rechecks: await work('rechecks', QUEUES.rechecks.maximumConcurrency) };
  });
  const { passed, failed, incomplete } = statusesOf(await readTotals(year, '360403'));
  return { ...answer, writes, failedConditions, counted: passed + failed + incomplete };
}

test('a county of 150 with its government: at most 20 write units and 1.1 rechecks a report by 20 workers', async () => {
  const { uploads, rechecks, writes, counted } = await county(150, 2021, 20);
  expect(uploads).toEqual({ done: 150, failed: 0 });
  expect(rechecks.failed).toBe(0);
  expect(rechecks.done / 150).toBeLessThanOrEqual(1.1);
  expect(writes / 150).toBeLessThanOrEqual(20);
  expect(counted).toBe(150);
}, 300_000);

test('60 workers fail no more conditions than two, and lose nothing', async () => {
  const few = await county(60, 2022, 2);
  const many = await county(60, 2023, 60);
  for (const { uploads, rechecks, counted } of [few, many]) {
    expect(uploads).toEqual({ done: 60, failed: 0 });
    expect(rechecks.failed).toBe(0);
    expect(counted).toBe(60);
  }
  expect(many.failedConditions).toBeLessThanOrEqual(few.failedConditions);
}, 300_000);

test('ten versions of one report by 60 workers: the last one stands, and no message fails for good', async () => {
  const s3 = new S3Client({});
  const [Key, agency] = ['十版.txt', '浔阳区第七局'];
  for (let at = 0; at < 10; at++) {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: reportText({ agency, year: 2024, carriedIn: at }) }));
  }
  const worked = await work('ingest', 60);
  expect(worked).toEqual({ done: 10, failed: 0 });
  await tendRegions(Date.now(), { all: true });
  const { passed, failed, incomplete } = statusesOf(await readTotals(2024, '360403'));
  expect(passed + failed + incomplete).toBe(1);
}, 120_000);
