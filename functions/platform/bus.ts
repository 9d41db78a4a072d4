/** Our own event bus. */
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  CONTINUATION,
  type ContinuationDetail,
  type DetailType,
  EVENT_SOURCE,
  type EventDetail,
  PICTURES_MET,
  RECHECK_REQUESTED,
  type RecheckDetail,
} from '../../shared/event.ts';
import { clientOptions, withShortcut } from './clients.ts';
import { variable } from './environment.ts';
import { correlationId } from './logging.ts';

let client: EventBridgeClient | null = null;

/**
 * Puts one event on the bus.
 * @throws Error where the bus did not take it: it has to be put again
 */
export function putEvent(type: DetailType, detail: EventDetail): Promise<void> {
  return put([{ type, detail }]);
}

/** Asks for objects to be checked once more, for example because a report they are compared with has changed. */
export async function requestRechecks(details: readonly RecheckDetail[]): Promise<void> {
  await put(details.map((detail) => ({ type: RECHECK_REQUESTED, detail })));
}

export function requestRecheck(detail: RecheckDetail): Promise<void> {
  return requestRechecks([detail]);
}

/** Asks for reports of an object to be checked by calls of their own. */
export function requestContinuations(details: readonly ContinuationDetail[]): Promise<void> {
  return put(details.map((detail) => ({ type: CONTINUATION, detail })));
}

/** Hands an object, or one report of it, over to the function that reads pictures. */
export function handOver(detail: ContinuationDetail): Promise<void> {
  return put([{ type: PICTURES_MET, detail }]);
}

/** Entries of one request. */
const MOST_ENTRIES = 10;

async function put(events: readonly { type: string; detail: unknown }[]): Promise<void> {
  client ??= withShortcut(new EventBridgeClient(clientOptions()));
  for (let start = 0; start < events.length; start += MOST_ENTRIES) {
    const batch = events.slice(start, start + MOST_ENTRIES).map(({ type, detail }) => ({
      EventBusName: variable('BUS_NAME'),
      Source: EVENT_SOURCE,
      DetailType: type,
      Detail: JSON.stringify({ ...(detail as object), correlationId: correlationId() }),
    }));
    // PutEvents answers 200 also where it refused an entry.
    const { FailedEntryCount, Entries = [] } = await client.send(new PutEventsCommand({ Entries: batch }));
    if (FailedEntryCount === 0) continue;
    const refused = Entries.find(({ ErrorCode }) => ErrorCode !== undefined);
    throw new Error(`the bus refused ${FailedEntryCount} events: ${refused?.ErrorCode} ${refused?.ErrorMessage}`);
  }
}
