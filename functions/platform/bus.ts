/** Our own event bus. */
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  type DetailType,
  EVENT_SOURCE,
  type EventDetail,
  RECHECK_REQUESTED,
  type RecheckDetail,
} from '../../shared/event.ts';
import { variable } from './environment.ts';

let client: EventBridgeClient | null = null;

/**
 * Puts one event on the bus.
 * @throws Error where the bus did not take it: it has to be put again
 */
export function putEvent(type: DetailType, detail: EventDetail): Promise<void> {
  return put(type, detail);
}

/** Asks for an object to be checked once more, for example because a report it is compared with has changed. */
export function requestRecheck(detail: RecheckDetail): Promise<void> {
  return put(RECHECK_REQUESTED, detail);
}

async function put(type: string, detail: unknown): Promise<void> {
  client ??= new EventBridgeClient({});
  const entry = {
    EventBusName: variable('BUS_NAME'),
    Source: EVENT_SOURCE,
    DetailType: type,
    Detail: JSON.stringify(detail),
  };
  // PutEvents answers 200 also where it refused an entry.
  const { FailedEntryCount, Entries } = await client.send(new PutEventsCommand({ Entries: [entry] }));
  if (FailedEntryCount === 0) return;
  throw new Error(`the bus refused '${type}': ${Entries?.[0]?.ErrorCode} ${Entries?.[0]?.ErrorMessage}`);
}
