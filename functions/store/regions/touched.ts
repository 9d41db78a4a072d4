/**
 * Where in the statistics reports came, changed or went of late: one item an agency and year, put with the report's own
 * items. What follows from many reports of one region (sums up to the root, the check of its government) is done once,
 * when no more come, instead of after each. An item stands until everything of its report has been written for certain.
 */
import { batchWrite } from '../table/batch.ts';
import type { Key, TableItem } from '../table/items.ts';
import { putItem, removeItem } from '../table/items.ts';
import { queryAll } from '../table/query.ts';

const PARTITION = 'TOUCHED';
/** Of the item that says how far a region has been tended; behind every agency. */
const TENDED = '~';

/** A region and year with what came in it. */
export interface TouchedRegion {
  /** `2023/360403` */
  region: string;
  /** Nodes of its agencies, with the time of the last touch in milliseconds. */
  agencies: ReadonlyMap<string, number>;
  /** Time of the last touch that was there when the region was tended last. */
  tended: number;
}

const regionOf = (node: string) => node.split('/').slice(0, 2).join('/');

/** The item of a touched node of the statistics, for a batch of writes. */
export function touchedItem(node: string, now: number): Key & TableItem {
  return { pk: PARTITION, sk: node, at: now };
}

/** All that was touched and is not forgotten. */
export async function touchedRegions(): Promise<TouchedRegion[]> {
  const items = await queryAll<{ sk: string; at: number }>({ partition: PARTITION });
  return [...Map.groupBy(items, ({ sk }) => regionOf(sk))].map(([region, all]) => ({
    region,
    agencies: new Map(all.filter(({ sk }) => !sk.endsWith(TENDED)).map(({ sk, at }) => [sk, at])),
    tended: all.find(({ sk }) => sk.endsWith(TENDED))?.at ?? 0,
  }));
}

/** Remembers that everything up to the last touch was tended. */
export async function rememberTended({ region, agencies }: TouchedRegion): Promise<void> {
  await putItem({ pk: PARTITION, sk: `${region}/${TENDED}`, at: Math.max(...agencies.values()) });
}

/** Forgets a region, except agencies that were touched again meanwhile. */
export async function forgetTouched({ region, agencies }: TouchedRegion): Promise<void> {
  if (await forgetAgencies(agencies)) await batchWrite([{ remove: { pk: PARTITION, sk: `${region}/${TENDED}` } }]);
}

/** @returns whether none of them was touched again meanwhile, and is left */
export async function forgetAgencies(agencies: TouchedRegion['agencies']): Promise<boolean> {
  const removals = [...agencies].map(([sk, at]) =>
    removeItem({ pk: PARTITION, sk }, { expression: '#at = :at', names: { '#at': 'at' }, values: { ':at': at } }),
  );
  return (await Promise.all(removals)).every(Boolean);
}
