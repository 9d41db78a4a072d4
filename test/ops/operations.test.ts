/** What operators do where something was lost: events that are dropped here are what a real deployment may lose. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { SQSEvent } from 'aws-lambda';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getRecord } from '../../functions/store/records/records.ts';
import { writeAddresses } from '../../infra/local/addresses.ts';
import { contextOf } from '../../infra/local/context.ts';
import { type Engines, startEngines } from '../../infra/local/engines.ts';
import { reportId } from '../../shared/record.ts';
import { reportText } from '../support/report.ts';
import { ops } from './ops.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-ops-'));
const Bucket = 'reports';
let engines: Engines;
let s3: S3Client;

beforeAll(async () => {
  // Engines without the functions behind them: what becomes of each event is decided here.
  engines = await startEngines({ data: folder });
  Object.assign(process.env, engines.environment, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
  writeAddresses(folder, { environment: engines.environment, baseUrl: engines.environment.BASE_URL ?? '' });
  s3 = new S3Client({});
});
afterAll(async () => {
  await engines.stop();
  rmSync(folder, { recursive: true });
});

const put = (Key: string, Body: string | Uint8Array) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const remove = (Key: string) => s3.send(new DeleteObjectCommand({ Bucket, Key }));
const recordOf = (key: string, entry?: string) => getRecord(reportId(Bucket, key, entry));
const statusOf = async (key: string) => (await recordOf(key))?.result.status;

/** Takes messages out of the ingest queue, all that can be received now: they are worked on, or lost. */
async function take(what: 'work' | 'lose', most = engines.waiting('ingest').length): Promise<void> {
  const { handler } = await import('../../functions/ingest/handler.ts');
  for (let taken = 0; taken < most; taken++) {
    const [received] = engines.queues.receive('ingest', 1);
    if (!received) return;
    const message = { messageId: '1', body: received.body, attributes: { ApproximateReceiveCount: '1' } };
    if (what === 'work') await handler({ Records: [message] } as SQSEvent, contextOf('ingest'));
    engines.queues.remove('ingest', received.receiptHandle);
  }
}

/** The inventory's lines. */
const differences = async () => (await ops(folder, 'inventory')).said.trim().split('\n').slice(0, -1);

describe('events that were lost', () => {
  test('an upload, a replacement, a removal, a removal before an upload, and the rest of a ZIP', async () => {
    const old = ['replaced.txt', 'removed.txt', 'back.txt'];
    for (const key of old) await put(key, reportText({ year: 2021 }));
    await take('work');
    await remove('back.txt');
    await take('work');

    await put('lost.txt', reportText({ year: 2022 }));
    await put('replaced.txt', reportText({ year: 2021, received: 4 }));
    await remove('removed.txt');
    await put('back.txt', reportText({ year: 2021 }));
    await take('lose');
    const entry = (at: number) =>
      [`${at}.txt`, strToU8(reportText({ agency: `示例市第${at}局`, year: 2022 }))] as const;
    await put('many.zip', zipSync(Object.fromEntries(Array.from({ length: 55 }, (_, at) => entry(at)))));
    // Each report has a message of its own; the last five are lost.
    await take('work');
    await take('work', 50);
    await take('lose');
    await put('目录/.DS_Store', 'x');
    await take('lose');

    expect((await differences()).sort()).toEqual([
      ...['orphaned\tremoved.txt', 'outdated\treplaced.txt', 'partial\tmany.zip'],
      ...['unprocessed\tback.txt', 'unprocessed\tlost.txt'],
    ]);
    expect((await ops(folder, 'inventory')).status).toBe(1);

    const { status, said } = await ops(folder, 'reprocess', '--differences');
    expect({ status, said }).toEqual({ status: 0, said: expect.stringMatching(/1 failed/) });
    expect(said).toMatch(/57 passed/);
    expect(said).toMatch(/1 gone/);
    expect(await ops(folder, 'inventory')).toEqual({ status: 0, said: expect.stringMatching(/, 0 differences\n$/) });
    expect(await Promise.all(['lost.txt', 'replaced.txt', 'removed.txt', 'back.txt'].map(statusOf))).toEqual([
      ...['passed', 'failed', undefined, 'passed'],
    ]);
    expect((await recordOf('many.zip', '54.txt'))?.result.report?.agency).toBe('示例市第54局');
  });

  test('what S3 says later of a state that was read again still counts', async () => {
    await put('later.txt', reportText({ year: 2020 }));
    await take('work');
    await put('later.txt', reportText({ year: 2020, received: 4 }));
    const [late] = engines.queues.receive('ingest', 10);
    expect((await ops(folder, 'reprocess', 'later.txt')).said).toBe('1 failed\n');
    await put('later.txt', reportText({ year: 2020 }));
    await take('work');
    expect(await statusOf('later.txt')).toBe('passed');
    // The late event of the state between changes nothing any more.
    engines.queues.putBack('ingest', late?.receiptHandle ?? '', 0.001);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await take('work');
    expect(await statusOf('later.txt')).toBe('passed');
    expect(await differences()).toEqual([]);
  });
});

test('a run over everything that was cut off goes on where it stopped', async () => {
  const run = { keys: ['later.txt', 'lost.txt'], done: 1, so: { outcomes: { passed: 1 }, failed: [] } };
  writeFileSync(join(folder, 'reprocessing.json'), JSON.stringify(run));
  expect(await ops(folder, 'reprocess', '--resume')).toEqual({ status: 0, said: '2 passed\n' });
  await expect(ops(folder, 'reprocess', '--resume')).rejects.toThrow('no run was cut off');
  const { said } = await ops(folder, 'reprocess', '--all');
  expect(said).toBe('58 passed, 1 failed\n');
});

test('dead letters go back to their queue, of all queues or of one', async () => {
  const { SendMessageCommand, SQSClient } = await import('@aws-sdk/client-sqs');
  const sqs = new SQSClient({});
  for (const name of ['ingest-dead', 'notify-dead'] as const) {
    const QueueUrl = engines.queueUrl(name);
    for (let at = 0; at < 12; at++) await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: `${name} ${at}` }));
  }
  expect((await ops(folder, 'redrive', 'ingest')).said).toBe('ingest  12 sent back\n');
  expect([engines.waiting('ingest').length, engines.waiting('ingest-dead').length]).toEqual([12, 0]);
  expect(engines.waiting('notify-dead')).toHaveLength(12);
  expect((await ops(folder, 'redrive')).said).toContain('notify  12 sent back\n');
  expect(engines.waiting('notify-dead')).toEqual([]);
  await expect(ops(folder, 'redrive', 'post')).rejects.toThrow('no queue post');
});

test('a removed file comes back, and so does a former version', async () => {
  const text = async (Key: string) =>
    (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString() as Promise<string>;
  const key = '恢复/a+b 1.txt';
  const { VersionId = '' } = await put(key, '一');
  await put(key, '二');
  expect((await ops(folder, 'restore', key)).status).toBe(1);
  await remove(key);
  expect((await ops(folder, 'restore', key)).status).toBe(0);
  expect(await text(key)).toBe('二');
  expect((await ops(folder, 'restore', key, '--object-version', VersionId)).status).toBe(0);
  expect(await text(key)).toBe('一');
});
