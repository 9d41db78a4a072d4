/** Making a subscription, for programs and for the page. */
import type { SubscriptionRequest } from '../../shared/mail/subscription.ts';
import type { Subscription } from '../store/mail/subscription-items.ts';
import { putSubscription, TooManyUnconfirmedError } from '../store/mail/subscriptions.ts';
import { ProblemError } from './problem.ts';

/** @throws ProblemError 429 where the address has too many unanswered questions */
export async function subscribe(id: string, request: SubscriptionRequest): Promise<Subscription> {
  try {
    return await putSubscription(id, request, new Date());
  } catch (error) {
    if (!(error instanceof TooManyUnconfirmedError)) throw error;
    throw new ProblemError('too-many', {
      zh: '该地址还有尚未确认的订阅，请先在邮件中确认。',
      en: 'This address has subscriptions to be confirmed; confirm them first.',
    });
  }
}
