/**
 * Records in the table: one item a report, replaced only by a later state of the same object. Nothing here is a
 * transaction; each function may be repeated after a crash and then changes nothing more.
 */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Status } from '../../../shared/domain/status.ts';
import type { ReportRecord } from '../../../shared/record.ts';

import { packBody, unpackBody } from '../table/packing.ts';
import { TABLE_EXPIRY, table } from '../table/table.ts';

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
  /** Absent only in the mark of a removed object that had no record. */
  body?: Uint8Array;
  announced: boolean;
  /** A mark in the place of a record. */
  removed?: boolean;
}

/** Longer than any queue keeps an event (14 days), so that a late event still meets the mark of the removal. */
const REMOVAL_MARK_SECONDS = 30 * 24 * 3600;

const recordKey = (id: string) => ({ pk: `REPORT#${id}`, sk: 'RECORD' });

/**
 * Keeps a record unless a later state of the object is kept already.
 * @param again the same state was checked once more: replaces the check made at the time `seen`, and no other
 */
export async function putRecord(
  record: ReportRecord,
  again?: { announced: boolean; seen: string },
): Promise<PutOutcome> {
  const { result, ...plain } = record;
  const announced = again?.announced ?? false;
  const item = { ...recordKey(record.id), ...plain, announced, body: packBody(result) };
  const outcome = await putUnlessLater(item, again?.seen);
  if (outcome === 'stored' || (outcome === 'same' && !again)) {
    await putVersion(record.id, {
      ...plain,
      status: result.status,
      sha256: result.source.sha256,
      catalog: result.catalog,
    });
  }
  return outcome;
}

/** The record of this id, or `null` where there is none (any more). */
export async function getRecord(id: string): Promise<ReportRecord | null> {
  return (await getStored(id))?.record ?? null;
}

/** The record and whether the bus has heard of it. */
export async function getStored(id: string): Promise<{ record: ReportRecord; announced: boolean } | null> {
  const item = await getItem(id);
  if (item?.body === undefined || item.removed === true) return null;
  return { record: toRecord(item, item.body), announced: item.announced };
}

/** Remembers that the bus has this check of this state; nothing happens where another one has taken its place. */
export async function markAnnounced(record: Pick<ReportRecord, 'id' | 'sequencer' | 'checkedAt'>): Promise<void> {
  const { client, name } = table();
  const update = new UpdateCommand({
    TableName: name,
    Key: recordKey(record.id),
    UpdateExpression: 'SET announced = :yes',
    ConditionExpression: 'sequencer = :sequencer AND checkedAt = :checkedAt',
    ExpressionAttributeValues: { ':yes': true, ':sequencer': record.sequencer, ':checkedAt': record.checkedAt },
  });
  await client.send(update).catch(unlessConditionFailed);
}

/**
 * Puts a mark in the place of the record of a removed object, so that a late event of before cannot bring it back. The
 * mark keeps the body, so that a repetition still knows what was there.
 */
export async function removeRecord(
  removed: Pick<ReportRecord, 'id' | 'bucket' | 'key' | 'version' | 'sequencer' | 'receivedAt'>,
): Promise<{ outcome: PutOutcome; before: ReportRecord | null }> {
  const { id, version, sequencer, receivedAt } = removed;
  const item = await getItem(id);
  const expires = Math.floor(Date.parse(receivedAt) / 1000) + REMOVAL_MARK_SECONDS;
  const mark = { ...item, ...recordKey(id), ...removed, removed: true, announced: true, [TABLE_EXPIRY]: expires };
  const outcome = await putUnlessLater(mark);
  const gone = { version, sequencer, receivedAt, checkedAt: receivedAt };
  if (outcome !== 'stale') await putVersion(id, { ...gone, status: null, counts: null, sha256: null, catalog: null });
  return { outcome, before: item?.body === undefined ? null : toRecord(item, item.body) };
}

/** The states of a report's object that were seen, the latest first. */
export async function listVersions(id: string, limit = 50): Promise<Version[]> {
  const { client, name } = table();
  const found = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': `REPORT#${id}`, ':prefix': 'VERSION#' },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return (found.Items ?? []).map(({ pk: _pk, sk: _sk, ...version }) => version as Version);
}

async function getItem(id: string): Promise<RecordItem | undefined> {
  const { client, name } = table();
  const found = await client.send(new GetCommand({ TableName: name, Key: recordKey(id), ConsistentRead: true }));
  return found.Item as RecordItem | undefined;
}

function toRecord(item: RecordItem, body: Uint8Array): ReportRecord {
  const { id, bucket, key, version, sequencer, receivedAt, checkedAt, counts } = item;
  return { id, bucket, key, version, sequencer, receivedAt, checkedAt, counts, result: unpackBody(body) };
}

async function putVersion(id: string, version: Version): Promise<void> {
  const { client, name } = table();
  const { sequencer, receivedAt, checkedAt, status, counts, sha256, catalog } = version;
  const kept = { sequencer, version: version.version, receivedAt, checkedAt, status, counts, sha256, catalog };
  const item = { pk: `REPORT#${id}`, sk: `VERSION#${sequencer}`, ...kept };
  await client.send(new PutCommand({ TableName: name, Item: item }));
}

async function putUnlessLater(item: Record<string, unknown>, seen?: string): Promise<PutOutcome> {
  const { client, name } = table();
  const condition =
    seen === undefined
      ? 'attribute_not_exists(pk) OR sequencer < :sequencer'
      : 'sequencer = :sequencer AND checkedAt = :seen';
  const values = { ':sequencer': item.sequencer, ...(seen !== undefined && { ':seen': seen }) };
  try {
    await client.send(
      new PutCommand({
        TableName: name,
        Item: item,
        ConditionExpression: condition,
        ExpressionAttributeValues: values,
      }),
    );
    return 'stored';
  } catch (error) {
    unlessConditionFailed(error);
    const key = { pk: item.pk, sk: item.sk };
    const there = await client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true }));
    return there.Item?.sequencer === item.sequencer ? 'same' : 'stale';
  }
}

function unlessConditionFailed(error: unknown): void {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
}
