/** Who gets which mails: asking for them, confirming, ending them, and finding whom a report concerns. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { covers, type Placed, type SubscriptionRequest, scopeKeysFor } from '../../../shared/mail/subscription.ts';
import { putItem, removeItem } from '../table/items.ts';
import { lockItem } from '../table/lock.ts';
import { queryAll } from '../table/query.ts';
import {
  change,
  DIGESTS,
  getSubscription,
  type OffReason,
  ofAddress,
  queryIndex,
  recipientOf,
  type Subscription,
} from './subscription-items.ts';

/** Days in which the link of the confirmation works. */
export const CONFIRM_DAYS = 7;
/** So that no caller can fill a mailbox with confirmation mails: between two of them, and open at once for one address. */
const ASK_AGAIN_HOURS = 1;
const MOST_UNCONFIRMED = 3;
const CONFIRMATIONS = 'MAIL#CONFIRM';
const HOUR = 3600_000;
const CLAIM_SECONDS = 120;

/** Too many unanswered questions for one address. */
export class TooManyUnconfirmedError extends Error {
  override readonly name = 'TooManyUnconfirmedError';
}

/**
 * Makes or changes a subscription. A new address, or one that was switched off, has to confirm first; everything else
 * takes effect at once. The same again changes nothing, but may ask once more after an hour.
 * @param confirmed the operator of the deployment vouches for the address
 * @throws TooManyUnconfirmedError
 */
export async function putSubscription(
  id: string,
  request: SubscriptionRequest,
  now: Date,
  { confirmed = false } = {},
): Promise<Subscription> {
  const at = now.toISOString();
  const there = await getSubscription(id);
  const sameAddress = there !== null && recipientOf(there.address) === recipientOf(request.address);
  if (sameAddress && there.state === 'active') return change(there, request);
  if (confirmed) return change(blank(id, request, at, there), { state: 'active', confirmedAt: at });
  const asked = sameAddress && there.state === 'unconfirmed' ? there.askedAt : null;
  const askAgain = asked === null || now.getTime() - Date.parse(asked) > ASK_AGAIN_HOURS * HOUR;
  if (askAgain) await checkUnconfirmed(request.address, id, now);
  const base = sameAddress ? there : blank(id, request, at, there);
  // Before the item, so that a crash in between loses no question; the sweep has patience with a mark without one.
  if (askAgain) await putConfirmationDue(id, at);
  return await change(base, {
    ...request,
    state: 'unconfirmed',
    off: null,
    confirmedAt: null,
    askedAt: askAgain ? at : asked,
  });
}

/** By the link in the mail that asks. Repeating it changes nothing. `null`: no such link, or it is too old. */
export async function confirmSubscription(id: string, token: string, now: Date): Promise<Subscription | null> {
  const there = await withToken(id, token);
  if (!there || there.state === 'off') return null;
  if (there.state === 'active') return there;
  if (now.getTime() - Date.parse(there.askedAt ?? there.createdAt) > CONFIRM_DAYS * 24 * HOUR) return null;
  return change(there, { state: 'active', confirmedAt: now.toISOString() });
}

/** By the link or the header of any mail. Repeating it changes nothing. `null`: no such link. */
export async function unsubscribe(id: string, token: string, now: Date): Promise<Subscription | null> {
  const there = await withToken(id, token);
  if (!there || there.state === 'off') return there;
  return change(there, { state: 'off', off: { reason: 'unsubscribed', at: now.toISOString() } });
}

/** Switches off every subscription of an address that bounced or complained; how many is returned. */
export async function switchOff(address: string, reason: OffReason, now: Date): Promise<number> {
  let switched = 0;
  for (const there of await ofAddress(address)) {
    if (there.state === 'off') continue;
    await change(there, { state: 'off', off: { reason, at: now.toISOString() } });
    switched++;
  }
  return switched;
}

/** Subscriptions to be mailed at once about a report: one for each recipient, the widest. */
export async function subscriptionsFor(report: Placed): Promise<Subscription[]> {
  const found = await queryIndex('gsi1', ...scopeKeysFor(report));
  const readers = new Map<string, Subscription>();
  for (const subscription of found.sort(mostFirst)) {
    const mailed = subscription.state === 'active' && subscription.delivery === 'immediate';
    const reader = recipientOf(subscription.address);
    if (mailed && covers(subscription.scope, report) && !readers.has(reader)) readers.set(reader, subscription);
  }
  return [...readers.values()];
}

/** All that get digests, by the day or by the week. */
export async function digestSubscriptions(): Promise<Subscription[]> {
  const found = await queryIndex('gsi1', { partition: DIGESTS, sort: '' });
  return found.filter(({ state, delivery }) => state === 'active' && delivery !== 'immediate');
}

/** Subscriptions that are still to be asked, and since when. */
export async function confirmationsDue(): Promise<{ id: string; since: string }[]> {
  const items = await queryAll({ partition: CONFIRMATIONS });
  return items.map((item) => ({ id: String(item.sk), since: String(item.since) }));
}

/** Whether this worker may send the question; if it dies, another may in a while. */
export function lockConfirmation(id: string, now: Date): Promise<boolean> {
  return lockItem({ pk: CONFIRMATIONS, sk: id }, now, CLAIM_SECONDS, { exists: true });
}

export async function confirmationAsked(id: string): Promise<void> {
  await removeItem({ pk: CONFIRMATIONS, sk: id });
}

async function putConfirmationDue(id: string, since: string): Promise<void> {
  await putItem({ pk: CONFIRMATIONS, sk: id, since });
}

async function checkUnconfirmed(address: string, id: string, now: Date): Promise<void> {
  const others = (await ofAddress(address)).filter((one) => one.id !== id && one.state === 'unconfirmed');
  const open = others.filter(
    (one) => now.getTime() - Date.parse(one.askedAt ?? one.createdAt) < CONFIRM_DAYS * 24 * HOUR,
  );
  if (open.length >= MOST_UNCONFIRMED) throw new TooManyUnconfirmedError(`${open.length} questions are unanswered`);
}

function blank(id: string, request: SubscriptionRequest, at: string, there: Subscription | null): Subscription {
  return {
    ...request,
    id,
    state: 'unconfirmed',
    off: null,
    createdAt: at,
    confirmedAt: null,
    askedAt: null,
    token: randomBytes(16).toString('hex'),
    revision: there?.revision ?? 0,
  };
}

async function withToken(id: string, token: string): Promise<Subscription | null> {
  const there = await getSubscription(id);
  const [given, kept] = [Buffer.from(token), Buffer.from(there?.token ?? '')];
  return there && given.length === kept.length && timingSafeEqual(given, kept) ? there : null;
}

/** Those that hear most come first, then the oldest, so that the choice does not change by itself. */
function mostFirst(one: Subscription, other: Subscription): number {
  const weight = { notice: 0, warning: 1, error: 2 };
  return weight[one.leastSeverity] - weight[other.leastSeverity] || (one.id < other.id ? -1 : 1);
}
