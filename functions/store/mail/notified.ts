/**
 * What each reader has been told about each report and is still open: the memory that makes the same faults no news,
 * and the marks that let an all-clear follow although passed reports never reach the notification function.
 */
import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Notified } from '../../../shared/mail/news.ts';
import { packJson, unpackJson } from '../statistics/totals.ts';
import { queryAll } from '../table/query-all.ts';
import { table } from '../table/table.ts';

const MENDED = 'MAIL#MENDED';
const toldPartition = (report: string) => `MAIL#REPORT#${report}`;

/** What a reader was told last about a report; `null` where nothing is open. */
export async function readNotified(report: string, recipient: string): Promise<Notified[] | null> {
  const { client, name } = table();
  const Key = { pk: toldPartition(report), sk: recipient };
  const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
  return Item ? unpackJson<Notified[]>(Item.told as Uint8Array) : null;
}

/** @param told `null` closes the matter: the all-clear was sent */
export async function writeNotified(
  report: string,
  recipient: string,
  subscription: string,
  told: Notified[] | null,
): Promise<void> {
  const { client, name } = table();
  const Key = { pk: toldPartition(report), sk: recipient };
  if (told === null) await client.send(new DeleteCommand({ TableName: name, Key }));
  else await client.send(new PutCommand({ TableName: name, Item: { ...Key, subscription, told: packJson(told) } }));
}

/** Subscriptions whose readers were told of faults of a report that are not known to be mended. */
export async function openMatters(report: string): Promise<string[]> {
  const items = await queryAll(toldPartition(report), 'subscription');
  return items.map((item) => String(item.subscription));
}

/** A report that passed after somebody was told of its faults. `stamp` tells one passing from the next. */
export interface Resolved {
  report: string;
  stamp: string;
}

/**
 * To be called after the state of a passed report is stored: leaves a mark for the sweep where somebody was told of
 * faults. Costs one small read; repeating it does no harm.
 */
export async function noteResolved(report: string): Promise<void> {
  if ((await openMatters(report)).length === 0) return;
  const { client, name } = table();
  await client.send(new PutCommand({ TableName: name, Item: { pk: MENDED, sk: report, stamp: randomUUID() } }));
}

/** The marks that {@link noteResolved} left. */
export async function resolvedReports(): Promise<Resolved[]> {
  const items = await queryAll(MENDED);
  return items.map((item) => ({ report: String(item.sk), stamp: String(item.stamp) }));
}

/** Takes a mark away, unless the report passed once more meanwhile. */
export async function forgetResolved({ report, stamp }: Resolved): Promise<void> {
  const { client, name } = table();
  const command = new DeleteCommand({
    TableName: name,
    Key: { pk: MENDED, sk: report },
    ConditionExpression: 'stamp = :stamp',
    ExpressionAttributeValues: { ':stamp': stamp },
  });
  await client.send(command).catch((error) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  });
}
