/** What is kept beside the records for lists and statistics, brought in step with a record and its decisions. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { CellAddress } from '../../shared/domain/addresses.ts';
import type { ReportRecord } from '../../shared/record.ts';
import { type Decision, readDecisions, standingFindings, standingStatus } from './decisions.ts';
import { entriesOf, type Summary } from './listing.ts';
import { getRecord } from './records.ts';
import { noteMended } from './sent.ts';
import { contribute, leafOf } from './statistics.ts';
import { table } from './table.ts';
import { type CellValues, packJson, totalsOf, unpackJson } from './totals.ts';

/** Where one state of a report stands: the keys of its entries and its leaf of the statistics. */
interface Places {
  entries: { pk: string; sk: string }[];
  leaf: string;
}

/** The item that says what stands where for a report; whoever wants to change that takes the next revision first. */
interface Projected {
  rev: number;
  /** Everything stands as `places` says. */
  settled: boolean;
  summary: Summary | null;
  /** Packed {@link CellValues}, for the years side by side. */
  cells: Uint8Array | null;
  places: Places | null;
  /** Places of earlier states, which a projection that was cut off may have left. */
  obsolete: Places[];
}

const projectedKey = (id: string) => ({ pk: `REPORT#${id}`, sk: 'PROJECTED' });

/**
 * Called after each record is stored (`after`), replaced (`before` and `after`) or removed (`before`): see
 * {@link project}, which looks at what is stored instead of at what it is told.
 */
export async function projectRecord(before: ReportRecord | null, after: ReportRecord | null): Promise<void> {
  const id = (after ?? before)?.id;
  if (id !== undefined) await project(id);
}

/**
 * Brings lists and statistics in step with what is stored of a report now. Safe to repeat, to run twice at once and to
 * be cut off anywhere, provided that whoever changed the record or a decision runs it (again) to the end: docs/api.md.
 */
export async function project(id: string): Promise<void> {
  for (;;) {
    // The revision first, the record after it: whoever takes the next revision has seen every state before it.
    const earlier = await readItem(id);
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
    const item = await readItem(id);
    const rev = item?.rev ?? 0;
    if (item?.settled) {
      await batchWrite((item.places?.entries ?? []).map((Item) => ({ PutRequest: { Item } })));
      if ((await readItem(id))?.rev === rev) return true;
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
  const leaf = leafOf(summary.year, summary.regionCode, summary.id);
  return { summary, cells: packJson(cellsOf(record)), places: { entries: entriesOf(summary), leaf } };
}

/** What lists show of a record, with the dismissed findings taken away. */
function summaryOf(record: ReportRecord, decisions: ReadonlyMap<string, Decision>): Summary {
  const { id, key, receivedAt, checkedAt, result } = record;
  const standing = standingFindings(result.findings, decisions);
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of standing) counts[severity]++;
  const { report, catalog } = result;
  return {
    ...{ id, key, receivedAt, checkedAt, catalog, counts },
    status: standingStatus(result, decisions),
    rules: [...new Set(standing.map(({ rule }) => rule))],
    title: report?.title ?? null,
    agency: report?.agency ?? null,
    level: report?.level ?? null,
    regionCode: report?.regionCode ?? null,
    year: report?.year ?? null,
    publishedOn: report?.publishedOn ?? null,
    format: report?.format ?? null,
  };
}

function cellsOf(record: ReportRecord): CellValues {
  const cells = Object.entries(record.result.report?.cells ?? {});
  return Object.fromEntries(cells.map(([address, { value }]) => [address as CellAddress, value]));
}

/** Writes entries and contribution of the present state and takes away those of the earlier ones. */
async function apply(id: string, { rev, summary, cells, places, obsolete }: Projected): Promise<void> {
  const keyOf = ({ pk, sk }: Places['entries'][number]) => JSON.stringify([pk, sk]);
  const entries = places?.entries ?? [];
  const kept = new Set(entries.map(keyOf));
  const gone = new Map(obsolete.flatMap((place) => place.entries).map((entry) => [keyOf(entry), entry]));
  await batchWrite([
    ...entries.map((Item) => ({ PutRequest: { Item } })),
    ...[...gone].filter(([key]) => !kept.has(key)).map(([, Key]) => ({ DeleteRequest: { Key } })),
  ]);
  const leaves = new Set(obsolete.map(({ leaf }) => leaf));
  if (places) leaves.delete(places.leaf);
  for (const leaf of leaves) await contribute(leaf, id, rev, null);
  if (summary && cells && places) {
    await contribute(places.leaf, id, rev, totalsOf(summary.status, unpackJson<CellValues>(cells)));
  }
  // Passed reports have no event for the mails: a mark lets the all-clear follow.
  if (summary?.status === 'passed') await noteMended(id);
}

async function readItem(id: string): Promise<Projected | null> {
  const { client, name } = table();
  const found = await client.send(new GetCommand({ TableName: name, Key: projectedKey(id), ConsistentRead: true }));
  return (found.Item as Projected | undefined) ?? null;
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

type WriteRequest =
  | { PutRequest: { Item: Record<string, unknown> } }
  | { DeleteRequest: { Key: Record<string, unknown> } };

/** DynamoDB takes 25 writes in one request and may leave some of them to be sent again. */
async function batchWrite(requests: readonly WriteRequest[]): Promise<void> {
  const { client, name } = table();
  for (let start = 0; start < requests.length; start += 25) {
    let left: WriteRequest[] = requests.slice(start, start + 25);
    for (let attempt = 0; left.length > 0; attempt++) {
      if (attempt > 8) throw new Error(`the table left ${left.length} writes undone, ${attempt} times`);
      if (attempt > 0) await sleep(50 * 2 ** attempt * Math.random());
      const written = await client.send(new BatchWriteCommand({ RequestItems: { [name]: left } }));
      left = (written.UnprocessedItems?.[name] ?? []) as WriteRequest[];
    }
  }
}
