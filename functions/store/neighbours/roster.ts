/** Bodies that the operator expects a report from: one item a region. */
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../table/table.ts';

export interface Roster {
  region: string;
  /** Simplified names, each once. */
  agencies: string[];
  /** Bodies that were merged: former name → the body that reports for it now. */
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
export async function readRoster(region: string): Promise<Roster | null> {
  const { client, name } = table();
  const found = await client.send(new GetCommand({ TableName: name, Key: keyOf(region), ConsistentRead: true }));
  if (!found.Item) return null;
  const { agencies, merged, mails, by, at } = found.Item as Roster;
  return { region, agencies, merged, ...(mails && { mails }), by, at };
}

/** Replaces the roster of a region. The same list from the same person again keeps the time of the first. */
export async function putRoster(roster: Roster): Promise<Roster> {
  const { region, merged, mails, by, at } = roster;
  const kept = { region, agencies: [...new Set(roster.agencies)], merged, ...(mails && { mails }), by, at };
  const there = await readRoster(region);
  if (there && JSON.stringify({ ...there, at }) === JSON.stringify(kept)) return there;
  const { client, name } = table();
  const listed = { gsi1pk: LIST, gsi1sk: region };
  await client.send(new PutCommand({ TableName: name, Item: { ...keyOf(region), ...listed, ...kept } }));
  return kept;
}

export async function deleteRoster(region: string): Promise<void> {
  const { client, name } = table();
  await client.send(new DeleteCommand({ TableName: name, Key: keyOf(region) }));
}

/** Regions that have a roster. One query: rosters are few, and the index carries little of them. */
export async function rosterRegions(): Promise<string[]> {
  const { client, name } = table();
  const regions: string[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: name,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :list',
        ExpressionAttributeValues: { ':list': LIST },
        ExclusiveStartKey: from,
      }),
    );
    regions.push(...(page.Items ?? []).map((item) => String(item.gsi1sk)));
    from = page.LastEvaluatedKey;
  } while (from);
  return regions;
}
