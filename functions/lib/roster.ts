/** Bodies that the operator expects a report from: one item a region. */
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { table } from './table.ts';

export interface Roster {
  region: string;
  /** Simplified names, each once. */
  agencies: string[];
  /** Bodies that were merged: former name → the body that reports for it now. */
  merged: Record<string, string>;
  by: string;
  at: string;
}

const keyOf = (region: string) => ({ pk: `ROSTER#${region}`, sk: 'ROSTER' });

/** The roster of exactly this region; `null` where none was given. */
export async function readRoster(region: string): Promise<Roster | null> {
  const { client, name } = table();
  const found = await client.send(new GetCommand({ TableName: name, Key: keyOf(region), ConsistentRead: true }));
  if (!found.Item) return null;
  const { agencies, merged, by, at } = found.Item as Roster;
  return { region, agencies, merged, by, at };
}

/** Replaces the roster of a region. The same list from the same person again keeps the time of the first. */
export async function putRoster(roster: Roster): Promise<Roster> {
  const { region, merged, by, at } = roster;
  const kept = { region, agencies: [...new Set(roster.agencies)], merged, by, at };
  const there = await readRoster(region);
  if (there && JSON.stringify({ ...there, at }) === JSON.stringify(kept)) return there;
  const { client, name } = table();
  await client.send(new PutCommand({ TableName: name, Item: { ...keyOf(roster.region), ...kept } }));
  return kept;
}

export async function deleteRoster(region: string): Promise<void> {
  const { client, name } = table();
  await client.send(new DeleteCommand({ TableName: name, Key: keyOf(region) }));
}
