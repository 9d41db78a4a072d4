/**
 * The items of subscriptions: one each, in one partition, changed by conditional puts only. Only those that are active
 * stand in the index by scope (or among the digests), so that finding them for a report is a Query a scope.
 */
import { createHash } from 'node:crypto';
import { type SubscriptionRequest, scopeKey } from '../../../shared/mail/subscription.ts';
import { batchGet } from '../table/batch.ts';
import { ABSENT, getItem, putIf, removeItem, type TableItem } from '../table/items.ts';
import { queryAll, queryPage } from '../table/query.ts';

export type OffReason = 'unsubscribed' | 'bounced' | 'complained' | 'refused';

export interface Subscription extends SubscriptionRequest {
  id: string;
  /** `unconfirmed`: gets nothing but the mail that asks; `off`: gets nothing, `off` says why and since when. */
  state: 'unconfirmed' | 'active' | 'off';
  off: { reason: OffReason; at: string } | null;
  createdAt: string;
  confirmedAt: string | null;
  /** When the mail that asks was due (it is sent within a minute) or sent. */
  askedAt: string | null;
  /** Proves that a request comes from a reader of the mails. Never shown. */
  token: string;
  /** Grows with every change. */
  revision: number;
}

/** Ids that begin so are the deployment's: what the API changes of them is put right by the next sweep. */
export const DEPLOYED_PREFIX = 'deployed-';
const PARTITION = 'SUBSCRIPTIONS';
const MOST_ATTEMPTS = 5;
/** Index partition of those that get digests. */
export const DIGESTS = 'DIGEST';

/** One reader, however the address is written. It stands in keys and logs instead of the address. */
export function recipientOf(address: string): string {
  return createHash('sha256').update(address.trim().toLowerCase()).digest('hex').slice(0, 20);
}

export async function getSubscription(id: string): Promise<Subscription | null> {
  const item = await getItem({ pk: PARTITION, sk: id });
  return item && toSubscription(item);
}

/** Those of these ids that are there, by id. */
export async function getSubscriptions(ids: readonly string[]): Promise<Map<string, Subscription>> {
  const items = await batchGet(ids.map((sk) => ({ pk: PARTITION, sk })));
  return new Map(items.map(toSubscription).map((subscription) => [subscription.id, subscription]));
}

/** Subscriptions in the order of their ids, those after the given one; ids may be asked for by what they begin with. */
export async function listSubscriptions(
  limit: number,
  after: string | null = null,
  prefix = '',
): Promise<{ subscriptions: Subscription[]; next: string | null }> {
  const start = after === null ? undefined : { pk: PARTITION, sk: after };
  const { items, next } = await queryPage({ partition: PARTITION, prefix, after: start }, limit);
  return { subscriptions: items.map(toSubscription), next: (next?.sk as string | undefined) ?? null };
}

/** Removes it altogether; its address can be subscribed anew. */
export async function deleteSubscription(id: string): Promise<void> {
  await removeItem({ pk: PARTITION, sk: id });
}

/** Puts the changed subscription; one that another worker changed meanwhile is read again and changed. */
export async function change(from: Subscription, changes: Partial<Subscription>): Promise<Subscription> {
  let there = from;
  for (let attempt = 0; attempt <= MOST_ATTEMPTS; attempt++) {
    const next = { ...there, ...changes, revision: there.revision + 1 };
    if (JSON.stringify({ ...next, revision: 0 }) === JSON.stringify({ ...there, revision: 0 }) && there.revision > 0) {
      return there;
    }
    const unchanged =
      there.revision === 0 ? ABSENT : { expression: 'revision = :revision', values: { ':revision': there.revision } };
    if (await putIf({ pk: PARTITION, sk: next.id, ...next, ...indexKeys(next) }, unchanged)) return next;
    const now = await getSubscription(from.id);
    there =
      now && recipientOf(now.address) === recipientOf(from.address) ? now : { ...from, revision: now?.revision ?? 0 };
  }
  throw new Error(`subscription ${from.id} was changed by others ${MOST_ATTEMPTS} times meanwhile`);
}

function indexKeys(subscription: Subscription): Record<string, string> {
  const { id, state, delivery, scope, address } = subscription;
  const byAddress = { gsi2pk: `ADDRESS#${recipientOf(address)}`, gsi2sk: id };
  if (state !== 'active') return byAddress;
  if (delivery !== 'immediate') return { ...byAddress, gsi1pk: DIGESTS, gsi1sk: id };
  const { partition, sort } = scopeKey(scope);
  return { ...byAddress, gsi1pk: partition, gsi1sk: `${sort}#${id}` };
}

/** Every subscription of an address, whatever its state. */
export function ofAddress(address: string): Promise<Subscription[]> {
  return queryIndex('gsi2', { partition: `ADDRESS#${recipientOf(address)}`, sort: '' });
}

/** The index knows keys only, and may lag; each subscription is read as it stands now. */
export async function queryIndex(
  index: 'gsi1' | 'gsi2',
  ...places: readonly { partition: string; sort: string }[]
): Promise<Subscription[]> {
  const keys = places.map(({ partition, sort }) => queryAll({ index, partition, prefix: sort }));
  const ids = (await Promise.all(keys)).flat().map((item) => String(item.sk));
  const found = await getSubscriptions(ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}

function toSubscription(item: TableItem): Subscription {
  const { pk: _pk, sk: _sk, gsi1pk: _1, gsi1sk: _2, gsi2pk: _3, gsi2sk: _4, ...subscription } = item;
  return subscription as unknown as Subscription;
}
