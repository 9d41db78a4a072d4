/** Queues a report for every subscriber it concerns. */
import { changeOf } from '../../../shared/mail/news.ts';
import type { ReportRecord } from '../../../shared/record.ts';
import { correlationId } from '../../platform/logging.ts';
import { isForReader } from '../../platform/mail/smoke.ts';
import { openMatters, readAllNotified } from '../../store/mail/notified.ts';
import {
  getSubscription,
  getSubscriptions,
  recipientOf,
  type Subscription,
} from '../../store/mail/subscription-items.ts';
import { subscriptionsFor } from '../../store/mail/subscriptions.ts';
import { standingFindings, standingStatus } from '../../store/records/decisions.ts';
import { getWithDecisions } from '../../store/records/records.ts';
import { addPending, type Window } from './window.ts';

/**
 * Puts a report into the window of every reader for whom there is news in its present state, whatever event led here
 * and how old that is. Repeating it changes nothing.
 */
export async function enqueueReport(id: string, now: Date): Promise<Window[]> {
  const record = await readCurrentRecord(id);
  if (record === null) return [];
  const { report } = record.result;
  const placed = { key: record.key, agency: report?.agency ?? null, regionCode: report?.regionCode ?? null };
  return enqueueEach(record, await subscriptionsFor(placed), now);
}

/** The same for those only who were told of faults of the report. */
export async function enqueueNotified(id: string, now: Date): Promise<Window[]> {
  const record = await readCurrentRecord(id);
  if (record === null) return [];
  return enqueueEach(record, [...(await getSubscriptions(await openMatters(id))).values()], now);
}

/** Looks once more whether there is news for one reader, after something was written that others may have missed. */
export async function enqueueAgain(id: string, subscription: string, now: Date): Promise<void> {
  const [record, reader] = await Promise.all([readCurrentRecord(id), getSubscription(subscription)]);
  if (record !== null && reader !== null) await enqueueEach(record, [reader], now);
}

/** The record without the findings that a reviewer dismissed, and with the status that follows; `null` if removed. */
export async function readCurrentRecord(id: string): Promise<ReportRecord | null> {
  const { stored, decisions } = await getWithDecisions(id);
  if (stored === null) return null;
  const { record } = stored;
  const findings = standingFindings(record.result.findings, decisions);
  return { ...record, result: { ...record.result, findings, status: standingStatus(record.result, decisions) } };
}

async function enqueueEach(record: ReportRecord, subscriptions: readonly Subscription[], now: Date): Promise<Window[]> {
  if (subscriptions.length === 0) return [];
  const notified = await readAllNotified(record.id);
  const concerned = subscriptions.filter(({ state, address, leastSeverity }) => {
    if (state !== 'active' || !isForReader(record, { address })) return false;
    return changeOf(record.result, notified.get(recipientOf(address)) ?? null, leastSeverity).kind !== 'nothing';
  });
  return Promise.all(
    concerned.map(async ({ id, address }) => {
      const window = { recipient: recipientOf(address), group: groupOf(record) };
      await addPending(window, {
        ...{ report: record.id, subscription: id, since: now.toISOString() },
        correlationId: correlationId(),
      });
      return window;
    }),
  );
}

/** Reports of one city with its counties, or of one province, come together; those without a region are one more. */
function groupOf(record: ReportRecord): string {
  return record.result.report?.regionCode?.slice(0, 4) ?? '-';
}
