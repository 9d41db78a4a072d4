/** Events on the bus, as the contract has them: `source` is `gouji`, the detail is this. */

import * as z from 'zod/mini';
import { STATUSES } from './domain/status.ts';

export const EVENT_SOURCE = 'gouji';
export const DETAIL_TYPES = {
  passed: 'Report Passed',
  failed: 'Report Failed Validation',
  incomplete: 'Report Incomplete',
  unreadable: 'Report Unreadable',
} as const;
export type DetailType = (typeof DETAIL_TYPES)[keyof typeof DETAIL_TYPES];

/** Of the event of S3, or of the command, with which it all began: each log line that follows from it has it. */
const CorrelationId = z.optional(z.string());

/** Detail type that asks `functions/ingest` to check an object once more; the detail is {@link RecheckDetail}. */
export const RECHECK_REQUESTED = 'Recheck Requested';
export const RecheckDetail = z.object({
  bucket: z.string(),
  key: z.string(),
  /** Reads the file once more as well, for example with a new reader; otherwise what was read of it is kept. */
  reread: z.optional(z.boolean()),
  /** The one record of the object that is meant; all of them where it is missing. */
  id: z.optional(z.string()),
  /** State of the object that the asking report saw: the check of an earlier one does not count. */
  sequencer: z.optional(z.string()),
  /** The card that came or went, in short (`functions/ingest/seen.ts`): a check that knows this already need not be repeated. */
  card: z.optional(z.object({ mark: z.string(), gone: z.boolean() })),
  correlationId: CorrelationId,
});
export type RecheckDetail = z.infer<typeof RecheckDetail>;

/** Detail type by which it hands an object, or one report of it, over to its copy that reads pictures. */
export const PICTURES_MET = 'Pictures Met';
/** Detail type by which `functions/ingest` asks for one report of an object that holds many. */
export const CONTINUATION = 'Reading Continued';
export const ContinuationDetail = z.object({
  bucket: z.string(),
  key: z.string(),
  version: z.nullable(z.string()),
  sequencer: z.string(),
  receivedAt: z.string(),
  reread: z.boolean(),
  /** The one report of the object that is meant, with its name; missing in messages of earlier releases. */
  entry: z.optional(z.object({ id: z.string(), name: z.string() })),
  correlationId: CorrelationId,
});
export type ContinuationDetail = z.infer<typeof ContinuationDetail>;

/** How many findings travel in the event; the rest are in the store. */
export const FINDINGS_IN_EVENT = 5;

export const EventDetail = z.object({
  /** The report's id. */
  id: z.string(),
  bucket: z.string(),
  key: z.string(),
  version: z.nullable(z.string()),
  sequencer: z.string(),
  status: z.enum(STATUSES),
  agency: z.nullable(z.string()),
  regionCode: z.nullable(z.string()),
  year: z.nullable(z.number()),
  counts: z.object({ error: z.number(), warning: z.number(), notice: z.number() }),
  findings: z.array(z.object({ rule: z.string(), severity: z.string(), message: z.string(), fingerprint: z.string() })),
  correlationId: CorrelationId,
});
export type EventDetail = z.infer<typeof EventDetail>;
