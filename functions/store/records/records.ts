/**
 * Records in the table: one item a report, replaced only by a later state of the same object. Nothing here is a
 * transaction; each function may be repeated after a crash and then changes nothing more.
 */

import type { Status } from '../../../shared/domain/status.ts';
import type { ReportRecord } from '../../../shared/record.ts';

import { type Projected, projectedKey, projectedOf } from '../lists/projected.ts';
import { batchGet } from '../table/batch.ts';
import { ABSENT, getItem, putIf, putItem, type TableItem } from '../table/items.ts';
import { queryAll, queryPage } from '../table/query.ts';
import { TABLE_EXPIRY } from '../table/table.ts';
import { packBody, unpackBody } from './body.ts';
import { type Decision, decisionsAmong } from './decisions.ts';

/** `stored`: it is the latest now; `same`: this state was already there; `stale`: a later state of the object is there. */
type PutOutcome = 'stored' | 'same' | 'stale';

/** One state of an object that was seen. `status` is `null` for its removal. */
export interface Version {
  sequencer: string;
  version: string | null;
  receivedAt: string;
  checkedAt: string;
  status: Status | null;
  counts: ReportRecord['counts'] | null;
  sha256: string | null;
  catalog: string | null;
}

interface RecordItem extends Omit<ReportRecord, 'result'> {
  /** Absent only in the tombstone of a removed object that had no record. */
  body?: Uint8Array;
  /** Cards of the neighbours that took part in the check: see {@link Stored}. */
  seen?: Uint8Array;
  /** A tombstone in the place of a record. */
  removed?: boolean;
}

/** A record, and the cards of the neighbours that took part in its check, packed by `functions/ingest/seen.ts`. */
export interface Stored {
  record: ReportRecord;
  seen: Uint8Array | null;
}

/** Longer than any queue keeps an event (14 days), so that a late event still meets the tombstone. */
const TOMBSTONE_SECONDS = 30 * 24 * 3600;
const VERSION = 'VERSION#';

const recordKey = (id: string) => ({ pk: `REPORT#${id}`, sk: 'RECORD' });

/**
 * Keeps a record unless a later state of the object is kept already. The version that it replaces is remembered before:
 * {@link rememberVersion}.
 * @param again the same state was checked once more: replaces the check made at the time `checkedAt`, and no other
 */
export async function storeRecord(
  record: ReportRecord,
  { seen = null, again }: { seen?: Uint8Array | null; again?: { checkedAt: string } } = {},
): Promise<PutOutcome> {
  const { result, ...plain } = record;
  const item = { ...recordKey(record.id), ...plain, body: packBody(result), ...(seen && { seen }) };
  return putUnlessLater(item, again?.checkedAt);
}

/** Keeps a record, and what was there in the history, unless a later state of the object is kept already. */
export async function putRecord(record: ReportRecord): Promise<PutOutcome> {
  const there = await getRecord(record.id);
  if (there) await rememberVersion(there);
  return storeRecord(record);
}

/** The record of this id, or `null` where there is none (any more). */
export async function getRecord(id: string): Promise<ReportRecord | null> {
  return storedOf(await getItem<RecordItem>(recordKey(id)))?.record ?? null;
}

/** Records by id, of those that are there: one request. */
export async function getRecords(ids: readonly string[]): Promise<Map<string, ReportRecord>> {
  const items = await batchGet<RecordItem>(ids.map(recordKey));
  const found = items.flatMap((item) => storedOf(item)?.record ?? []);
  return new Map(found.map((record) => [record.id, record]));
}

/** What stands of a report itself: all that {@link getWithDecisions} gives. */
export interface Whole {
  stored: Stored | null;
  decisions: Map<string, Decision>;
  /** The state of a removal as well. */
  latest: string | null;
  /** What stands elsewhere for it; read at about the same time, which is enough to see that nothing is left to do. */
  projected: Projected | null;
}

/** The record with the decisions about its findings, and its projection: one request. */
export async function getWithDecisions(id: string): Promise<Whole> {
  const { pk: partition, sk } = recordKey(id);
  const items = await queryAll({ partition, between: ['DECISION#', sk] });
  const item = items.find((one) => one.sk === sk) as RecordItem | undefined;
  const projected = projectedOf(items.find((one) => one.sk === projectedKey(id).sk) ?? null);
  return { stored: storedOf(item), decisions: decisionsAmong(items), latest: item?.sequencer ?? null, projected };
}

function storedOf(item: RecordItem | null | undefined): Stored | null {
  if (item?.body === undefined || item.removed === true) return null;
  return { record: toRecord(item, item.body), seen: item.seen ?? null };
}

/**
 * Puts a tombstone in the place of the record of a removed object, so that a late event of before cannot bring it back.
 * The tombstone keeps the body, so that a repetition still knows what was there.
 */
export async function removeRecord(
  removed: Pick<ReportRecord, 'id' | 'bucket' | 'key' | 'version' | 'sequencer' | 'receivedAt'>,
): Promise<{ outcome: PutOutcome; before: ReportRecord | null }> {
  const { id, sequencer, receivedAt } = removed;
  const expires = Math.floor(Date.parse(receivedAt) / 1000) + TOMBSTONE_SECONDS;
  await rememberRemoval(removed);
  for (;;) {
    const item = await getItem<RecordItem>(recordKey(id));
    const before = item?.body === undefined ? null : toRecord(item, item.body);
    if (item && item.sequencer >= sequencer)
      return { outcome: item.sequencer === sequencer ? 'same' : 'stale', before };
    const { record } = storedOf(item) ?? {};
    if (record) await rememberVersion(record);
    const tombstone = { ...item, ...recordKey(id), ...removed, removed: true, [TABLE_EXPIRY]: expires };
    // Of what another worker stores meanwhile, lists and neighbours have to be told as well.
    const unchanged = item ? { expression: 'sequencer = :seen', values: { ':seen': item.sequencer } } : ABSENT;
    if (await putIf(tombstone, unchanged)) return { outcome: 'stored', before };
  }
}

/** Puts a removal into the history, also one that a later state has followed. Repeating it changes nothing. */
export async function rememberRemoval({
  id,
  version,
  sequencer,
  receivedAt,
}: Pick<ReportRecord, 'id' | 'version' | 'sequencer' | 'receivedAt'>): Promise<void> {
  const gone = { version, sequencer, receivedAt, checkedAt: receivedAt };
  await putVersion(id, { ...gone, status: null, counts: null, sha256: null, catalog: null });
}

/** The states of a report's object that were seen before the present one, the latest first. */
export async function listVersions(id: string, limit = 50): Promise<Version[]> {
  const question = { partition: `REPORT#${id}`, prefix: VERSION, backwards: true, consistent: false };
  const { items } = await queryPage(question, limit);
  return items.map(({ pk: _pk, sk: _sk, ...version }) => version as unknown as Version);
}

/** What the history keeps of a record. */
export function versionOf({ result, ...plain }: ReportRecord): Version {
  const { sequencer, version, receivedAt, checkedAt, counts } = plain;
  const { status, source, catalog } = result;
  return { sequencer, version, receivedAt, checkedAt, status, counts, sha256: source.sha256, catalog };
}

/** Puts a record into the history, before a later state takes its place. Repeating it changes nothing. */
export async function rememberVersion(record: ReportRecord): Promise<void> {
  await putVersion(record.id, versionOf(record));
}

async function putVersion(id: string, state: Version): Promise<void> {
  await putItem({ pk: `REPORT#${id}`, sk: VERSION + state.sequencer, ...state });
}

function toRecord(item: RecordItem, body: Uint8Array): ReportRecord {
  const { id, bucket, key, version, sequencer, receivedAt, checkedAt, counts } = item;
  return { id, bucket, key, version, sequencer, receivedAt, checkedAt, counts, result: unpackBody(body) };
}

async function putUnlessLater(item: TableItem & { pk: string; sk: string }, seen?: string): Promise<PutOutcome> {
  const condition =
    seen === undefined
      ? 'attribute_not_exists(pk) OR sequencer < :sequencer'
      : 'sequencer = :sequencer AND checkedAt = :seen';
  const values = { ':sequencer': item.sequencer, ...(seen !== undefined && { ':seen': seen }) };
  if (await putIf(item, { expression: condition, values })) return 'stored';
  const there = await getItem({ pk: item.pk, sk: item.sk });
  return there?.sequencer === item.sequencer ? 'same' : 'stale';
}
