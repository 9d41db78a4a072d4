/** The few lines of EventBridge that the laptop needs: rules of the wiring, and PutEvents over HTTP for the SDK. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import * as z from 'zod/mini';
import { type BusName, type EventPattern, type QueueName, RULES, THIS_BUCKET } from '../wiring.ts';
import { close, listen } from './listen.ts';
import { LOCAL_BUCKET, type ObjectChange, REGION } from './storage.ts';

/** An event as EventBridge hands it to a queue. */
interface BusEvent {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: unknown;
}

/** EventBridge takes as much in one request. */
const MOST_BYTES = 256 * 1024;

const json = z.pipe(
  z.string(),
  z.transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.issues.push({ code: 'custom', message: 'Detail is malformed', input: text });
      return z.NEVER;
    }
  }),
);
const PutEvents = z.object({
  Entries: z
    .array(
      z.object({
        ...{ Source: z.string(), DetailType: z.string(), Detail: json },
        ...{ EventBusName: z.optional(z.string()), Resources: z.optional(z.array(z.string())) },
      }),
    )
    .check(z.minLength(1), z.maxLength(10)),
});

export const LOCAL_BUS = 'gouji-reports';

/** The queues whose rules match an event of this bus. */
export function targetsOf(bus: BusName, event: Pick<BusEvent, 'source' | 'detail-type' | 'detail'>): QueueName[] {
  return Object.values(RULES)
    .filter((rule) => rule.bus === bus && matches(rule.pattern, event))
    .map((rule) => rule.queue);
}

function matches(pattern: EventPattern, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(pattern).every(([field, wanted]) => {
    const found = (value as Record<string, unknown>)[field];
    if (isList(wanted)) return wanted.some((one) => found === (one === THIS_BUCKET ? LOCAL_BUCKET : one));
    return matches(wanted, found);
  });
}

function isList(wanted: readonly string[] | EventPattern): wanted is readonly string[] {
  return Array.isArray(wanted);
}

/** An object's change as S3 tells EventBridge: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
export function objectEvent(change: ObjectChange, sequencer: string): BusEvent {
  const { bucket, key, size, etag, kind } = change;
  const object = kind === 'Object Created' ? { key, size, etag, sequencer } : { key, sequencer };
  return event('aws.s3', kind, { version: '0', bucket: { name: bucket }, object }, [`arn:aws:s3:::${bucket}`]);
}

function event(source: string, type: string, detail: unknown, resources: string[]): BusEvent {
  const [id, time] = [randomUUID(), new Date().toISOString()];
  return {
    version: '0',
    id,
    'detail-type': type,
    source,
    account: '000000000000',
    time,
    region: REGION,
    resources,
    detail,
  };
}

/**
 * Serves PutEvents.
 * @param enqueue called for each queue that a rule names, before the client has its answer
 * @throws PortInUseError
 */
export async function startBus(
  port: number,
  enqueue: (queue: QueueName, body: string) => void,
): Promise<{ address: string; stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(body));
    };
    const put = z.safeParse(PutEvents, await jsonOf(request));
    if (!put.success) {
      answer(400, {
        __type: 'ValidationException',
        message: put.error.issues.map(({ message }) => message).join('; '),
      });
      return;
    }
    for (const entry of put.data.Entries) {
      const made = event(entry.Source, entry.DetailType, entry.Detail, entry.Resources ?? []);
      const bus = entry.EventBusName === LOCAL_BUS ? 'reports' : 'default';
      for (const queue of targetsOf(bus, made)) enqueue(queue, JSON.stringify(made));
    }
    answer(200, { FailedEntryCount: 0, Entries: put.data.Entries.map(() => ({ EventId: randomUUID() })) });
  });
  const address = await listen(server, port);
  return { address, stop: () => close(server) };
}

/** What the body says; `undefined` where it is no JSON, is too long, or was cut off. */
async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      bytes += (chunk as Buffer).length;
      if (bytes <= MOST_BYTES) chunks.push(chunk as Buffer);
    }
    return bytes > MOST_BYTES ? undefined : JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    // Whatever it was, it is no PutEvents, and the client is told so.
    return undefined;
  }
}
