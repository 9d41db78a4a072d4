/** `gouji ops … --stack NAME`, from the command line, in an account made of the embedded engines. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { getRecord } from '../../functions/store/records/records.ts';
import { type Laptop, startLaptop } from '../../infra/local/laptop.ts';
import { deadLetterName, QUEUES, type QueueName } from '../../infra/wiring.ts';
import { reportId } from '../../shared/record.ts';
import { reportText } from '../support/report.ts';
import { startAccount } from './account/account.ts';
import { byNpm } from './shell.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });
const folder = mkdtempSync(join(tmpdir(), 'gouji-stack-'));
const main = fileURLToPath(new URL('../../shared/cli/main.ts', import.meta.url));
const Bucket = 'reports';
let laptop: Laptop;
let account: Awaited<ReturnType<typeof startAccount>>;
let s3: S3Client;
let sqs: SQSClient;

beforeAll(async () => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
  // Callers have to be known, as in an account.
  laptop = await startLaptop({ data: folder, port: 0, signIn: true }, () => undefined);
  const { engines, api } = laptop;
  const local = (queue: Parameters<typeof engines.queueUrl>[0]) => engines.queueUrl(queue);
  const outputs = (address: string) => {
    const at = (url: string) => url.replace(engines.sqs, address);
    const queues = (Object.keys(QUEUES) as QueueName[]).flatMap((name) => [
      [`${name}QueueUrl`, at(local(name))],
      [`${name}DeadUrl`, at(local(deadLetterName(name)))],
    ]);
    return {
      ...{ BaseUrl: api, BucketName: Bucket, DatasetBucketName: 'dataset', TableName: 'gouji' },
      ...{ BusName: 'gouji-reports', ReprocessingArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:gouji' },
      UndeliveredUrl: at(local('ingest')).replace(/ingest$/, 'undelivered'),
      ...Object.fromEntries(queues),
    };
  };
  account = await startAccount({ name: 'Gouji-test', outputs }, engines);
  s3 = new S3Client({});
  sqs = new SQSClient({});
});
afterAll(async () => {
  await account.stop();
  await laptop.stop();
  rmSync(folder, { recursive: true });
});

/** The credentials of an operator and nothing else. */
const operator = () => ({
  ...{ AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'operator', AWS_SECRET_ACCESS_KEY: 'operator' },
  ...{ AWS_ENDPOINT_URL: account.address, AWS_ENDPOINT_URL_S3: process.env.AWS_ENDPOINT_URL_S3 ?? '' },
});

/** The command in a process of its own. */
async function ops(...args: string[]): Promise<{ status: number; said: string }> {
  const env = { PATH: process.env.PATH ?? '', ...operator() };
  const command = [main, 'ops', '--stack', 'Gouji-test', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env }, (error, stdout, stderr) => {
      const status = error === null ? 0 : Number(error.code);
      resolve({ status, said: status > 1 ? stderr : stdout });
    });
  });
}

const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const statusOf = async (key: string) => (await getRecord(reportId(Bucket, key)))?.result.status;
const worked = () => laptop.idle(['ingest', 'rechecks', 'notify'], 60_000);

test('smoke: two reports go all the way, and leave no trace', async () => {
  const { status, said } = await ops('smoke');
  expect(said.match(/^(?:ok|NOT): .*$/gm)).toHaveLength(10);
  expect({ status, said }).toEqual({ status: 0, said: expect.not.stringContaining('NOT') });
  expect(said).toContain('ok: the API refuses writing by strangers');
});

test('inventory and reprocess: what was lost is named, and read again by the state machine, which goes on', async () => {
  for (let at = 1; at <= 12; at++) await put(`${at}.txt`, reportText({ agency: `示例市第${at}局`, year: 2022 }));
  await worked();
  // As an operator types it: by npm, on the machine's own Node.
  const typed = await byNpm({ HOME: folder, ...operator() }, 'inventory', '--stack', 'Gouji-test');
  expect(typed).toEqual({ status: 0, said: '12 objects, 0 differences\n', failed: '' });
  const { removeItem } = await import('../../functions/store/table/items.ts');
  await removeItem({ pk: `REPORT#${reportId(Bucket, '3.txt')}`, sk: 'RECORD' });
  expect(await ops('inventory')).toEqual({ status: 1, said: 'unprocessed\t3.txt\n12 objects, 1 differences\n' });
  expect(await ops('reprocess', '--differences')).toEqual({ status: 0, said: '1 passed\n' });
  expect(await statusOf('3.txt')).toBe('passed');
  account.machine.failAfter(1);
  const cut = await ops('reprocess', '--all');
  expect(cut).toEqual({ status: 1, said: expect.stringMatching(/FAILED Broken test: go on with --resume/) });
  expect(await ops('reprocess', '--resume')).toEqual({ status: 0, said: '12 passed\n' });
  expect(await ops('reprocess', '--resume')).toEqual({ status: 64, said: expect.stringMatching(/no run was cut off/) });
  expect(await ops('reprocess', '1.txt', '2.txt')).toEqual({ status: 0, said: '2 passed\n' });
});

test('redrive: SQS moves dead letters, and undelivered events go to the queue that they were meant for', async () => {
  const send = (QueueUrl: string, MessageBody: string, arn?: string) =>
    sqs.send(
      new SendMessageCommand({
        ...{ QueueUrl, MessageBody },
        ...(arn && { MessageAttributes: { TARGET_ARN: { DataType: 'String', StringValue: arn } } }),
      }),
    );
  await sqs.send(new CreateQueueCommand({ QueueName: 'undelivered' }));
  const QueueUrl = laptop.engines.queueUrl('ingest').replace(/ingest$/, 'undelivered');
  const nothing = JSON.stringify({ detail: {} });
  await send(laptop.engines.queueUrl('feedback-dead'), nothing);
  await send(QueueUrl, nothing, 'arn:aws:sqs:us-east-1:000000000000:feedback');
  await send(QueueUrl, '{}', 'arn:aws:lambda:us-east-1:000000000000:function:schedule');
  const { status, said } = await ops('redrive', 'feedback', 'undelivered');
  expect({ status, said }).toEqual({ status: 1, said: 'feedback  1 sent back\nundelivered  1 sent back, 1 left\n' });
  expect(account.asked).toContain('StartMessageMoveTask');
  expect(await ops('redrive', 'post')).toEqual({ status: 64, said: expect.stringMatching(/no queue post/) });
});

test('restore: a file, a former version of it, and the table under a new name', async () => {
  const key = '恢复/a+b 1.txt';
  const { VersionId = '' } = await put(key, reportText({ year: 2020 }));
  await put(key, reportText({ year: 2019 }));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: key }));
  const text = async () => (await s3.send(new GetObjectCommand({ Bucket, Key: key }))).Body?.transformToString();
  expect((await ops('restore', key)).status).toBe(0);
  expect(await text()).toBe(reportText({ year: 2019 }));
  expect((await ops('restore', key, '--object-version', VersionId)).status).toBe(0);
  expect(await text()).toBe(reportText({ year: 2020 }));
  const { status, said } = await ops('restore', '--table', '--at', '2026-03-02T08:00:00+08:00');
  expect({ status, said }).toEqual({ status: 0, said: expect.stringMatching(/^restored as gouji-\d{14};/) });
  expect(said).toMatch(/cdk deploy Gouji-test -c tableName=gouji-\d{14}/);
  expect(account.asked.slice(-5)).toEqual([
    ...['RestoreTableToPointInTime', 'DescribeTable', 'DescribeTable', 'UpdateContinuousBackups', 'UpdateTimeToLive'],
  ]);
});

test('a stack that is not there', async () => {
  expect(await ops('inventory', '--stack', 'Gouji-none')).toEqual({
    ...{ status: 64, said: expect.stringContaining('Gouji-none does not exist') },
  });
});
