/**
 * Sends what is due in a window. Each step may be cut off by a crash: before the receipt is written the mail may go out
 * once more, after it never. What else is written can be repeated. The argument is in docs/mail.md.
 */
import { randomUUID } from 'node:crypto';
import { correlated, logger } from '../../platform/logging.ts';
import type { Mailer } from '../../platform/mailer.ts';
import { countMail } from '../../platform/metrics.ts';
import { writeNotified } from '../../store/mail/notified.ts';
import { enqueueAgain } from './enqueue.ts';
import { closeWindow, forgetFailures, type Lease, releaseLease, takeLease } from './lease.ts';
import { PACE_SECONDS, recent, whenDue } from './pace.ts';
import { collect, compose, receiptFor, setApart } from './pending.ts';
import { putOff } from './retry.ts';
import {
  type Contents,
  openKey,
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
export type FlushOutcome =
  | { state: 'closed' | 'busy' | 'failed' }
  | { state: 'waiting'; seconds: number; shared: boolean };

/** Reports in one mail with a table; more make another mail. */
const MOST_SHARED = 200;

/**
 * Works on a window until nothing is due in it. What fails is put off.
 * @throws Error where not even that can be written
 */
export async function flush(window: Window, post: Post): Promise<FlushOutcome> {
  const { pk, sk } = openKey(window);
  const name = `${pk} ${sk}`;
  if (here.has(name)) return { state: 'busy' };
  here.add(name);
  try {
    return await flushAlone(window, post);
  } finally {
    here.delete(name);
  }
}

/**
 * Windows that are being worked on in this process. On the laptop it does everything else as well, and a large file may
 * hold it up for longer than a lease: it is slow then, and not dead.
 */
const here = new Set<string>();

async function flushAlone(window: Window, post: Post): Promise<FlushOutcome> {
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

async function step(window: Window, lease: Lease, post: Post): Promise<FlushOutcome | 'again'> {
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
  const mail = await compose(items, window);
  if (mail === null) {
    await setApart(window, items, now);
    return 'again';
  }
  // Making it may have taken long: a worker that lost the lease meanwhile must not send.
  if ((await takeLease(window, lease.holder, post.now())) === null) return { state: 'busy' };
  await post.mailer.send(mail);
  await putReceipt(window, packed);
  countMail('sent');
  for (const { record } of items) noteMailed(window, record.id, items.length, contents);
  await afterSending(window, lease, contents, items.length, now);
  await settle(window, receipt, now);
  return 'again';
}

/** A line for each report, with the id of the work that put it into the window: another may have sent it. */
function noteMailed({ recipient }: Window, report: string, reports: number, { pending }: Contents): void {
  const { correlationId: id = '' } = pending.find((one) => one.report === report) ?? {};
  correlated(id, () => logger.info('mailed', { report, recipient, reports }));
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
    await writeNotified(report, window.recipient, subscription, told);
    await removePending(window, report);
    await enqueueAgain(report, subscription, now);
  }
  await removeReceipt(window);
}
