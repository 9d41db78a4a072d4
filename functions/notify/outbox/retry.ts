/** What happens to reports whose mail could not be sent: tried again ever later, and given up in the end. */
import { logger } from '../../platform/logging.ts';
import { MailRefusedError } from '../../platform/mailer.ts';
import { countMail } from '../../platform/metrics.ts';
import { switchOff } from '../../store/mail/subscriptions.ts';
import type { Failure } from './items.ts';
import type { Letter } from './letters.ts';

const RETRY_SECONDS = 30;
const LONGEST_RETRY_SECONDS = 3600;
/** A refused address is switched off after this; it may have been the sender's fault, and that can be mended. */
const REFUSED_HOURS = 48;
/** As long as a queue would keep a message. */
const GIVE_UP_HOURS = 14 * 24;

/**
 * Each further failure doubles the time until the next try, up to an hour. An address that is refused for too long is
 * switched off.
 * @returns `isGivenUp`: the reports of the mail are to wait no longer
 */
export async function putOff(
  { recipient, items }: Letter,
  error: Error,
  before: Failure | null,
  now: Date,
): Promise<{ failure: Failure; isGivenUp: boolean }> {
  const { count, first } = before ?? { count: 0, first: now.toISOString() };
  const hours = (now.getTime() - Date.parse(first)) / 3600_000;
  const isRefused = error instanceof MailRefusedError;
  logger.error('mail not sent', { recipient, hours, error });
  countMail(isRefused ? 'refused' : 'failed');
  const isGivenUp = !isRefused && hours > GIVE_UP_HOURS;
  if (isRefused && hours > REFUSED_HOURS) {
    for (const { subscription } of items.slice(0, 1)) await switchOff(subscription.address, 'refused', now);
    logger.error('address switched off', { recipient, reason: 'refused' });
  } else if (isGivenUp) {
    countMail('given-up');
    logger.error('given up', { recipient, reports: items.map(({ record }) => record.id) });
  }
  const wait = Math.min(RETRY_SECONDS * 2 ** count, LONGEST_RETRY_SECONDS);
  const nextTry = new Date(now.getTime() + wait * 1000).toISOString();
  return { failure: { count: count + 1, first, nextTry }, isGivenUp };
}
