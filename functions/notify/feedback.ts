/** SQS → notify: bounces and complaints of SES switch an address off. Repeating one changes nothing. */
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { logger } from '../platform/logging.ts';
import { countMail } from '../platform/metrics.ts';
import { recipientOf } from '../store/mail/subscription-items.ts';
import { switchOff } from '../store/mail/subscriptions.ts';

const recipients = z.array(z.object({ emailAddress: z.string() }));
/** https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html, in EventBridge's envelope. */
const Feedback = z.object({
  detail: z.discriminatedUnion('eventType', [
    z.object({
      eventType: z.literal('Bounce'),
      bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients }),
    }),
    z.object({ eventType: z.literal('Complaint'), complaint: z.object({ complainedRecipients: recipients }) }),
  ]),
});

export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  logger.addContext(context);
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { messageId, body } of event.Records) {
    try {
      await handleFeedback(body, new Date());
    } catch (error) {
      // The body holds addresses, and so may the words of a parser; the queue for dead letters keeps the message.
      logger.error('feedback not understood', { messageId, error: error instanceof Error ? error.name : 'unknown' });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}

/** A transient bounce (mailbox full, out of office) changes nothing; SES has tried again by itself. */
export async function handleFeedback(body: string, now: Date): Promise<void> {
  const { detail } = z.parse(Feedback, JSON.parse(body));
  const isBounce = detail.eventType === 'Bounce';
  if (isBounce && detail.bounce.bounceType !== 'Permanent') return;
  const reason = isBounce ? 'bounced' : 'complained';
  const affected = isBounce ? detail.bounce.bouncedRecipients : detail.complaint.complainedRecipients;
  for (const { emailAddress } of affected) {
    countMail(reason);
    const switched = await switchOff(bareAddress(emailAddress), reason, now);
    logger.warn('address switched off', { recipient: recipientOf(emailAddress), reason, subscriptions: switched });
  }
}

/** SES may give an address with its name: `Clerk <clerk@example.com>`. */
function bareAddress(text: string): string {
  return /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text;
}
