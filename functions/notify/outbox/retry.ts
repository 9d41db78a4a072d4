/** What happens to a window whose mail could not be sent: tried again ever later, and given up in the end. */
import { logger } from '../../platform/logging.ts';
import { MailRefusedError } from '../../platform/mailer.ts';
import { countMail } from '../../platform/metrics.ts';
import { getSubscription } from '../../store/mail/subscription-items.ts';
import { switchOff } from '../../store/mail/subscriptions.ts';
import { type Lease, postpone } from './lease.ts';
import { readWindow, removePending, type Window } from './window.ts';

/** A refused address is switched off after this; it may have been the sender's fault, and that can be mended. */
const REFUSED_HOURS = 48;
/** As long as a queue would keep a message. */
const GIVE_UP_HOURS = 14 * 24;

/** Tries again later; gives up where that has gone on for too long. */
export async function putOff(window: Window, lease: Lease, error: Error, now: Date): Promise<void> {
  const hours = lease.firstFailure ? (now.getTime() - Date.parse(lease.firstFailure)) / 3600_000 : 0;
  const { recipient } = window;
  logger.error('mail not sent', { recipient, hours, error });
  countMail(error instanceof MailRefusedError ? 'refused' : 'failed');
  const { pending } = await readWindow(window);
  if (error instanceof MailRefusedError && hours > REFUSED_HOURS) {
    const subscription = await getSubscription(pending[0]?.subscription ?? '');
    if (subscription) await switchOff(subscription.address, 'refused', now);
    logger.error('address switched off', { recipient, reason: 'refused' });
  } else if (hours > GIVE_UP_HOURS) {
    for (const { report } of pending) await removePending(window, report);
    countMail('given-up');
    logger.error('given up', { recipient, reports: pending.map(({ report }) => report) });
  }
  await postpone(window, lease, now);
}
