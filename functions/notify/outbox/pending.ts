/** What one mail of a window tells: which of the reports that wait, and what is to be remembered of it. */
import { changeOf, notifiedOf } from '../../../shared/mail/news.ts';
import { logger } from '../../platform/logging.ts';
import type { Mail } from '../../platform/mail/mime.ts';
import { readNotified } from '../../store/mail/notified.ts';
import { getSubscription, recipientOf, type Subscription } from '../../store/mail/subscription-items.ts';
import { composeBurst, composeReport, type MailItem } from '../compose.ts';
import { enqueueAgain, readCurrentRecord } from './enqueue.ts';
import { addPending, type Pending, packReceipt, type Receipt, removePending, type Window } from './window.ts';

/** Groups of windows with one report that no mail could be made of. */
const APART = 'apart-';

type Collected = MailItem & { subscription: Subscription };

/** What is worth a mail now; the rest is taken out of the window. */
export async function collect(window: Window, pending: readonly Pending[], now: Date): Promise<Collected[]> {
  const collected: Collected[] = [];
  for (const one of pending) {
    const [record, subscription] = await Promise.all([
      readCurrentRecord(one.report),
      getSubscription(one.subscription),
    ]);
    if (record && subscription?.state === 'active' && recipientOf(subscription.address) === window.recipient) {
      const told = await readNotified(record.id, window.recipient);
      const news = changeOf(record.result, told, subscription.leastSeverity);
      if (news.kind !== 'nothing') {
        collected.push({ record, news, subscription });
        continue;
      }
    }
    await removePending(window, one.report);
    // Whatever came in before the removal found the report waiting and left it at that.
    await enqueueAgain(one.report, one.subscription, now);
  }
  return collected;
}

/** What the mail will have told, made before it is sent: of as many items as one receipt can hold. */
export function receiptFor(worth: readonly Collected[]): {
  items: readonly Collected[];
  receipt: Receipt;
  packed: Uint8Array;
} {
  for (let count = worth.length; count >= 1; count = Math.floor(count / 2)) {
    const items = worth.slice(0, count);
    const reports = items.map(({ record, news, subscription }) => ({
      report: record.id,
      subscription: subscription.id,
      told: news.kind === 'clear' ? null : notifiedOf(news.findings),
    }));
    const packed = packReceipt({ reports });
    if (packed) return { items, receipt: { reports }, packed };
  }
  throw new RangeError(`report ${worth[0]?.record.id} has more faults than can be remembered`);
}

/** `null` where a mail about one report cannot be made: a defect of the program, which must not hold up the others. */
export async function compose(items: readonly Collected[], window: Window): Promise<Mail | null> {
  const first = items[0] as Collected;
  if (items.length > 1) return composeBurst(items, window.group, first.subscription);
  try {
    return await composeReport(first, first.subscription);
  } catch (error) {
    if (window.group.startsWith(APART)) throw error;
    logger.error('mail not made', { report: first.record.id, error: error as Error });
    return null;
  }
}

/** Moves a report into a window of its own, where it is tried again for a while. */
export async function setApart(window: Window, items: readonly Collected[], now: Date): Promise<void> {
  for (const { record, subscription } of items) {
    const pending = { report: record.id, subscription: subscription.id, since: now.toISOString() };
    await addPending({ ...window, group: `${APART}${record.id}` }, pending);
    await removePending(window, record.id);
  }
}
