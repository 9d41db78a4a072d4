/** Making a subscription, for programs and for the page. */

import type { SubscriptionRequest } from '../../shared/mail/subscription.ts';
import { PROBLEMS } from '../../shared/output/words/problems.ts';
import type { Subscription } from '../store/mail/subscription-items.ts';
import { putSubscription, TooManyUnconfirmedError } from '../store/mail/subscriptions.ts';
import { ProblemError } from './problem.ts';

/** @throws ProblemError 429 where the address has too many unanswered questions */
export async function subscribe(id: string, request: SubscriptionRequest): Promise<Subscription> {
  try {
    return await putSubscription(id, request, new Date());
  } catch (error) {
    if (!(error instanceof TooManyUnconfirmedError)) throw error;
    throw new ProblemError('too-many', PROBLEMS.unconfirmed);
  }
}
