/**
 * Agencies of each roster without a report for a year, in a few bytes each and all rosters of a year in one partition: a
 * digest of the whole country reads them with one query. Brought in step when reports came to a region; taken away when
 * its roster changes, and made anew when they are asked for.
 */
import { regionPrefix } from '../../../shared/neighbours/names.ts';
import { readYears } from '../statistics/statistics.ts';
import { putItem, removeItem } from '../table/items.ts';
import { queryAll } from '../table/query.ts';

/** Raised when agencies are told apart in another way: what was kept before is made anew. */
const MADE = 1;
const partitionOf = (year: number) => `MISSING#${year}`;

/** @param absent of the roster of exactly this region */
export async function putMissing(region: string, year: number, absent: Uint8Array): Promise<void> {
  await putItem({ pk: partitionOf(year), sk: region, made: MADE, absent });
}

/** What is kept, by the region of the roster. @param within `null`: the whole country */
export async function keptMissing(within: string | null, year: number): Promise<Map<string, Uint8Array>> {
  const place = { partition: partitionOf(year), prefix: within === null ? '' : regionPrefix(within) };
  const items = await queryAll<{ sk: string; made: number; absent: Uint8Array }>({ ...place, consistent: false });
  return new Map(items.filter(({ made }) => made === MADE).map(({ sk, absent }) => [sk, absent]));
}

/** The roster of a region is another one now. */
export async function forgetMissing(region: string): Promise<void> {
  // A digest asks for last year also where nothing of it is stored yet.
  const now = new Date().getUTCFullYear();
  const years = new Set([now - 2, now - 1, now, ...(await readYears())]);
  await Promise.all([...years].map((year) => removeItem({ pk: partitionOf(year), sk: region })));
}
