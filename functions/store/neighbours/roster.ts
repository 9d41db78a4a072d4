/** Agencies that the operator expects a report from: one item a region. */
import { touchProvince } from '../dataset/partitions.ts';
import { batchGet } from '../table/batch.ts';
import { getItem, putItem, removeItem, type TableItem } from '../table/items.ts';
import { queryAll } from '../table/query.ts';
import { forgetMissing } from './missing-items.ts';

export interface StoredRoster {
  region: string;
  /** Simplified names, each once. */
  agencies: string[];
  /** Agencies that were merged: former name → the agency that reports for it now. */
  merged: Record<string, string>;
  /** Agency → mail address, of those whose address is known. */
  mails?: Record<string, string>;
  by: string;
  at: string;
}

/** Index partition of all rosters. */
const LIST = 'ROSTERS';
const keyOf = (region: string) => ({ pk: `ROSTER#${region}`, sk: 'ROSTER' });

/** The roster of exactly this region; `null` where none was given. */
export async function readRoster(region: string): Promise<StoredRoster | null> {
  const item = await getItem(keyOf(region));
  return item && rosterOf(item);
}

/** The rosters that there are of these regions, by region: one request. */
export async function readStoredRosters(regions: readonly string[]): Promise<Map<string, StoredRoster>> {
  const items = regions.length === 0 ? [] : await batchGet(regions.map(keyOf));
  return new Map(items.map(rosterOf).map((roster) => [roster.region, roster]));
}

function rosterOf(item: TableItem): StoredRoster {
  const { region, agencies, merged, mails, by, at } = item as unknown as StoredRoster;
  return { region, agencies, merged, ...(mails && { mails }), by, at };
}

/**
 * Replaces the roster of a region. The same list from the same person again keeps the time of the first. Agencies that
 * were merged have another id in the data set from now on: its files are built again.
 */
export async function putRoster(roster: StoredRoster): Promise<StoredRoster> {
  const { region, merged, mails, by, at } = roster;
  const kept = { region, agencies: [...new Set(roster.agencies)], merged, ...(mails && { mails }), by, at };
  const there = await readRoster(region);
  const isRepeated = there !== null && JSON.stringify({ ...there, at }) === JSON.stringify(kept);
  if (!isRepeated) await putItem({ ...keyOf(region), gsi1pk: LIST, gsi1sk: region, ...kept });
  // Of a repeated list too: the first may have been cut off here.
  await forgetMissing(region);
  if (hasMerged(kept) || hasMerged(there)) await touchProvince(region);
  return isRepeated ? there : kept;
}

export async function deleteRoster(region: string): Promise<void> {
  const there = await readRoster(region);
  await removeItem(keyOf(region));
  await forgetMissing(region);
  if (hasMerged(there)) await touchProvince(region);
}

const hasMerged = (roster: StoredRoster | null) => Object.keys(roster?.merged ?? {}).length > 0;

/** Regions that have a roster. One query: rosters are few, and the index carries little of them. */
export async function rosterRegions(): Promise<string[]> {
  return (await queryAll({ index: 'gsi1', partition: LIST })).map((item) => String(item.gsi1sk));
}
