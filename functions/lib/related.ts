/** Records found by their body or their region, through the indexes: keys and a few attributes, no bodies. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { bodyKey, regionPrefix } from '../../shared/neighbours/names.ts';
import type { Level } from '../../shared/report/types.ts';
import { table } from './table.ts';

export interface Related {
  id: string;
  bucket: string;
  key: string;
  agency: string;
  level: Level;
  regionCode: string | null;
  year: number;
}

/** Keys of a record in the indexes; a report without a body or a year stands in neither, or in one. */
export function indexKeys(
  report: { agency: string | null; year: number | null; regionCode: string | null },
  id: string,
) {
  const { agency, year, regionCode } = report;
  return {
    ...(agency !== null && { gsi1pk: `AGENCY#${bodyKey(agency)}`, gsi1sk: `${year ?? '-'}#${id}` }),
    ...(year !== null && { gsi2pk: `YEAR#${year}`, gsi2sk: `${regionCode ?? '-'}#${id}` }),
  };
}

/** Reports of one body (by whichever of its names) for the years from … to. */
export function findByBody(agency: string, from: number, to: number): Promise<Related[]> {
  const range = { ':pk': `AGENCY#${bodyKey(agency)}`, ':from': `${from}#`, ':to': `${to}#~` };
  return query('gsi1', 'gsi1pk = :pk AND gsi1sk BETWEEN :from AND :to', range);
}

/** Reports of a year from an area and everything under it, in the order of their areas. */
export function findByRegion(regionCode: string, year: number, limit: number): Promise<Related[]> {
  const range = { ':pk': `YEAR#${year}`, ':area': regionPrefix(regionCode) };
  return query('gsi2', 'gsi2pk = :pk AND begins_with(gsi2sk, :area)', range, limit);
}

async function query(
  IndexName: 'gsi1' | 'gsi2',
  KeyConditionExpression: string,
  ExpressionAttributeValues: Record<string, string>,
  Limit = 100,
): Promise<Related[]> {
  const { client, name } = table();
  const command = { TableName: name, IndexName, KeyConditionExpression, ExpressionAttributeValues, Limit };
  const found = await client.send(new QueryCommand(command));
  return (found.Items ?? []) as Related[];
}
