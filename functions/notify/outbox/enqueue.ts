/** Lets a report wait for everybody for whom there is news of it. */
import { type Change, changeOf, type Notified } from '../../../shared/mail/news.ts';
import type { ReportRecord } from '../../../shared/record.ts';
import { correlationId } from '../../platform/logging.ts';
import { isForReader } from '../../platform/mail/smoke.ts';
import { openMatters, readAllNotified } from '../../store/mail/notified.ts';
import { getSubscriptions, recipientOf, type Subscription } from '../../store/mail/subscription-items.ts';
import { subscriptionsFor } from '../../store/mail/subscriptions.ts';
import { standingFindings, standingStatus } from '../../store/records/decisions.ts';
import { getWithDecisions } from '../../store/records/records.ts';
import type { MailItem } from '../compose.ts';
import { addWaiting, type Waiting } from './items.ts';

/**
 * Lets a report wait for every recipient for whom there is news in its present state, whatever event led here and how old
 * that is. Repeating it changes nothing.
 * @returns the group in which it waits; `null` where there is no news
 */
export async function enqueueReport(id: string, now: Date): Promise<string | null> {
  const record = await readCurrentRecord(id);
  if (record === null) return null;
  const { report } = record.result;
  const placed = { key: record.key, agency: report?.agency ?? null, regionCode: report?.regionCode ?? null };
  return enqueueFor(record, await subscriptionsFor(placed), now);
}

/** The same for those only who were told of faults of the report. */
export async function enqueueNotified(id: string, now: Date): Promise<void> {
  const record = await readCurrentRecord(id);
  if (record !== null) await enqueueFor(record, [...(await getSubscriptions(await openMatters(id))).values()], now);
}

/** The same for these recipients, after something was written that others may have missed. */
export async function enqueueAgain(asked: readonly Waiting[], now: Date): Promise<void> {
  for (const [record, found] of Map.groupBy(await look(asked), (one) => one.record)) {
    await add(
      record,
      found.map(({ subscription }) => subscription),
      now,
    );
  }
}

export type Found = MailItem & { waiting: Waiting; subscription: Subscription };

/** Where there is news now: each report is read once, whatever the number of its recipients. */
export async function look(asked: readonly Waiting[]): Promise<Found[]> {
  const ids = [...new Set(asked.map(({ report }) => report))];
  const [subscriptions, states] = await Promise.all([
    getSubscriptions(asked.map(({ subscription }) => subscription)),
    Promise.all(ids.map(async (id) => [id, await Promise.all([readCurrentRecord(id), readAllNotified(id)])] as const)),
  ]);
  const byReport = new Map(states);
  const found = asked.flatMap((waiting) => {
    const [record = null, notified] = byReport.get(waiting.report) ?? [];
    const subscription = subscriptions.get(waiting.subscription);
    if (record === null || !subscription || recipientOf(subscription.address) !== waiting.recipient) return [];
    const news = newsFor(record, subscription, notified?.get(waiting.recipient));
    return news === null ? [] : [{ record, news, waiting, subscription }];
  });
  // A recipient may wait by two subscriptions, of which one came later.
  return [...new Map(found.map((one) => [`${one.waiting.report} ${one.waiting.recipient}`, one])).values()];
}

async function enqueueFor(record: ReportRecord, all: readonly Subscription[], now: Date): Promise<string | null> {
  if (all.length === 0) return null;
  const notified = await readAllNotified(record.id);
  const concerned = all.filter((one) => newsFor(record, one, notified.get(recipientOf(one.address))) !== null);
  return concerned.length === 0 ? null : add(record, concerned, now);
}

async function add(record: ReportRecord, subscriptions: readonly Subscription[], now: Date): Promise<string> {
  const group = groupOf(record);
  await addWaiting(
    group,
    { report: record.id, since: now.toISOString(), correlationId: correlationId() },
    subscriptions.map(({ id, address }) => ({ recipient: recipientOf(address), subscription: id })),
  );
  return group;
}

/** @param told what the recipient was told last; missing where nothing is open. */
function newsFor(record: ReportRecord, subscription: Subscription, told: Notified[] | undefined): Change | null {
  if (subscription.state !== 'active' || !isForReader(record, subscription)) return null;
  const news = changeOf(record.result, told ?? null, subscription.leastSeverity);
  return news.kind === 'nothing' ? null : news;
}

/** The record without the findings that a reviewer dismissed, and with the status that follows; `null` if removed. */
async function readCurrentRecord(id: string): Promise<ReportRecord | null> {
  const { stored, decisions } = await getWithDecisions(id);
  if (stored === null) return null;
  const { record } = stored;
  const findings = standingFindings(record.result.findings, decisions);
  return { ...record, result: { ...record.result, findings, status: standingStatus(record.result, decisions) } };
}

/** Reports of one city with its counties, or of one province, come together; those without a region are one more. */
function groupOf(record: ReportRecord): string {
  return record.result.report?.regionCode?.slice(0, 4) ?? '-';
}
