/** Objects in the bucket → records and events, on the embedded engines. */
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeInventory } from '../../functions/inventory/compare.ts';
import { requestRecheck } from '../../functions/platform/bus.ts';
import { readProjection } from '../../functions/store/lists/projected.ts';
import { recordIds } from '../../functions/store/records/manifest.ts';
import { getRecord, listVersions, putRecord } from '../../functions/store/records/records.ts';
import { table } from '../../functions/store/table/table.ts';
import { startRunner } from '../../infra/local/runner.ts';
import { reportId } from '../../shared/record.ts';
import { useEngines } from '../support/engines.ts';
import { reportText } from '../support/report.ts';

const engines = useEngines();
const Bucket = 'reports';
let s3: S3Client;
let sqs: SQSClient;
let runner: ReturnType<typeof startRunner>;

beforeAll(() => {
  s3 = new S3Client({});
  sqs = new SQSClient({});
  const retryAfter = () => 0.01;
  runner = startRunner(engines(), {
    queues: ['ingest', 'rechecks'],
    schedules: [],
    onHandled: () => undefined,
    retryAfter,
  });
});
afterAll(() => runner.stop());

const put = (Key: string, text: string | Uint8Array) => {
  const Body = Buffer.from(text as string);
  return s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentLength: Body.length }));
};
const remove = (Key: string) => s3.send(new DeleteObjectCommand({ Bucket, Key }));
const settled = async () => expect(await runner.idle(['ingest', 'rechecks'], 30_000)).toBe(true);
const recordOf = (key: string) => getRecord(reportId(Bucket, key));
const send = (MessageBody: string) =>
  sqs.send(new SendMessageCommand({ QueueUrl: engines().queueUrl('ingest'), MessageBody }));

/** Events that reached the queue of the notification function, of one object. */
const announced = (key: string) =>
  engines()
    .waiting('notify')
    .map((body) => JSON.parse(body))
    .filter(({ detail }) => detail.key === key);

/** Whether the store says that the bus has heard of the record. */
async function isAnnounced(key: string): Promise<boolean> {
  const { announced = '' } = (await readProjection(reportId(Bucket, key))) ?? {};
  return announced.startsWith(`${(await recordOf(key))?.sequencer} `);
}

/** An S3 event as EventBridge delivers it. */
const s3Event = (type: 'Object Created' | 'Object Deleted', key: string, sequencer: string) =>
  JSON.stringify({
    ...{ id: 'e', time: '2026-01-01T00:00:00Z', source: 'aws.s3', 'detail-type': type },
    detail: { bucket: { name: Bucket }, object: { key, sequencer } },
  });

test('a good report is stored and nobody is told', async () => {
  await put('good.txt', reportText());
  await settled();
  const record = await recordOf('good.txt');
  expect(record).toMatchObject({ counts: { error: 0 }, result: { status: 'passed' } });
  expect(await isAnnounced('good.txt')).toBe(true);
  expect(record?.result.report).toMatchObject({ agency: '示例市示例局', year: 2023 });
  expect(announced('good.txt')).toEqual([]);
});

test('a faulty report is stored and one event says what is wrong', async () => {
  await put('faulty.txt', reportText({ received: 4 }));
  await settled();
  expect(announced('faulty.txt')).toMatchObject([
    {
      source: 'gouji',
      'detail-type': 'Report Failed Validation',
      detail: {
        ...{ id: reportId(Bucket, 'faulty.txt'), bucket: Bucket, status: 'failed', agency: '示例市示例局', year: 2023 },
        counts: { error: 2 },
        findings: expect.arrayContaining([expect.objectContaining({ rule: 'T3.BALANCE', severity: 'error' })]),
      },
    },
  ]);
});

describe('bad input ends as a stored result with its reason, and one event', () => {
  const cut = reportText().slice(0, reportText().indexOf('3.危及'));
  test.each<[name: string, key: string, body: string | Uint8Array, reason: string]>([
    ['an empty file', 'empty.txt', '', 'FILE.EMPTY'],
    ['a name of all sorts', '2023 年度+报告 100%（终稿）.txt', '', 'FILE.EMPTY'],
    ['a 30 MB file', 'large.bin', new Uint8Array(30 * 1024 * 1024), 'FILE.TOO-LARGE'],
    ['binary rubbish', 'rubbish.docx', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251), 'FILE.KIND'],
    ['another document', 'letter.txt', '关于召开2023年工作会议的通知\n各科室：\n定于3月1日开会。', 'FILE.NOT-REPORT'],
    ['a report cut off in a table', 'cut.txt', cut, 'TBL.SHAPE'],
  ])('%s', async (_name, key, body, reason) => {
    await put(key, body);
    await settled();
    const record = await recordOf(key);
    expect(record?.result.status).toBe(reason.startsWith('FILE.') ? 'unreadable' : 'failed');
    expect(record?.result.findings.map(({ rule }) => rule)).toContain(reason);
    expect(announced(key)).toHaveLength(1);
  });
});

test('the same event twice makes one record and one event', async () => {
  await put('twice.txt', '');
  await settled();
  const sequencer = (await recordOf('twice.txt'))?.sequencer ?? '';
  await send(s3Event('Object Created', 'twice.txt', sequencer));
  await settled();
  expect(announced('twice.txt')).toHaveLength(1);
  expect(await listVersions(reportId(Bucket, 'twice.txt'))).toHaveLength(0);
});

test('an older event that comes late changes nothing', async () => {
  await put('late.txt', reportText());
  await settled();
  const before = await recordOf('late.txt');
  await send(s3Event('Object Created', 'late.txt', '000000000000000001'));
  await send(s3Event('Object Deleted', 'late.txt', '000000000000000002'));
  await settled();
  expect(await recordOf('late.txt')).toEqual(before);
});

test('an upload under the same name replaces the record and keeps its history', async () => {
  await put('again.txt', reportText({ received: 4 }));
  await put('again.txt', reportText());
  await settled();
  expect((await recordOf('again.txt'))?.result.status).toBe('passed');
  expect(await listVersions(reportId(Bucket, 'again.txt'))).toHaveLength(1);
});

test('a removed object has no record, and a late event does not bring it back; an upload does', async () => {
  await put('removed.txt', '');
  await settled();
  await remove('removed.txt');
  await settled();
  expect(await recordOf('removed.txt')).toBeNull();
  await send(s3Event('Object Created', 'removed.txt', '000000000000000001'));
  await settled();
  expect(await recordOf('removed.txt')).toBeNull();
  await put('removed.txt', '');
  await settled();
  expect((await recordOf('removed.txt'))?.result.status).toBe('unreadable');
});

test('each report of a ZIP has a record, and those that a new ZIP lacks are removed', async () => {
  const zip = (entries: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])));
  const statuses = async () => {
    const records = await Promise.all((await recordIds({ bucket: Bucket, key: 'all.zip' })).map(getRecord));
    return Object.fromEntries(
      records.flatMap((record) => (record === null ? [] : [[record.result.source.name, record.result.status]])),
    );
  };
  await put('all.zip', zip({ 'a.txt': reportText(), 'b.txt': reportText({ received: 4 }) }));
  await settled();
  expect(await statuses()).toEqual({ 'all.zip!/a.txt': 'passed', 'all.zip!/b.txt': 'failed' });
  await put('all.zip', zip({ 'b.txt': reportText() }));
  await settled();
  expect(await statuses()).toEqual({ 'all.zip!/b.txt': 'passed' });
});

test('a record that was stored but not announced is announced when its message comes again', async () => {
  await put('crash.txt', reportText({ received: 4 }));
  await settled();
  const record = await recordOf('crash.txt');
  if (record === null) throw new Error('no record');
  const later = `${record.sequencer.slice(0, 18)}F`.padEnd(32, '0');
  expect(await putRecord({ ...record, sequencer: later })).toBe('stored');
  await send(s3Event('Object Created', 'crash.txt', later));
  await settled();
  expect(announced('crash.txt').map(({ detail }) => detail.sequencer)).toEqual([record.sequencer, later]);
  expect(await isAnnounced('crash.txt')).toBe(true);
});

test('a report checked once more with the same outcome is neither written nor announced', async () => {
  await put('recheck.txt', reportText({ received: 4 }));
  await settled();
  const first = await recordOf('recheck.txt');
  await requestRecheck({ bucket: Bucket, key: 'recheck.txt' });
  await settled();
  const second = await recordOf('recheck.txt');
  expect(second).toEqual(first);
  expect(announced('recheck.txt')).toHaveLength(1);
});

test('an object without a record can be asked for', async () => {
  await put('lost.txt', reportText());
  await settled();
  const { client, name } = table();
  const Key = { pk: `REPORT#${reportId(Bucket, 'lost.txt')}`, sk: 'RECORD' };
  await client.send(new DeleteCommand({ TableName: name, Key }));
  const { differences } = await takeInventory();
  expect(differences).toContainEqual({ kind: 'unprocessed', key: 'lost.txt', version: expect.any(String) });
  await requestRecheck({ bucket: Bucket, key: 'lost.txt' });
  await settled();
  expect((await recordOf('lost.txt'))?.result.status).toBe('passed');
  expect((await takeInventory()).differences).toEqual([]);
});

test('a message that nobody understands ends in the dead-letter queue after a few tries', async () => {
  await send('{"detail-type":"?"}');
  await settled();
  expect(engines().waiting('ingest-dead')).toEqual(['{"detail-type":"?"}']);
});
