/** Where a report's list entries and its contribution to the statistics stand, with a revision number (optimistic lock). */
import type { Summary } from '../records/summary.ts';
import { batchGet } from '../table/batch.ts';
import { getItem, type Key, type TableItem, updateItem } from '../table/items.ts';
import { packJson, unpackJson } from '../table/packing.ts';

/** Where one state of a report stands: its entries, one a list, and its agency's node of the statistics. */
export interface Places {
  lists: string[];
  sk: string;
  leaf: string;
}

/** The item that says what stands where for a report; a change of that begins by taking the next revision. */
export interface Projected {
  rev: number;
  /** Everything stands as `places` says. */
  settled: boolean;
  /** What it was made from, in short; the same again needs no other projection. Missing in items of earlier releases. */
  made?: string;
  /** State and faults that the bus has heard of last, in short. */
  announced?: string;
  /** The state before stands entirely: there was no projection in between that was cut off. */
  isWhole?: boolean;
  summary: Summary | null;
  /** Packed {@link CellValues}, for the years side by side. */
  cells: Uint8Array | null;
  places: Places | null;
  /** Places of earlier states, which a projection that was cut off may have left. */
  obsolete: Places[];
}

export const projectedKey = (id: string) => ({ pk: `REPORT#${id}`, sk: 'PROJECTED' });

/** As it is in the table: the places packed, which would be a kilobyte, and that is a unit of each write. */
export function projectedItem(id: string, { places, obsolete, ...plain }: Projected): Key & TableItem {
  return { ...projectedKey(id), ...plain, where: packJson({ places, obsolete }) };
}

/** Back from the table. Items of earlier releases have their places as they are. */
export function projectedOf(item: TableItem | null): Projected | null {
  if (item === null) return null;
  const { where, ...plain } = item;
  const packed = where === undefined ? {} : unpackJson<Pick<Projected, 'places' | 'obsolete'>>(where as Uint8Array);
  return { ...plain, ...packed } as Projected;
}

/** As it is at this moment; `null` where there has never been such a report. */
export async function readProjection(id: string): Promise<Projected | null> {
  return projectedOf(await getItem(projectedKey(id)));
}

/** Summaries by id, of those that are stored now. */
export async function readSummaries(ids: readonly string[]): Promise<Map<string, Summary>> {
  return new Map([...(await readProjected(ids))].map(([id, { summary }]) => [id, summary]));
}

/** Summaries and packed cells by id, of those that are stored now. */
export async function readProjected(
  ids: readonly string[],
): Promise<Map<string, { summary: Summary; cells: Uint8Array }>> {
  const items = await batchGet<Projected>(ids.map(projectedKey), { consistent: false });
  return new Map(
    items.flatMap(({ summary, cells }) =>
      summary ? [[summary.id, { summary, cells: cells as Uint8Array }] as const] : [],
    ),
  );
}

/** Remembers what the bus has heard of a report; the revision stays, since nothing stands elsewhere for it. */
export async function markAnnounced(id: string, announced: string): Promise<void> {
  const change = { expression: 'SET announced = :announced', values: { ':announced': announced } };
  await updateItem(projectedKey(id), change, 'attribute_exists(pk)');
}
