/** The log of a run: one id from the upload to the mail, begins and failures, and the queries of the runbook over it. */
import { readFileSync } from 'node:fs';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Engines, startEngines } from '../../infra/local/engines.ts';
import { startRunner } from '../../infra/local/runner.ts';
import { reportId } from '../../shared/record.ts';
import { reportText } from '../support/report.ts';
import { type Line, runQuery } from './insights.ts';

const Bucket = 'reports';
const faulty = reportId(Bucket, '局/有错.txt');
const lines: Line[] = [];
let engines: Engines;

beforeAll(async () => {
  // The logger looks when it is loaded, which the functions do; with this it writes to the console of this process.
  Object.assign(process.env, { POWERTOOLS_LOG_LEVEL: 'INFO', POWERTOOLS_DEV: 'true' });
  const written = (text: string) => {
    const line = parsed(text);
    if (line?.level !== undefined) lines.push(line);
  };
  for (const level of ['info', 'warn', 'error', 'log'] as const) console[level] = written as typeof console.log;
  engines = await startEngines({ data: null });
  Object.assign(process.env, engines.environment);
  const retryAfter = () => 0.01;
  const queues = ['ingest', 'rechecks', 'notify'] as const;
  const runner = startRunner(engines, { queues, schedules: ['sweep'], onHandled: () => undefined, retryAfter });
  const [s3, sqs] = [new S3Client({}), new SQSClient({})];
  const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));
  await put('局/有错.txt', reportText({ received: 4 }));
  await put('局/空.txt', '');
  await put('局/好.txt', reportText({ agency: '示例市第二局' }));
  await sqs.send(new SendMessageCommand({ QueueUrl: engines.queueUrl('notify'), MessageBody: notifyWithoutDetail() }));
  expect(await runner.idle([...queues], 60_000)).toBe(true);
  await runner.stop();
});
afterAll(() => engines.stop());

function parsed(text: string): Line | null {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever else is printed is no line of the log.
    return null;
  }
}

/** An event that the function does not understand. */
const notifyWithoutDetail = () => JSON.stringify({ id: 'event-1', detail: { id: faulty } });

const of = (message: string, about: Line = {}) =>
  lines.filter((line) => Object.entries({ message, ...about }).every(([name, value]) => line[name] === value));

test('one id leads from the upload through check, bus and notification to the mail', () => {
  const [begun] = of('begins', { kind: 'created', report: faulty });
  const id = begun?.correlation_id;
  expect(begun).toMatchObject({ key: '局/有错.txt', version: expect.any(String), eventId: id, tries: 1 });
  const road = lines.filter((line) => line.correlation_id === id).map(({ message, kind }) => kind ?? message);
  expect(road).toEqual(expect.arrayContaining(['created', 'stored', 'notify', 'mailed']));
  expect(of('mailed', { report: faulty }).map(({ correlation_id }) => correlation_id)).toEqual([id]);
  // The other reports have ids of their own.
  expect(of('stored', { correlation_id: id }).map(({ report }) => report)).toEqual([faulty]);
});

test('a failure says which try of which message, and why', () => {
  expect(of('failed').length).toBeGreaterThan(1);
  expect(of('failed')[0]).toMatchObject({ level: 'ERROR', messageId: expect.any(String), tries: 1 });
});

test('no line holds an address or text of a report', () => {
  expect(JSON.stringify(lines)).not.toMatch(/@example\.com|政府信息公开申请/);
});

describe('the queries of the runbook', () => {
  const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
  const queries = [...runbook.matchAll(/```insights\n([\s\S]+?)```/g)].map(([, query = '']) => query);

  test.each(queries.map((query) => [query]))('%s', (query) => {
    const [first] = of('begins', { kind: 'created', report: faulty });
    const filled = query
      .replaceAll('REPORT', faulty)
      .replaceAll('CORRELATION', String(first?.correlation_id))
      .replaceAll('REQUEST', String(first?.function_request_id));
    expect(runQuery(filled, lines).length).toBeGreaterThan(0);
  });

  test('there are some for each question', () => {
    expect(queries.length).toBeGreaterThanOrEqual(5);
  });
});
