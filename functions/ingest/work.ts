/** A message of the ingest queue → what there is to do. */
import * as z from 'zod/mini';
import {
  CONTINUATION,
  ContinuationDetail,
  EVENT_SOURCE,
  PICTURES_MET,
  RECHECK_REQUESTED,
  RecheckDetail,
} from '../../shared/event.ts';

/** S3's sequencers differ in length; padded on the right they compare as text. */
const SEQUENCER_DIGITS = 32;
/** Before every sequencer of S3. */
export const EARLIEST = '0'.repeat(SEQUENCER_DIGITS);

/** Digits at the end of a padded sequencer of which S3 uses none: there are 18 of its own so far. */
const SPARE_DIGITS = 8;

/**
 * A place in the order of an object's states for one of which the event is not known: after a state that is, before
 * whatever S3 will say of a later one.
 * @throws Error where S3 has come to use digits that were spare
 */
export function sequencerAfter(sequencer: string): string {
  const next = Number(sequencer.slice(-SPARE_DIGITS)) + 1;
  if (!Number.isInteger(next)) throw new Error(`no room after sequencer ${sequencer}`);
  return sequencer.slice(0, -SPARE_DIGITS) + String(next).padStart(SPARE_DIGITS, '0');
}

const change = <Type extends string>(type: Type) =>
  z.object({
    id: z.string(),
    time: z.string(),
    source: z.literal('aws.s3'),
    'detail-type': z.literal(type),
    // Keys are as they are here; only events that S3 sends straight to a queue have them URL-encoded.
    detail: z.object({
      bucket: z.object({ name: z.string() }),
      object: z.object({ key: z.string(), 'version-id': z.optional(z.string()), sequencer: z.string() }),
      'deletion-type': z.optional(z.enum(['Permanently Deleted', 'Delete Marker Created'])),
    }),
  });

const continued = <Type extends string>(type: Type) =>
  z.object({
    id: z.string(),
    time: z.string(),
    source: z.literal(EVENT_SOURCE),
    'detail-type': z.literal(type),
    detail: ContinuationDetail,
  });

const Message = z.discriminatedUnion('detail-type', [
  change('Object Created'),
  change('Object Deleted'),
  z.object({
    id: z.string(),
    time: z.string(),
    source: z.literal(EVENT_SOURCE),
    'detail-type': z.literal(RECHECK_REQUESTED),
    detail: RecheckDetail,
  }),
  continued(CONTINUATION),
  continued(PICTURES_MET),
]);

/**
 * Tries of a message: at the last one it is not worked on as before, but its record says that the file could not be
 * processed, so that its sender is told instead of waiting for ever.
 */
export const MOST_TRIES = 4;

/** A state of an object: which, and where it stands in the order of its states. */
export interface ObjectState {
  bucket: string;
  key: string;
  version: string | null;
  sequencer: string;
  receivedAt: string;
}

export type Work = { eventId: string; correlationId?: string | undefined } & (
  | { kind: 'created'; state: ObjectState; reread?: boolean; entry?: ContinuationDetail['entry'] }
  /** `isVersion`: one version is gone for good, which may be a former one; otherwise the object was removed. */
  | { kind: 'deleted'; state: ObjectState; isVersion: boolean }
  | ({ kind: 'recheck' } & RecheckDetail)
);

/** @throws Error for a message that is none of the wiring's: it ends in the dead-letter queue */
export function readWork(body: string): Work {
  const message = Message.parse(JSON.parse(body));
  if (message['detail-type'] === RECHECK_REQUESTED) {
    return { eventId: message.id, kind: 'recheck', ...message.detail };
  }
  if (message['detail-type'] === CONTINUATION || message['detail-type'] === PICTURES_MET) {
    const { reread, entry, correlationId, ...state } = message.detail;
    return { eventId: message.id, correlationId, kind: 'created', state, reread, entry };
  }
  const { bucket, object, 'deletion-type': deletion } = message.detail;
  const state = {
    bucket: bucket.name,
    key: object.key,
    version: object['version-id'] ?? null,
    sequencer: object.sequencer.padEnd(SEQUENCER_DIGITS, '0'),
    receivedAt: message.time,
  };
  if (message['detail-type'] === 'Object Created') return { eventId: message.id, kind: 'created', state };
  // In a bucket without versions the object itself is what is gone for good.
  const isVersion = deletion === 'Permanently Deleted' && state.version !== null;
  return { eventId: message.id, kind: 'deleted', state, isVersion };
}
