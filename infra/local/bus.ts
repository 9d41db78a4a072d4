/** The few lines of EventBridge that the laptop needs: rules of the wiring, and PutEvents over HTTP for the SDK. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
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

interface PutEventsEntry {
  Source: string;
  DetailType: string;
  Detail: string;
  EventBusName?: string;
  Resources?: string[];
}

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
    const { Entries } = JSON.parse(await textOf(request)) as { Entries: PutEventsEntry[] };
    for (const entry of Entries) {
      const made = event(entry.Source, entry.DetailType, JSON.parse(entry.Detail), entry.Resources ?? []);
      const bus = entry.EventBusName === LOCAL_BUS ? 'reports' : 'default';
      for (const queue of targetsOf(bus, made)) enqueue(queue, JSON.stringify(made));
    }
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify({ FailedEntryCount: 0, Entries: Entries.map(() => ({ EventId: randomUUID() })) }));
  });
  const address = await listen(server, port);
  return { address, stop: () => close(server) };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
