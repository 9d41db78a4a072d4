/**
 * Sends what is due in a window. Each step may be cut off by a crash: before the receipt is written the mail may go out
 * once more, after it never. What else is written can be repeated. The argument is in docs/mail.md.
 */
import { randomUUID } from 'node:crypto';
import { newsOf, toldOf } from '../../shared/mail/news.ts';
import { logger } from '../lib/logging.ts';
import { type Mailer, MailRefusedError } from '../lib/mailer.ts';
import { readTold, writeTold } from '../lib/sent.ts';
import { getSubscription, recipientOf, type Subscription } from '../lib/subscription-items.ts';
import { switchOff } from '../lib/subscriptions.ts';
import { composeBurst, composeReport, type Item } from './compose.ts';
import { enqueueAgain, readStanding } from './enqueue.ts';
import { closeWindow, forgetFailures, type Lease, postpone, releaseLease, takeLease } from './lease.ts';
import { PACE_SECONDS, recent, whenDue } from './pace.ts';
import {
  addPending,
  type Contents,
  type Pending,
  packReceipt,
  putPace,
  putReceipt,
  type Receipt,
  readWindow,
  removePending,
  removeReceipt,
  type Window,
} from './window.ts';

/** What sending needs from outside. */
export interface Post {
  mailer: Mailer;
  now(): Date;
}

/** `busy`: another works on it, or it is too early after a failure. `waiting`: more may come within the seconds. */
export type Outcome = { state: 'closed' | 'busy' | 'failed' } | { state: 'waiting'; seconds: number; shared: boolean };

/** A refused address is switched off after this; it may have been the sender's fault, and that can be mended. */
const REFUSED_HOURS = 48;
/** As long as a queue would keep a message. */
const GIVE_UP_HOURS = 14 * 24;
/** Reports in one mail with a table; more make another mail. */
const MOST_SHARED = 200;
/** Groups of windows with one report that no mail could be made of. */
const APART = 'apart-';

/** Works on a window until nothing is due in it. What fails is put off; @throws Error where not even that can be written */
export async function flush(window: Window, post: Post): Promise<Outcome> {
  const holder = randomUUID();
  for (;;) {
    const lease = await takeLease(window, holder, post.now());
    if (lease === null) return { state: 'busy' };
    try {
      const outcome = await step(window, lease, post);
      if (outcome !== 'again') return outcome;
    } catch (error) {
      await putOff(window, lease, error as Error, post.now());
      return { state: 'failed' };
    }
  }
}

async function step(window: Window, lease: Lease, post: Post): Promise<Outcome | 'again'> {
  const now = post.now();
  const contents = await readWindow(window);
  if (contents.receipt) {
    await settle(window, contents.receipt, now);
    return 'again';
  }
  const { pending, pace } = contents;
  if (pending.length === 0) return (await closeWindow(window, lease)) ? { state: 'closed' } : 'again';
  const due = whenDue(
    pending.map(({ since }) => since),
    pace,
    now,
  );
  if (due.at > now.getTime()) {
    await releaseLease(window, lease);
    return { state: 'waiting', seconds: (due.at - now.getTime()) / 1000, shared: due.shared };
  }
  const worth = await collect(window, pending.slice(0, due.shared ? MOST_SHARED : 1), now);
  if (worth.length === 0) return 'again';
  const { items, receipt, packed } = receiptFor(worth);
  const mime = await compose(items, window);
  if (mime === null) {
    await setApart(window, items, now);
    return 'again';
  }
  await post.mailer.send(mime);
  await putReceipt(window, packed);
  logger.info('mailed', { recipient: window.recipient, reports: items.length });
  await afterSending(window, lease, contents, items.length, now);
  await settle(window, receipt, now);
  return 'again';
}

/** What is worth a mail now; the rest is taken out of the window. */
async function collect(window: Window, pending: readonly Pending[], now: Date): Promise<Collected[]> {
  const collected: Collected[] = [];
  for (const one of pending) {
    const [record, subscription] = await Promise.all([readStanding(one.report), getSubscription(one.subscription)]);
    if (record && subscription?.state === 'active' && recipientOf(subscription.address) === window.recipient) {
      const told = await readTold(record.id, window.recipient);
      const news = newsOf(record.result, told, subscription.leastSeverity);
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
type Collected = Item & { subscription: Subscription };

/** What the mail will have told, made before it is sent: of as many items as one receipt can hold. */
function receiptFor(worth: readonly Collected[]): {
  items: readonly Collected[];
  receipt: Receipt;
  packed: Uint8Array;
} {
  for (let count = worth.length; count >= 1; count = Math.floor(count / 2)) {
    const items = worth.slice(0, count);
    const reports = items.map(({ record, news, subscription }) => ({
      report: record.id,
      subscription: subscription.id,
      told: news.kind === 'clear' ? null : toldOf(news.findings),
    }));
    const packed = packReceipt({ reports });
    if (packed) return { items, receipt: { reports }, packed };
  }
  throw new RangeError(`report ${worth[0]?.record.id} has more faults than can be remembered`);
}

/** `null` where a mail about one report cannot be made: a defect of the program, which must not hold up the others. */
async function compose(items: readonly Collected[], window: Window): Promise<Uint8Array | null> {
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
async function setApart(window: Window, items: readonly Collected[], now: Date): Promise<void> {
  for (const { record, subscription } of items) {
    const pending = { report: record.id, subscription: subscription.id, since: now.toISOString() };
    await addPending({ ...window, group: `${APART}${record.id}` }, pending);
    await removePending(window, record.id);
  }
}

async function afterSending(
  window: Window,
  lease: Lease,
  { pace }: Contents,
  reports: number,
  now: Date,
): Promise<void> {
  await forgetFailures(window, lease);
  if (reports > 1) return;
  const times = [...recent(pace, now), now.toISOString()];
  await putPace(window, times, Math.ceil(now.getTime() / 1000) + PACE_SECONDS);
}

/** Writes what was told and empties the window of it; then looks whether a report changed while its mail was made. */
async function settle(window: Window, { reports }: Receipt, now: Date): Promise<void> {
  for (const { report, subscription, told } of reports) {
    await writeTold(report, window.recipient, subscription, told);
    await removePending(window, report);
    await enqueueAgain(report, subscription, now);
  }
  await removeReceipt(window);
}

/** Tries again later; gives up where that has gone on for too long. */
async function putOff(window: Window, lease: Lease, error: Error, now: Date): Promise<void> {
  const hours = lease.firstFailure ? (now.getTime() - Date.parse(lease.firstFailure)) / 3600_000 : 0;
  const { recipient } = window;
  logger.error('mail not sent', { recipient, hours, error });
  const { pending } = await readWindow(window);
  if (error instanceof MailRefusedError && hours > REFUSED_HOURS) {
    const subscription = await getSubscription(pending[0]?.subscription ?? '');
    if (subscription) await switchOff(subscription.address, 'refused', now);
    logger.error('address switched off', { recipient, reason: 'refused' });
  } else if (hours > GIVE_UP_HOURS) {
    for (const { report } of pending) await removePending(window, report);
    logger.error('given up', { recipient, reports: pending.map(({ report }) => report) });
  }
  await postpone(window, lease, now);
}
