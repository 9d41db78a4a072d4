/**
 * What each reader has been told about each report and is still open: the memory that makes the same faults no news,
 * and the marks that let an all-clear follow although passed reports never reach the notification function.
 */
import { randomUUID } from 'node:crypto';
import type { Notified } from '../../../shared/mail/news.ts';
import { batchWrite } from '../table/batch.ts';
import { putItem, removeItem } from '../table/items.ts';
import { packJson, unpackJson } from '../table/packing.ts';
import { queryAll } from '../table/query.ts';

const MENDED = 'MAIL#MENDED';
const toldPartition = (report: string) => `MAIL#REPORT#${report}`;

/** What every recipient who has something open about a report was told last, by recipient: one request. */
export async function readAllNotified(report: string): Promise<Map<string, Notified[]>> {
  const items = await queryAll({ partition: toldPartition(report) });
  return new Map(items.map(({ sk, told }) => [String(sk), unpackJson<Notified[]>(told as Uint8Array)]));
}

/** What a recipient was told about a report, by which subscription. */
interface Telling {
  report: string;
  recipient: string;
  subscription: string;
  /** `null` closes the matter: the all-clear was sent. */
  told: Notified[] | null;
}

/** Remembers what was told; of one report and recipient at most once. Repeating it changes nothing. */
export async function writeNotified(tellings: readonly Telling[]): Promise<void> {
  await batchWrite(
    tellings.map(({ report, recipient, subscription, told }) => {
      const key = { pk: toldPartition(report), sk: recipient };
      return told === null ? { remove: key } : { put: { ...key, subscription, told: packJson(told) } };
    }),
  );
}

/** Subscriptions whose readers were told of faults of a report that are not known to be mended. */
export async function openMatters(report: string): Promise<string[]> {
  const items = await queryAll({ partition: toldPartition(report), attributes: 'subscription' });
  return items.map((item) => String(item.subscription));
}

/** A report that passed after a recipient was notified of its faults. `stamp` tells one passing from the next. */
export interface Resolved {
  report: string;
  stamp: string;
}

/**
 * To be called after the state of a passed report is stored: leaves a flag for the sweep where a recipient was notified of
 * faults. Costs one small read; repeating it does no harm.
 */
export async function noteResolved(report: string): Promise<void> {
  if ((await openMatters(report)).length === 0) return;
  await putItem({ pk: MENDED, sk: report, stamp: randomUUID() });
}

/** The marks that {@link noteResolved} left. */
export async function resolvedReports(): Promise<Resolved[]> {
  const items = await queryAll({ partition: MENDED });
  return items.map((item) => ({ report: String(item.sk), stamp: String(item.stamp) }));
}

/** Takes a mark away, unless the report passed once more meanwhile. */
export async function forgetResolved({ report, stamp }: Resolved): Promise<void> {
  await removeItem({ pk: MENDED, sk: report }, { expression: 'stamp = :stamp', values: { ':stamp': stamp } });
}
