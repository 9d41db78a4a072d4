/** A run through the product with the bundles against what was deployed; says of each thing whether it was so. */
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { objectEvent } from '../../infra/local/bus.ts';
import type { FunctionName, QueueName } from '../../infra/wiring.ts';
import { DETAIL_TYPES } from '../../shared/event.ts';
import { reportId } from '../../shared/record.ts';
import { reportText } from '../support/report.ts';
import type { Deployed } from './deployed.ts';
import { Functions } from './functions.ts';
import type { Call } from './proxy.ts';
import { withoutRight } from './rights.ts';
import { functionIds } from './template.ts';

/** How long events may be on their way. */
const WITHIN_MILLISECONDS = 10_000;

/** @param tell each line: `verified`, `NOT verified` (nobody's fault) or `FAILED`, and what. @returns whether nothing failed */
export async function verify(deployed: Deployed, folder: string, tell: (line: string) => void): Promise<boolean> {
  let failures = 0;
  const step = async (what: string, holds: () => Promise<boolean>) => {
    const isSo = await holds().catch((error) => {
      tell(String(error));
      return false;
    });
    if (!isSo) failures += 1;
    tell(`${isSo ? 'verified' : 'FAILED'}: ${what}`);
  };
  const functions = new Functions(deployed, folder);
  const { bucket } = deployed;
  const s3 = new S3Client({ endpoint: deployed.upstream('s3'), forcePathStyle: true });
  const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));
  /** Has a function do what waits; where nothing has come, with the event as AWS would have made it, which is told. */
  const work = async (queue: QueueName, target: FunctionName, made: () => object | undefined) => {
    const came = recordsOf(await receive(deployed, queue), queue === 'ingest' ? '1' : '9');
    if (came.length > 0) return isDone(await functions.call(target, { Records: came }));
    const event = made();
    if (event === undefined) return false;
    tell(`NOT verified: the way of this event to the queue ${queue}; it is made here`);
    const message = { MessageId: '1', ReceiptHandle: '1', Body: JSON.stringify(event) };
    return isDone(await functions.call(target, { Records: recordsOf([message], queue === 'ingest' ? '1' : '9') }));
  };
  const ofObject = (key: string) => () =>
    objectEvent({ bucket, key, kind: 'Object Created', size: 1, etag: '', version: null }, sequencer());
  const ofReport = () => eventOf(functions.callsOf('ingest'));
  const [good, faulty] = ['好.txt', '错 a+b.txt'];
  const found = async (key: string, status: string) =>
    (await report(functions, reportId(bucket, key))).status === status;

  await step('an upload leads by S3, bus and rule to the queue, and the bundle of ingest checks it', async () => {
    await put(good, reportText({ year: 2022 }));
    return work('ingest', 'ingest', ofObject(good));
  });
  await step('the API tells that it passed', () => found(good, 'passed'));
  await step('a faulty report is checked', async () => {
    await put(faulty, reportText({ agency: '示例市统计局', received: 4 }));
    return work('ingest', 'ingest', ofObject(faulty));
  });
  await step('the API tells that it failed', () => found(faulty, 'failed'));
  await step('its event leads by our bus and rule to the bundle of notify', () => work('notify', 'notify', ofReport));
  await step('the corrected file is put in its place by the bundle of amend, wherever it lies', async () => {
    const content = Buffer.from(reportText({ agency: '示例市统计局' })).toString('base64');
    const answer = await functions.call('amend', { report: reportId(bucket, faulty), content });
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: faulty }));
    const isThere = (await Body?.transformToString()) === reportText({ agency: '示例市统计局' });
    return (
      (answer as { outcome: string }).outcome === 'done' &&
      isThere &&
      (await work('ingest', 'ingest', ofObject(faulty)))
    );
  });
  if (deployed.hasSequencers) await step('the API tells that it passes now', () => found(faulty, 'passed'));
  else tell('NOT verified: that the next version of a file counts; events here do not tell which came later');
  await step('the API takes a file under uploads/', async () => {
    const { statusCode } = await api(functions, 'PUT', '/api/uploads/新 #1.txt', '内容');
    return statusCode === 202 && (await work('ingest', 'ingest', ofObject('uploads/新 #1.txt')));
  });
  for (const [name, event] of [
    ...([
      ['tend', { task: 'tend' }],
      ['schedule', { task: 'sweep' }],
      ['dataset', { task: 'dataset' }],
    ] as const),
    ...([
      ['inventory', { task: 'inventory' }],
      ['reprocess', { Items: [{ key: good }] }],
    ] as const),
    ['feedback', { Records: [] }],
  ] as const) {
    await step(`the bundle of ${name} runs`, async () => (await functions.call(name, event)) !== undefined);
  }
  for (const [name, id] of functionIds(deployed.template)) {
    const missing = withoutRight(functions.callsOf(name), deployed.template, id);
    await step(
      `${name} has the right to each of its ${functions.callsOf(name).length} calls${missing.length > 0 ? `, but not to ${missing.join(', ')}` : ''}`,
      async () => missing.length === 0,
    );
  }
  await functions.stop();
  return failures === 0;
}

const isDone = (answer: unknown) => (answer as { batchItemFailures: unknown[] }).batchItemFailures.length === 0;
/** @param tries so many of a mail that it is not held, and of an upload that it is the first */
const recordsOf = (messages: readonly Message[], tries: string) =>
  messages.map(({ MessageId, Body, ReceiptHandle }) => ({
    ...{ messageId: MessageId, body: Body, receiptHandle: ReceiptHandle },
    ...{ attributes: { ApproximateReceiveCount: tries }, eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:queue' },
  }));

/** Grows with the clock, as those of S3 do. */
const sequencer = () => (Date.now() * 1000).toString(16).toUpperCase().padStart(18, '0');

/** The last event about a report that the bundle of ingest has put on the bus, as a rule would hand it on. */
function eventOf(calls: readonly Call[]): object | undefined {
  const put = calls.findLast(({ operation, body }) => operation === 'PutEvents' && body.includes('Failed Validation'));
  if (put === undefined) return undefined;
  const { Entries } = JSON.parse(put.body) as { Entries: { Detail: string; DetailType: string }[] };
  const entry = Entries.find(({ DetailType }) => DetailType === DETAIL_TYPES.failed);
  return entry && { id: 'made', 'detail-type': entry.DetailType, detail: JSON.parse(entry.Detail) };
}

/** What comes within some seconds, taken out of the queue as an event source mapping does. */
async function receive({ upstream, queueUrl }: Deployed, name: QueueName): Promise<Message[]> {
  const sqs = new SQSClient({ endpoint: upstream('sqs'), useQueueUrlAsEndpoint: false });
  const QueueUrl = queueUrl(name);
  for (const end = Date.now() + WITHIN_MILLISECONDS; Date.now() < end; ) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 1, WaitTimeSeconds: 1 }),
    );
    for (const { ReceiptHandle } of Messages) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    if (Messages.length > 0) return Messages;
  }
  return [];
}

/** A call of the API as the gateway hands it over, of a program whose signature it has checked. */
async function api(functions: Functions, method: string, rawPath: string, body?: string) {
  const iam = { userArn: 'arn:aws:iam::000000000000:user/verify' };
  const http = { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'verify' };
  const type = { 'content-type': 'application/octet-stream' };
  return (await functions.call('query', {
    ...{ version: '2.0', routeKey: 'ANY /api/{proxy+}', rawPath, rawQueryString: '', body: body ?? null },
    headers: { host: 'api.example', accept: 'application/json', ...(body !== undefined && type) },
    requestContext: { requestId: 'r', domainName: 'api.example', authorizer: { iam }, http },
    isBase64Encoded: false,
  })) as { statusCode: number; body: string };
}

async function report(functions: Functions, id: string): Promise<{ status?: string }> {
  return JSON.parse((await api(functions, 'GET', `/api/reports/${id}`)).body) as { status?: string };
}
