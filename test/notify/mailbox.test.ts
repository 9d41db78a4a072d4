/** The way out, as deployed: SQS → handler → the SDK → SES, and what SES has received. */
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSEvent } from 'aws-lambda';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { handler } from '../../functions/notify/handler.ts';
import { flush } from '../../functions/notify/outbox/flush.ts';
import { openGroups } from '../../functions/notify/outbox/items.ts';
import { sweep } from '../../functions/notify/outbox/sweep.ts';
import { clientOptions, setTransport, type Transport } from '../../functions/platform/clients.ts';
import { logger } from '../../functions/platform/logging.ts';
import { sesMailer } from '../../functions/platform/mail/ses.ts';
import { getSubscription } from '../../functions/store/mail/subscription-items.ts';
import { BALANCE } from '../mail/examples.ts';
import { headerLines, readMime } from '../mail/mime.ts';
import { busEvent } from './events.ts';
import { type Relay, startRelay } from './relay.ts';
import { useWorld } from './world.ts';

const { world, engines } = useWorld();
let relay: Relay;
beforeAll(async () => {
  // Everything through sockets, as in the cloud: the relay is no engine of the laptop.
  setTransport(clientOptions() as Transport)();
  relay = await startRelay(engines().ses);
  // Before the first mail: the SDK reads it once.
  process.env.AWS_ENDPOINT_URL_SESV2 = relay.address;
  return () => relay.stop();
});
beforeEach(() => {
  relay.received.length = 0;
  relay.trouble = () => null;
});

const context = { getRemainingTimeInMillis: () => 60_000 } as Context;

test('from the queue to the mailbox: held for those that may follow, then mailed, and the message is done', async () => {
  const w = world();
  await w.subscribe('clerk', {});
  const stored = await w.store({ key: '队列/第1份 a+b%.txt', findings: [BALANCE] });
  const sqs = new SQSClient({});
  const QueueUrl = engines().queueUrl('notify');
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: busEvent(stored) }));
  const receive = async (seconds: number): Promise<SQSEvent['Records']> => {
    const command = new ReceiveMessageCommand({
      QueueUrl,
      WaitTimeSeconds: seconds,
      MessageSystemAttributeNames: ['All'],
    });
    const { Messages = [] } = await sqs.send(command);
    return Messages.map((message) => ({
      ...{ messageId: message.MessageId ?? '', receiptHandle: message.ReceiptHandle ?? '', body: message.Body ?? '' },
      attributes: message.Attributes as unknown as SQSEvent['Records'][number]['attributes'],
      ...{ messageAttributes: {}, md5OfBody: '', eventSource: 'aws:sqs', awsRegion: 'us-east-1' },
      eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:notify',
    }));
  };
  const first = await receive(1);
  const held = await handler({ Records: first }, context);
  expect(held.batchItemFailures).toEqual([{ itemIdentifier: first[0]?.messageId }]);
  expect(relay.received).toHaveLength(0);
  const second = await receive(10);
  expect(await handler({ Records: second }, context)).toEqual({ batchItemFailures: [] });

  const [mime] = relay.received as [Uint8Array];
  const mail = await readMime(mime);
  expect(mail).toMatchObject({
    from: { name: '勾稽', address: 'gouji@example.com' },
    to: [{ name: '', address: 'clerk@example.com' }],
    subject: '【待整改】示例市示例局 2023年年报：错误1处',
  });
  for (const part of [mail.text, mail.html]) expect(part).toContain('队列/第1份 a+b%.txt');
  const { token } = (await getSubscription('clerk')) ?? {};
  expect(headerLines(mime)).toEqual(
    expect.arrayContaining([
      `List-Unsubscribe: <${process.env.BASE_URL}/subscriptions/clerk/unsubscribe?token=${token}>`,
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'Auto-Submitted: auto-generated',
      'Content-Language: zh-Hans',
    ]),
  );
  const source = Buffer.from(mime).toString('latin1');
  expect(source).toMatch(/Content-Type: text\/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64/);
  expect(source).toMatch(/Content-Type: text\/html; charset=utf-8\r\nContent-Transfer-Encoding: base64/);
  const store = await fetch(`${engines().ses}/store`);
  const { emails } = (await store.json()) as { emails: object[] };
  expect(emails.at(-1)).toMatchObject({ subject: mail.subject, destination: { to: ['clerk@example.com'] } });
  sqs.destroy();
});

describe('when SES does not take it', () => {
  const lines: string[] = [];
  beforeEach(() => {
    lines.length = 0;
    for (const level of ['info', 'warn', 'error'] as const) {
      const original = logger[level];
      logger[level] = (...parts: unknown[]) => void lines.push(JSON.stringify(parts, errorsToo));
      restore.push(() => {
        logger[level] = original;
      });
    }
  });
  const restore: (() => void)[] = [];
  afterEach(() => {
    for (const undo of restore.splice(0)) undo();
  });

  test('throttled to one a second: every mail goes out once', async () => {
    const w = world();
    const post = { mailer: sesMailer(), now: () => w.now };
    for (const reader of ['a', 'b', 'c']) await w.subscribe(reader, { scope: { kind: 'prefix', prefix: 'throttled' } });
    await w.deliver(await w.store({ key: 'throttled.txt', findings: [BALANCE] }));
    w.pass(10);
    let asked = 0;
    // Of each five requests one is let through: the SDK's own tries are not enough for every mail.
    relay.trouble = () => (++asked % 5 === 0 ? null : { status: 429, type: 'TooManyRequestsException' });
    for (let round = 0; round < 8 && (await openGroups()).length > 0; round++) {
      await sweep(post, () => true).catch(() => undefined);
      w.pass(3600);
    }
    const to = (await Promise.all(relay.received.map(readMime))).map((mail) => mail.to?.[0]?.address);
    expect(to.sort()).toEqual(['a@example.com', 'b@example.com', 'c@example.com']);
  });

  test('refused for two days: the address is switched off, the subscription says so, and no log names it', async () => {
    const w = world();
    const post = { mailer: sesMailer(), now: () => w.now };
    await w.subscribe('refused', { scope: { kind: 'prefix', prefix: 'refused' } });
    relay.trouble = () => ({
      ...{ status: 400, type: 'MessageRejected' },
      message: 'Email address is not verified: refused@example.com',
    });
    await w.deliver(await w.store({ key: 'refused.txt', findings: [BALANCE] }));
    w.pass(10);
    const [group] = await openGroups();
    if (!group) throw new Error('nothing waits');
    for (let hour = 0; hour < 60; hour++) {
      await flush(group, post, () => true);
      w.pass(3600);
    }
    expect(await getSubscription('refused')).toMatchObject({ state: 'off', off: { reason: 'refused' } });
    expect(await openGroups()).toEqual([]);
    expect(lines.some((line) => line.includes('MailRefusedError'))).toBe(true);
    expect(lines.join()).not.toMatch(/example\.com|示例局|待整改/);
  });
});

function errorsToo(_: string, value: unknown): unknown {
  return value instanceof Error ? { name: value.name, message: value.message, cause: value.cause } : value;
}
