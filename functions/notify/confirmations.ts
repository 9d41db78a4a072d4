/** Asks new addresses whether they want the mails. */
import { renderConfirmationMail } from '../../shared/mail/confirmation.ts';
import { scopeWords } from '../../shared/mail/scope.ts';
import { variable } from '../platform/environment.ts';
import { logger } from '../platform/logging.ts';
import { type Mail, toMail } from '../platform/mail/mime.ts';
import { MailRefusedError } from '../platform/mailer.ts';
import { getSubscription, recipientOf, type Subscription } from '../store/mail/subscription-items.ts';
import { CONFIRM_DAYS, confirmationAsked, confirmationsDue, lockConfirmation } from '../store/mail/subscriptions.ts';
import { unsubscribeLink, voiceFor } from './compose.ts';
import type { Post } from './outbox/round.ts';

/** The mark of a question is written before its subscription. */
const PATIENCE_SECONDS = 600;

/**
 * Sends the questions that are due. One that is not taken stays due for as long as its link works; one that is refused
 * is dropped, and asking again through the API makes another.
 */
export async function sendConfirmations({ mailer, now }: Post): Promise<void> {
  for (const { id, since } of await confirmationsDue()) {
    if (!(await lockConfirmation(id, now()))) continue;
    const subscription = await getSubscription(id);
    if (subscription && isOpen(subscription, now())) {
      try {
        await mailer.send(await question(subscription));
      } catch (error) {
        logger.error('question not sent', { recipient: recipientOf(subscription.address), error: error as Error });
        if (!(error instanceof MailRefusedError)) continue;
      }
    } else if (now().getTime() - Date.parse(since) < PATIENCE_SECONDS * 1000) continue;
    await confirmationAsked(id);
  }
}

function isOpen({ state, askedAt, createdAt }: Subscription, now: Date): boolean {
  const days = (now.getTime() - Date.parse(askedAt ?? createdAt)) / (24 * 3600_000);
  return state === 'unconfirmed' && days < CONFIRM_DAYS;
}

async function question(subscription: Subscription): Promise<Mail> {
  const voice = await voiceFor(subscription, []);
  const { id, token, address } = subscription;
  const mail = renderConfirmationMail(
    {
      scope: scopeWords(subscription, voice),
      days: CONFIRM_DAYS,
      confirm: `${variable('BASE_URL')}/subscriptions/${encodeURIComponent(id)}/confirm?token=${token}`,
      unsubscribe: unsubscribeLink(subscription),
    },
    voice,
  );
  return toMail(mail, address, unsubscribeLink(subscription));
}
