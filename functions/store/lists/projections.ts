/** What is kept beside the records for lists and statistics, brought in step with a record and its decisions. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReportRecord } from '../../../shared/record.ts';
import { partitionOfNode, touchPartitions } from '../dataset/partitions.ts';
import { noteResolved } from '../mail/notified.ts';
import type { Decision } from '../records/decisions.ts';
import { getWithDecisions, type Whole } from '../records/records.ts';
import { cellValuesOf, summaryOf } from '../records/summary.ts';
import { touchedItem } from '../regions/touched.ts';
import { contributionOf } from '../statistics/contribution.ts';
import { agencyNodeOf, contribute, sumUp } from '../statistics/statistics.ts';
import type { CellValues } from '../statistics/totals.ts';
import { batchWrite, type Write } from '../table/batch.ts';
import { ABSENT, type Key, putIf, removeItem } from '../table/items.ts';
import { packJson, unpackJson } from '../table/packing.ts';
import { entriesOf } from './listing.ts';
import { type Places, type Projected, projectedItem, readProjection } from './projected.ts';
import { sortKeyOf } from './sort-key.ts';

/** Raised when lists or statistics are made in another way, so that what was projected before is projected anew. */
const VERSION = 5;

type Decisions = ReadonlyMap<string, Decision>;
const entriesAt = ({ lists, sk }: Places): Key[] => lists.map((pk) => ({ pk, sk }));

/**
 * Brings lists and statistics in step with what is stored of a report now. Safe to repeat, to run twice at once and to
 * be cut off anywhere, provided that the worker that changed the record or a decision runs it (again) to the end:
 * docs/api.md. Where nothing changed it is two reads, and none for whom {@link inStep} tells. The sums over it, up to the
 * root, are brought in step as well.
 * @returns what stands for the report now
 */
export function project(id: string): Promise<Projected> {
  return bringInStep(id, async (nodes) => {
    await Promise.all([sumUp(nodes), touchPartitions(nodes.map(partitionOfNode))]);
  });
}

/**
 * The same, with the sums over it left to the next look at the region.
 * @param overtaken a claim that was applied while another worker took the next revision
 */
export function projectLater(id: string, overtaken: Projected | null = null): Promise<Projected> {
  return bringInStep(id, null, overtaken);
}

async function bringInStep(
  id: string,
  sum: ((nodes: string[]) => Promise<void>) | null,
  overtaken: Projected | null = null,
): Promise<Projected> {
  for (let late = overtaken; ; ) {
    if (late !== null) await waitForAnother(id);
    // The revision first, the record after it: the worker that takes the next revision has seen every state before it.
    const there = await readProjection(id);
    const { stored, decisions } = await getWithDecisions(id);
    const record = stored?.record ?? null;
    if (late === null && there?.settled && there.made === madeFrom(record, decisions)) return there;
    const claimed = await claim(id, withEntriesOf(late, there), record, decisions);
    if (claimed === null) continue;
    // A report that a better reader gives to another agency is missing elsewhere now, which the region has to look at.
    const isMoved = nodesOf(claimed).length > 1;
    const nodes = await apply(id, claimed, sum === null || isMoved ? touchedItems(claimed) : []);
    await sum?.(nodes);
    const completed = await complete(id, claimed);
    if (completed !== null) return completed;
    late = claimed;
  }
}

/**
 * Entries of an overtaken claim may have been put after the other worker took them away, or in place of its own: whatever
 * it has left, all is written once more, and what of them is not wanted goes.
 */
function withEntriesOf(late: Projected | null, there: Projected | null): Projected | null {
  if (late === null || there === null) return there;
  return { ...there, settled: false, obsolete: [...there.obsolete, ...(late.places ? [late.places] : [])] };
}

/** What stands for a report, where that is all that there is to do for what was read with it; otherwise `null`. */
export function inStep({ stored, decisions, projected }: Whole): Projected | null {
  const made = madeFrom(stored?.record ?? null, decisions);
  return projected?.settled && projected.made === made ? projected : null;
}

/**
 * Takes the next revision for a state of a report; all its places, and those of earlier states that may be left, are
 * named before any of them is written.
 * @returns `null` where another worker took the revision since `earlier` was read
 */
export async function claim(
  id: string,
  earlier: Projected | null,
  record: ReportRecord | null,
  decisions: Decisions,
): Promise<Projected | null> {
  return write(id, earlier, {
    ...stateOf(record, decisions),
    made: madeFrom(record, decisions),
    ...(earlier?.announced !== undefined && { announced: earlier.announced }),
    rev: (earlier?.rev ?? 0) + 1,
    settled: false,
    isWhole: earlier?.settled ?? false,
    obsolete: [...(earlier?.obsolete ?? []), ...(earlier?.places ? [earlier.places] : [])],
  });
}

/**
 * Writes entries and contribution of the claimed state and takes away those of the earlier ones.
 * @param more writes that go into the same batch
 * @returns nodes of the statistics whose sums have to be brought in step before the claim is completed
 */
export async function apply(id: string, claimed: Projected, more: readonly Write[] = []): Promise<string[]> {
  const { rev, summary, cells, places, obsolete, isWhole } = claimed;
  const keyOf = (entry: Key) => JSON.stringify([entry.pk, entry.sk]);
  const entries = places ? entriesAt(places) : [];
  const wanted = new Set(entries.map(keyOf));
  const earlier = new Map(obsolete.flatMap(entriesAt).map((entry) => [keyOf(entry), entry]));
  // What an earlier state has left for certain is not written again.
  const missing = entries.filter((entry) => !(isWhole && earlier.has(keyOf(entry))));
  const unwanted = [...earlier].filter(([key]) => !wanted.has(key)).map(([, entry]) => entry);
  const leaves = new Set(obsolete.map(({ leaf }) => leaf));
  if (places) leaves.delete(places.leaf);
  await Promise.all([
    batchWrite([...missing.map((entry) => ({ put: { ...entry, rev } })), ...more]),
    // An entry that a later projection has put again stays.
    ...unwanted.map((entry) => removeItem(entry, upTo(rev))),
    ...[...leaves].map((leaf) => contribute(leaf, id, rev, null)),
    ...(summary && cells && places
      ? [contribute(places.leaf, id, rev, contributionOf(summary, unpackJson<CellValues>(cells)))]
      : []),
    // Passed reports have no event for the mails: a mark lets the all-clear follow. Of a new one nobody was notified.
    ...(summary?.status === 'passed' && rev > 1 ? [noteResolved(id)] : []),
  ]);
  return nodesOf(claimed);
}

/** Items that leave the sums over a claimed state, and over what it replaces, to the next look at the region. */
export function touchedItems(claimed: Projected): Write[] {
  return nodesOf(claimed).map((node) => ({ put: touchedItem(node, Date.now()) }));
}

const nodesOf = ({ places, obsolete }: Projected): string[] => [
  ...new Set([...obsolete, ...(places ? [places] : [])].map(({ leaf }) => leaf)),
];

const upTo = (rev: number) => ({
  expression: 'attribute_not_exists(rev) OR rev <= :rev',
  values: { ':rev': rev },
});

/**
 * Says that everything stands as claimed.
 * @param announced what the bus has heard meanwhile
 * @returns `null` where another worker has taken the next revision
 */
export async function complete(id: string, claimed: Projected, announced?: string): Promise<Projected | null> {
  const { isWhole: _, ...done } = { ...claimed, ...(announced !== undefined && { announced }), rev: claimed.rev + 1 };
  return write(id, claimed, { ...done, settled: true, obsolete: [] });
}

/** How long a worker that overtook us may be silent before it is taken to have been cut off. */
const PATIENCE_MILLISECONDS = 3000;

/** Another worker took the next revision: waits until it is done, or until it seems to have been cut off. */
async function waitForAnother(id: string): Promise<void> {
  let seen = 0;
  let since = Date.now();
  while (Date.now() - since < PATIENCE_MILLISECONDS) {
    const item = await readProjection(id);
    if (item?.settled) return;
    const rev = item?.rev ?? 0;
    if (rev !== seen) since = Date.now();
    seen = rev;
    await sleep(10 + Math.random() * 40);
  }
}

function stateOf(record: ReportRecord | null, decisions: Decisions): Pick<Projected, 'summary' | 'cells' | 'places'> {
  if (record === null) return { summary: null, cells: null, places: null };
  const summary = summaryOf(record, decisions);
  const cells = cellValuesOf(record);
  const leaf = agencyNodeOf(summary, cells);
  const lists = entriesOf(summary).map(({ pk }) => pk);
  return { summary, cells: packJson(cells), places: { lists, sk: sortKeyOf(summary), leaf } };
}

/** Tells one state of a record and its decisions from every other, and one way to project them from another. */
function madeFrom(record: ReportRecord | null, decisions: Decisions): string {
  const of = record && [
    record.sequencer,
    record.checkedAt,
    [...decisions].sort(([one], [other]) => (one < other ? -1 : 1)),
  ];
  return createHash('sha256')
    .update(JSON.stringify([VERSION, of]))
    .digest('base64url')
    .slice(0, 16);
}

/** Puts the item if no other worker wrote it since `seen`; `null` if one did. */
async function write(id: string, seen: Projected | null, item: Projected): Promise<Projected | null> {
  const unchanged = seen ? { expression: 'rev = :rev', values: { ':rev': seen.rev } } : ABSENT;
  return (await putIf(projectedItem(id, item), unchanged)) ? item : null;
}
