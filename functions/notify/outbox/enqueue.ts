/** From a report to the windows of everybody who is to hear of it. */
import { changeOf } from '../../../shared/mail/news.ts';
import type { ReportRecord } from '../../../shared/record.ts';
import { openMatters, readNotified } from '../../store/mail/notified.ts';
import { getSubscription, recipientOf, type Subscription } from '../../store/mail/subscription-items.ts';
import { subscriptionsFor } from '../../store/mail/subscriptions.ts';
import { readDecisions, standingFindings, standingStatus } from '../../store/records/decisions.ts';
import { getRecord } from '../../store/records/records.ts';
import { addPending, type Window } from './window.ts';

/**
 * Puts a report into the window of every reader for whom there is news in its present state, whatever event led here
 * and how old that is. Repeating it changes nothing.
 */
export async function enqueueReport(id: string, now: Date): Promise<Window[]> {
  const record = await readStanding(id);
  if (record === null) return [];
  const { report } = record.result;
  const placed = { key: record.key, agency: report?.agency ?? null, regionCode: report?.regionCode ?? null };
  return enqueueEach(record, await subscriptionsFor(placed), now);
}

/** The same for those only who were told of faults of the report. */
export async function enqueueNotified(id: string, now: Date): Promise<Window[]> {
  const record = await readStanding(id);
  if (record === null) return [];
  const subscriptions = await Promise.all((await openMatters(id)).map(getSubscription));
  return enqueueEach(
    record,
    subscriptions.filter((one) => one !== null),
    now,
  );
}

/** Looks once more whether there is news for one reader, after something was written that others may have missed. */
export async function enqueueAgain(id: string, subscription: string, now: Date): Promise<void> {
  const [record, reader] = await Promise.all([readStanding(id), getSubscription(subscription)]);
  if (record !== null && reader !== null) await enqueueEach(record, [reader], now);
}

/** The record without the findings that a reviewer dismissed, and with the status that follows; `null` if removed. */
export async function readStanding(id: string): Promise<ReportRecord | null> {
  const record = await getRecord(id);
  if (record === null) return null;
  const decisions = await readDecisions(id);
  const findings = standingFindings(record.result.findings, decisions);
  return { ...record, result: { ...record.result, findings, status: standingStatus(record.result, decisions) } };
}

async function enqueueEach(record: ReportRecord, subscriptions: readonly Subscription[], now: Date): Promise<Window[]> {
  const windows: Window[] = [];
  for (const subscription of subscriptions) {
    if (subscription.state !== 'active') continue;
    const recipient = recipientOf(subscription.address);
    const news = changeOf(record.result, await readNotified(record.id, recipient), subscription.leastSeverity);
    if (news.kind === 'nothing') continue;
    const window = { recipient, group: groupOf(record) };
    await addPending(window, { report: record.id, subscription: subscription.id, since: now.toISOString() });
    windows.push(window);
  }
  return windows;
}

/** Reports of one city with its counties, or of one province, come together; those without a region are one more. */
function groupOf(record: ReportRecord): string {
  return record.result.report?.regionCode?.slice(0, 4) ?? '-';
}
