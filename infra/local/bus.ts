/** The few lines of EventBridge that the laptop needs: rules of the wiring, and PutEvents over HTTP for the SDK. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import * as z from 'zod/mini';
import { type BusName, EVENT_RULES, type EventPattern, type QueueName, THIS_BUCKET } from '../wiring.ts';
import { jsonIn } from './json.ts';
import { close, listen, textOf } from './listen.ts';
import { LOCAL_BUCKET, type ObjectChange, REGION } from './storage.ts';
import { type Answer, jsonAnswer } from './transport.ts';

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
  return Object.values(EVENT_RULES)
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
  const { bucket, key, size, etag, kind, version, deletion } = change;
  const state = { key, ...(version !== null && { 'version-id': version }), sequencer };
  const object = kind === 'Object Created' ? { ...state, size, etag } : state;
  const detail = { version: '0', bucket: { name: bucket }, object, ...(deletion && { 'deletion-type': deletion }) };
  return event('aws.s3', kind, detail, [`arn:aws:s3:::${bucket}`]);
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

export interface Bus {
  address: string;
  /** Carries out PutEvents. */
  handle(body: string): Answer;
  stop(): Promise<void>;
}

/**
 * Serves PutEvents; a request that is none is answered with 400, and nothing of it is put.
 * @param enqueue called for each queue that a rule names, before the client has its answer
 * @throws PortInUseError
 */
export async function startBus(port: number, enqueue: (queue: QueueName, body: string) => void): Promise<Bus> {
  const handle = (body: string): Answer => {
    const put = z.safeParse(PutEvents, jsonIn(body));
    if (!put.success) {
      const message = put.error.issues.map((issue) => issue.message).join('; ');
      return jsonAnswer(400, { __type: 'ValidationException', message });
    }
    for (const entry of put.data.Entries) {
      const made = event(entry.Source, entry.DetailType, entry.Detail, entry.Resources ?? []);
      const bus = entry.EventBusName === LOCAL_BUS ? 'reports' : 'default';
      for (const queue of targetsOf(bus, made)) enqueue(queue, JSON.stringify(made));
    }
    return jsonAnswer(200, { FailedEntryCount: 0, Entries: put.data.Entries.map(() => ({ EventId: randomUUID() })) });
  };
  const server = createServer(async (request, response) => {
    // What was cut off or is too long is no PutEvents, and the client is told so.
    const { status, headers, body } = handle(await textOf(request, MOST_BYTES).catch(() => ''));
    response.writeHead(status, headers).end(body);
  });
  const address = await listen(server, port);
  return { address, handle, stop: () => close(server) };
}
