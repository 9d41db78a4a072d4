/**
 * Subscriptions that come with a deployment: the operator's own addresses (MAIL_TO), which need no confirmation, and
 * those of `deployed-subscriptions.json` (name → subscription), which confirm like any other.
 */
import { SubscriptionRequest } from '../../shared/mail/subscription.ts';
import { variable } from '../platform/environment.ts';
import {
  change,
  DEPLOYED_PREFIX,
  deleteSubscription,
  listSubscriptions,
  recipientOf,
  type Subscription,
} from '../store/mail/subscription-items.ts';
import { putSubscription } from '../store/mail/subscriptions.ts';
import file from './deployed-subscriptions.json' with { type: 'json' };

let ensured: Promise<void> | null = null;

/** The subscriptions of this deployment. */
export function reconcile(now: Date): Promise<void> {
  return reconcileDeployed(variable('MAIL_TO'), file, now);
}

/** The same once a process, so that the first mail after a deployment has its readers. */
export async function ensureDeployed(now: Date): Promise<void> {
  ensured ??= reconcile(now);
  await ensured.catch((error) => {
    ensured = null;
    throw error;
  });
}

/**
 * Makes the stored ones those that are given: new ones are added, changed ones changed, others removed. One that was
 * switched off (unsubscribed, bounced) stays off. Repeating it changes nothing.
 */
export async function reconcileDeployed(
  operators: readonly string[],
  entries: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<void> {
  const wanted = new Map<string, { request: SubscriptionRequest; confirmed: boolean }>();
  for (const address of operators) {
    const request = SubscriptionRequest.parse({ address, scope: { kind: 'all' } });
    wanted.set(`${DEPLOYED_PREFIX}${recipientOf(address)}`, { request, confirmed: true });
  }
  for (const [name, entry] of Object.entries(entries)) {
    wanted.set(`${DEPLOYED_PREFIX}${name}`, { request: SubscriptionRequest.parse(entry), confirmed: false });
  }
  const stored = await deployedSubscriptions();
  for (const id of stored.keys()) if (!wanted.has(id)) await deleteSubscription(id);
  for (const [id, { request, confirmed }] of wanted) {
    const there = stored.get(id);
    const sameAddress = there && recipientOf(there.address) === recipientOf(request.address);
    if (sameAddress) await change(there, request);
    else await putSubscription(id, request, now, { confirmed });
  }
}

async function deployedSubscriptions(): Promise<Map<string, Subscription>> {
  const stored = new Map<string, Subscription>();
  let after: string | null = null;
  do {
    const page = await listSubscriptions(100, after, DEPLOYED_PREFIX);
    for (const subscription of page.subscriptions) stored.set(subscription.id, subscription);
    after = page.next;
  } while (after !== null);
  return stored;
}
