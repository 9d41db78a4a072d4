/**
 * What each report shows to others, in the table by agency and by region, apart from its record: who and where it is, and
 * a digest of its numbers and text. It follows from the file alone, never from what a check says of it, and stands
 * there before the report is checked. All reads are consistent: docs/architecture.md, "Neighbours".
 */

import { agencyKey, regionPrefix, zoneOf } from '../../../shared/neighbours/names.ts';
import type { Neighbour } from '../../../shared/neighbours/types.ts';

import { batchGet, MOST_READS } from '../table/batch.ts';
import { type Key, putIf, removeItem, type TableItem } from '../table/items.ts';
import { lately } from '../table/lately.ts';
import { packJson, unpackJson } from '../table/packing.ts';
import { queryPage } from '../table/query.ts';

/** Who and where a report is; `id` is the record's, `name` the file's. */
export interface NeighbourCard extends Omit<Neighbour, 'id' | 'cells' | 'text'> {
  id: string;
  name: string;
  bucket: string;
  key: string;
  /** State of the object that shows this. */
  sequencer: string;
  sha256: string;
}
export type Digest = Pick<Neighbour, 'cells' | 'text'>;

/** A part longer than this is no part of a report; it is not shown, so that the digest fits into one item. */
const MOST_CHARACTERS = 40_000;
/** Reports of one agency and year that are looked at; more are copies of copies. */
const MOST_OF_A_BODY = 50;
/** Agencies of one region alone; the largest cities have a few hundred. */
const MOST_OF_AN_AREA = 1000;
/** Reports whose numbers and text are compared with those of one report: as many as one request reads. */
export const MOST_DIGESTS = MOST_READS;

type Place = Pick<NeighbourCard, 'id' | 'agency' | 'year'>;
const bodyPartition = (agency: string) => `BODY#${agencyKey(agency).slice(0, 200)}`;
const bodyPlace = ({ id, agency, year }: Place): Key => ({ pk: bodyPartition(agency), sk: `${year}#${id}` });
const areaPartition = (region: string, year: number) => `AREA#${year}#${region.slice(0, 2)}`;
/** Functional zones have no code of a region: their agencies stand together under the zone's name. */
const zonePartition = (zone: string, year: number) => `ZONE#${year}#${zone.slice(0, 200)}`;
function placesOf(shown: Place & Pick<NeighbourCard, 'regionCode'>): Key[] {
  const { id, agency, regionCode, year } = shown;
  if (regionCode !== null)
    return [bodyPlace(shown), { pk: areaPartition(regionCode, year), sk: `${regionCode}#${id}` }];
  const zone = zoneOf(agency);
  return [bodyPlace(shown), ...(zone === null ? [] : [{ pk: zonePartition(zone, year), sk: id }])];
}

/**
 * Shows a report to others, unless a later state of its object does so already. Repeating it changes nothing.
 * @param tentative its region is being looked up: what the same state shows with a region stays
 * @returns whether this stands now
 */
export async function publishCard(
  shown: NeighbourCard,
  { cells, text }: Digest,
  { tentative = false } = {},
): Promise<boolean> {
  const short = Object.fromEntries(Object.entries(text).filter(([, { length }]) => length <= MOST_CHARACTERS));
  const digest = packJson({ cells, text: short } satisfies Digest);
  const same = tentative
    ? 'sequencer < :sequencer OR (sequencer = :sequencer AND regionCode = :none)'
    : 'sequencer <= :sequencer';
  const earlier = {
    expression: `attribute_not_exists(pk) OR ${same}`,
    values: { ':sequencer': shown.sequencer, ...(tentative && { ':none': null }) },
  };
  const puts = placesOf(shown).map((place, at) => putIf({ ...shown, ...place, ...(at === 0 && { digest }) }, earlier));
  return (await Promise.all(puts)).every(Boolean);
}

/**
 * Takes away what the report showed up to this state of its object. Repeating it changes nothing.
 * @param now what it shows instead: that stays where both stand at one place
 */
export async function unpublishCard(shown: NeighbourCard, sequencer: string, now?: NeighbourCard): Promise<void> {
  const earlier = { expression: 'sequencer <= :sequencer', values: { ':sequencer': sequencer } };
  const kept = new Set((now ? placesOf(now) : []).map(({ pk, sk }) => JSON.stringify([pk, sk])));
  const gone = placesOf(shown).filter(({ pk, sk }) => !kept.has(JSON.stringify([pk, sk])));
  await Promise.all(gone.map((place) => removeItem(place, earlier)));
}

/** Reports of some years of agencies of this name, whole. One request. */
export async function findByAgency(
  agency: string,
  [from, to]: readonly [from: number, to: number],
): Promise<(NeighbourCard & { whole: Neighbour })[]> {
  const between = [`${from}#`, `${to}#~`] as const;
  const { items } = await queryPage({ partition: bodyPartition(agency), between }, MOST_OF_A_BODY * (to - from + 1));
  return items.map((item) => ({ ...shownOf(item), whole: wholeOf(item) }));
}

/**
 * Where reports of agencies of this name stand, the latest year first, without reading what they show.
 * @param after the place behind which to go on
 */
export async function placesOfAgency(
  agency: string,
  { year, after }: { year?: number | undefined; after: { year: number | null; id: string } | null },
  limit: number,
): Promise<{ found: { year: number; id: string }[]; more: boolean }> {
  const partition = bodyPartition(agency);
  const start = after === null ? undefined : { pk: partition, sk: `${after.year}#${after.id}` };
  const stretch = year === undefined ? {} : { prefix: `${year}#` };
  const question = { partition, ...stretch, backwards: true, after: start, attributes: 'sk', consistent: false };
  const { items, next } = await queryPage(question, limit);
  const found = items.map(({ sk }) => {
    const [of = '', ...rest] = String(sk).split('#');
    return { year: Number(of), id: rest.join('#') };
  });
  return { found, more: next !== undefined };
}

/** Reports of a year from a region with everything under it, without digests; those of the region itself come first. */
export function findByRegion(
  region: string,
  year: number,
  limit: number,
): Promise<{ found: NeighbourCard[]; more: boolean }> {
  return queryArea(areaPartition(region, year), regionPrefix(region), limit);
}

/** Reports of a year of the agencies of a functional zone, without digests. */
export function findByZone(
  zone: string,
  year: number,
  limit: number,
): Promise<{ found: NeighbourCard[]; more: boolean }> {
  return queryArea(zonePartition(zone, year), '', limit);
}

/** Reports of a year of governments of exactly this region. */
export async function findGovernments(region: string, year: number): Promise<NeighbourCard[]> {
  const { found } = await queryArea(areaPartition(region, year), `${region}#`, MOST_OF_AN_AREA);
  return found.filter(({ level }) => level === 'government');
}

/** These reports whole, by id; those that are gone meanwhile are missing. At most {@link MOST_DIGESTS}. */
export async function readWhole(shown: readonly NeighbourCard[]): Promise<Map<string, Neighbour>> {
  const items = shown.length === 0 ? [] : await batchGet(shown.map(bodyPlace));
  return new Map(items.map((item) => [String(item.id), wholeOf(item)]));
}

/** A report as rules see it, by the name of its file as in a folder; without numbers and text where none are given. */
export function neighbourOf(shown: NeighbourCard, { cells, text }: Digest = { cells: {}, text: {} }): Neighbour {
  const { name, agency, level, regionCode, year, format, publishedOn, status } = shown;
  return { id: name, agency, level, regionCode, year, format, publishedOn, status, cells, text };
}

async function queryArea(
  partition: string,
  prefix: string,
  limit: number,
): Promise<{ found: NeighbourCard[]; more: boolean }> {
  const { items, next } = await queryPage({ partition, prefix }, limit);
  return { found: items.map(shownOf), more: next !== undefined };
}

function shownOf(item: TableItem): NeighbourCard {
  const { pk: _pk, sk: _sk, digest: _digest, ...shown } = item;
  return shown as unknown as NeighbourCard;
}

/**
 * Neighbours by what they were unpacked from: checks of a county read the same ones. As many as there are near reports in
 * twenty counties; those of real reports take some 50 MB.
 */
const neighbours = lately<Neighbour>(20 * MOST_DIGESTS);

function wholeOf({ digest, ...rest }: TableItem): Neighbour {
  const shown = shownOf(rest);
  const from = JSON.stringify(shown) + Buffer.from(digest as Uint8Array).toString('latin1');
  return neighbours.of(from, () => neighbourOf(shown, unpackJson<Digest>(digest as Uint8Array)));
}
