/** What is kept beside the records for lists and statistics, brought in step with a record and its decisions. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ReportRecord } from '../../../shared/record.ts';
import { noteResolved } from '../mail/notified.ts';
import { type Decision, readDecisions } from '../records/decisions.ts';
import { getRecord } from '../records/records.ts';
import { cellsOf, summaryOf } from '../records/summary.ts';
import { contributionOf } from '../statistics/contribution.ts';
import { agencyNodeOf, contribute } from '../statistics/statistics.ts';
import { type CellValues, packJson, unpackJson } from '../statistics/totals.ts';
import { batchWrite } from '../table/batch-write.ts';
import { table } from '../table/table.ts';
import { entriesOf, sortKeyOf } from './listing.ts';
import { type Places, type Projected, projectedKey, readProjection } from './projected.ts';

const entriesAt = ({ lists, sk }: Places) => lists.map((pk) => ({ pk, sk }));

/**
 * Brings lists and statistics in step with what is stored of a report now. Safe to repeat, to run twice at once and to
 * be cut off anywhere, provided that whoever changed the record or a decision runs it (again) to the end: docs/api.md.
 */
export async function project(id: string): Promise<void> {
  for (;;) {
    // The revision first, the record after it: whoever takes the next revision has seen every state before it.
    const earlier = await readProjection(id);
    const state = stateOf(await getRecord(id), await readDecisions(id));
    const claimed = await write(id, earlier, {
      ...state,
      rev: (earlier?.rev ?? 0) + 1,
      settled: false,
      obsolete: [...(earlier?.obsolete ?? []), ...(earlier?.places ? [earlier.places] : [])],
    });
    if (claimed === null) continue;
    await apply(id, claimed);
    if (await write(id, claimed, { ...claimed, rev: claimed.rev + 1, settled: true, obsolete: [] })) return;
    if (await finishedByAnother(id)) return;
  }
}

/** How long one that overtook us may be silent before it is taken to have been cut off. */
const PATIENCE_MILLISECONDS = 3000;

/**
 * Somebody took the next revision and therefore saw all that we saw: waits until they are done, and then puts the
 * entries again that they want, since ours may have been the later delete. `false` if they seem to have been cut off.
 */
async function finishedByAnother(id: string): Promise<boolean> {
  let seen = 0;
  let since = Date.now();
  while (Date.now() - since < PATIENCE_MILLISECONDS) {
    const item = await readProjection(id);
    const rev = item?.rev ?? 0;
    if (item?.settled) {
      await batchWrite((item.places ? entriesAt(item.places) : []).map((Item) => ({ PutRequest: { Item } })));
      if ((await readProjection(id))?.rev === rev) return true;
    }
    if (rev !== seen) since = Date.now();
    seen = rev;
    await sleep(10 + Math.random() * 40);
  }
  return false;
}

function stateOf(
  record: ReportRecord | null,
  decisions: ReadonlyMap<string, Decision>,
): Pick<Projected, 'summary' | 'cells' | 'places'> {
  if (record === null) return { summary: null, cells: null, places: null };
  const summary = summaryOf(record, decisions);
  const cells = cellsOf(record);
  const leaf = agencyNodeOf(summary, cells);
  const lists = entriesOf(summary).map(({ pk }) => pk);
  return { summary, cells: packJson(cells), places: { lists, sk: sortKeyOf(summary), leaf } };
}

/** Writes entries and contribution of the present state and takes away those of the earlier ones. */
async function apply(id: string, { rev, summary, cells, places, obsolete }: Projected): Promise<void> {
  const keyOf = (entry: { pk: string; sk: string }) => JSON.stringify(entry);
  const entries = places ? entriesAt(places) : [];
  const kept = new Set(entries.map(keyOf));
  const gone = new Map(obsolete.flatMap(entriesAt).map((entry) => [keyOf(entry), entry]));
  await batchWrite([
    ...entries.map((Item) => ({ PutRequest: { Item } })),
    ...[...gone].filter(([key]) => !kept.has(key)).map(([, Key]) => ({ DeleteRequest: { Key } })),
  ]);
  const leaves = new Set(obsolete.map(({ leaf }) => leaf));
  if (places) leaves.delete(places.leaf);
  for (const leaf of leaves) await contribute(leaf, id, rev, null);
  if (summary && cells && places) {
    await contribute(places.leaf, id, rev, contributionOf(summary, unpackJson<CellValues>(cells)));
  }
  // Passed reports have no event for the mails: a mark lets the all-clear follow.
  if (summary?.status === 'passed') await noteResolved(id);
}

/** Puts the item if nobody wrote it since `seen`; `null` if somebody did. */
async function write(id: string, seen: Projected | null, item: Projected): Promise<Projected | null> {
  const { client, name } = table();
  const unchanged = seen
    ? { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': seen.rev } }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  try {
    await client.send(new PutCommand({ TableName: name, Item: { ...projectedKey(id), ...item }, ...unchanged }));
    return item;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return null;
    throw error;
  }
}
