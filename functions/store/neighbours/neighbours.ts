/**
 * What each report shows to others, in the table by body and by area, apart from its record: who and where it is, and
 * a digest of its numbers and text. It follows from the file alone, never from what a check says of it, and stands
 * there before the report is checked. All reads are consistent: docs/architecture.md, "Neighbours".
 */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { agencyKey, regionPrefix } from '../../../shared/neighbours/names.ts';
import type { Neighbour } from '../../../shared/neighbours/types.ts';

import { packJson, unpackJson } from '../statistics/totals.ts';
import { table } from '../table/table.ts';

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
type Key = { pk: string; sk: string };

/** A part longer than this is no part of a report; it is not shown, so that the digest fits into one item. */
const MOST_CHARACTERS = 40_000;
/** Reports of one body and year that are looked at; more are copies of copies. */
const MOST_OF_A_BODY = 50;
/** Bodies of one area alone; the largest cities have a few hundred. */
const MOST_OF_AN_AREA = 1000;
/** DynamoDB gives at most this many items by their keys in one request. */
export const MOST_DIGESTS = 100;

type Place = Pick<NeighbourCard, 'id' | 'agency' | 'year'>;
const bodyPartition = (agency: string) => `BODY#${agencyKey(agency).slice(0, 200)}`;
const bodyPlace = ({ id, agency, year }: Place): Key => ({ pk: bodyPartition(agency), sk: `${year}#${id}` });
const areaPartition = (region: string, year: number) => `AREA#${year}#${region.slice(0, 2)}`;
function placesOf(shown: Place & Pick<NeighbourCard, 'regionCode'>): Key[] {
  const { id, regionCode, year } = shown;
  const area = regionCode === null ? [] : [{ pk: areaPartition(regionCode, year), sk: `${regionCode}#${id}` }];
  return [bodyPlace(shown), ...area];
}

/** Both stand at the same place, where the later replaces the earlier. */
export function isSamePlace(one: NeighbourCard, other: NeighbourCard): boolean {
  return JSON.stringify(placesOf(one)) === JSON.stringify(placesOf(other));
}

/** Shows a report to others, unless a later state of its object does so already. Repeating it changes nothing. */
export async function publishCard(shown: NeighbourCard, { cells, text }: Digest): Promise<void> {
  const short = Object.fromEntries(Object.entries(text).filter(([, { length }]) => length <= MOST_CHARACTERS));
  const digest = packJson({ cells, text: short } satisfies Digest);
  const { client, name: TableName } = table();
  for (const [at, place] of placesOf(shown).entries()) {
    const put = new PutCommand({
      TableName,
      Item: { ...shown, ...place, ...(at === 0 && { digest }) },
      ConditionExpression: 'attribute_not_exists(pk) OR sequencer <= :sequencer',
      ExpressionAttributeValues: { ':sequencer': shown.sequencer },
    });
    await client.send(put).catch(unlessConditionFailed);
  }
}

/** Takes away what the report showed up to this state of its object. Repeating it changes nothing. */
export async function unpublishCard(shown: NeighbourCard, sequencer: string): Promise<void> {
  const { client, name: TableName } = table();
  for (const Key of placesOf(shown)) {
    const remove = new DeleteCommand({
      ...{ TableName, Key },
      ConditionExpression: 'sequencer <= :sequencer',
      ExpressionAttributeValues: { ':sequencer': sequencer },
    });
    await client.send(remove).catch(unlessConditionFailed);
  }
}

/** Reports of a year of bodies of this name, whole. */
export async function findByAgency(agency: string, year: number): Promise<(NeighbourCard & { whole: Neighbour })[]> {
  const { client, name: TableName } = table();
  const found = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :year)',
      ExpressionAttributeValues: { ':pk': bodyPartition(agency), ':year': `${year}#` },
      Limit: MOST_OF_A_BODY,
      ConsistentRead: true,
    }),
  );
  return (found.Items ?? []).map((item) => ({ ...shownOf(item), whole: wholeOf(item) }));
}

/** Reports of a year from an area with everything under it, without digests; those of the area itself come first. */
export function findByRegion(
  region: string,
  year: number,
  limit: number,
): Promise<{ found: NeighbourCard[]; more: boolean }> {
  return queryArea(areaPartition(region, year), regionPrefix(region), limit);
}

/** Reports of a year of governments of exactly this area. */
export async function findGovernments(region: string, year: number): Promise<NeighbourCard[]> {
  const { found } = await queryArea(areaPartition(region, year), `${region}#`, MOST_OF_AN_AREA);
  return found.filter(({ level }) => level === 'government');
}

/** These reports whole, by id; those that are gone meanwhile are missing. At most {@link MOST_DIGESTS}. */
export async function readWhole(shown: readonly NeighbourCard[]): Promise<Map<string, Neighbour>> {
  const { client, name } = table();
  const whole = new Map<string, Neighbour>();
  let keys: Record<string, unknown>[] = shown.map(bodyPlace);
  for (let attempt = 0; keys.length > 0; attempt++) {
    if (attempt > 5) throw new Error(`the table left ${keys.length} items unread, ${attempt} times`);
    const batch = await client.send(
      new BatchGetCommand({ RequestItems: { [name]: { Keys: keys, ConsistentRead: true } } }),
    );
    for (const item of batch.Responses?.[name] ?? []) {
      whole.set(String(item.id), wholeOf(item));
    }
    keys = batch.UnprocessedKeys?.[name]?.Keys ?? [];
  }
  return whole;
}

/** A report as rules see it, by the name of its file as in a folder; without numbers and text where none are given. */
export function toNeighbour(shown: NeighbourCard, { cells, text }: Digest = { cells: {}, text: {} }): Neighbour {
  const { name, agency, level, regionCode, year, format, publishedOn, status } = shown;
  return { id: name, agency, level, regionCode, year, format, publishedOn, status, cells, text };
}

async function queryArea(
  pk: string,
  prefix: string,
  limit: number,
): Promise<{ found: NeighbourCard[]; more: boolean }> {
  const { client, name: TableName } = table();
  const found: NeighbourCard[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        Limit: limit - found.length,
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    found.push(...(page.Items ?? []).map(shownOf));
    from = page.LastEvaluatedKey;
  } while (from && found.length < limit);
  return { found, more: from !== undefined };
}

function shownOf(item: Record<string, unknown>): NeighbourCard {
  const { pk: _pk, sk: _sk, digest: _digest, ...shown } = item;
  return shown as unknown as NeighbourCard;
}

function wholeOf(item: Record<string, unknown>): Neighbour {
  return toNeighbour(shownOf(item), unpackJson<Digest>(item.digest as Uint8Array));
}

function unlessConditionFailed(error: unknown): void {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
}
