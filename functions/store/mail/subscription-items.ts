/**
 * The items of subscriptions: one each, in one partition, changed by conditional puts only. Only those that are active
 * stand in the index by scope (or among the digests), so that finding them for a report is a Query a scope.
 */
import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type SubscriptionRequest, scopeKey } from '../../../shared/mail/subscription.ts';
import { table } from '../table/table.ts';

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

const PARTITION = 'SUBSCRIPTIONS';
/** Index partition of those that get digests. */
export const DIGESTS = 'DIGEST';

/** One reader, however the address is written. It stands in keys and logs instead of the address. */
export function recipientOf(address: string): string {
  return createHash('sha256').update(address.trim().toLowerCase()).digest('hex').slice(0, 20);
}

export async function getSubscription(id: string): Promise<Subscription | null> {
  const { client, name } = table();
  const key = { pk: PARTITION, sk: id };
  const found = await client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true }));
  return found.Item ? toSubscription(found.Item) : null;
}

/** Subscriptions in the order of their ids, those after the given one; ids may be asked for by what they begin with. */
export async function listSubscriptions(
  limit: number,
  after: string | null = null,
  prefix = '',
): Promise<{ subscriptions: Subscription[]; next: string | null }> {
  const { client, name } = table();
  const page = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': PARTITION, ...(prefix !== '' && { ':prefix': prefix }) },
      ConsistentRead: true,
      Limit: limit,
      ...(after !== null && { ExclusiveStartKey: { pk: PARTITION, sk: after } }),
    }),
  );
  const next = page.LastEvaluatedKey?.sk as string | undefined;
  return { subscriptions: (page.Items ?? []).map(toSubscription), next: next ?? null };
}

/** Removes it altogether; its address can be subscribed anew. */
export async function deleteSubscription(id: string): Promise<void> {
  const { client, name } = table();
  await client.send(new DeleteCommand({ TableName: name, Key: { pk: PARTITION, sk: id } }));
}

/** Puts the changed subscription; whoever was faster is read again and changed. */
export async function change(from: Subscription, changes: Partial<Subscription>): Promise<Subscription> {
  const { client, name } = table();
  let there = from;
  for (let attempt = 0; ; attempt++) {
    const next = { ...there, ...changes, revision: there.revision + 1 };
    if (JSON.stringify({ ...next, revision: 0 }) === JSON.stringify({ ...there, revision: 0 }) && there.revision > 0) {
      return there;
    }
    try {
      await client.send(
        new PutCommand({
          TableName: name,
          Item: { pk: PARTITION, sk: next.id, ...next, ...indexKeys(next) },
          ConditionExpression: there.revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :revision',
          ...(there.revision > 0 && { ExpressionAttributeValues: { ':revision': there.revision } }),
        }),
      );
      return next;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException) || attempt === 5) throw error;
      const now = await getSubscription(from.id);
      there =
        now && recipientOf(now.address) === recipientOf(from.address) ? now : { ...from, revision: now?.revision ?? 0 };
    }
  }
}

function indexKeys(subscription: Subscription): Record<string, string> {
  const { id, state, delivery, scope, address } = subscription;
  const byAddress = { gsi2pk: `ADDRESS#${recipientOf(address)}`, gsi2sk: id };
  if (state !== 'active') return byAddress;
  if (delivery === 'digest') return { ...byAddress, gsi1pk: DIGESTS, gsi1sk: id };
  const { partition, sort } = scopeKey(scope);
  return { ...byAddress, gsi1pk: partition, gsi1sk: `${sort}#${id}` };
}

/** Every subscription of an address, whatever its state. */
export function ofAddress(address: string): Promise<Subscription[]> {
  return queryIndex('gsi2', `ADDRESS#${recipientOf(address)}`, '');
}

/** The index knows keys only, and may lag; each subscription is read as it stands now. */
export async function queryIndex(index: 'gsi1' | 'gsi2', partition: string, sort: string): Promise<Subscription[]> {
  const { client, name } = table();
  const subscriptions: Subscription[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: name,
        IndexName: index,
        KeyConditionExpression: `${index}pk = :pk${sort === '' ? '' : ` AND begins_with(${index}sk, :sort)`}`,
        ExpressionAttributeValues: { ':pk': partition, ...(sort !== '' && { ':sort': sort }) },
        ExclusiveStartKey: from,
      }),
    );
    for (const item of page.Items ?? []) {
      const subscription = await getSubscription(String(item.sk));
      if (subscription) subscriptions.push(subscription);
    }
    from = page.LastEvaluatedKey;
  } while (from);
  return subscriptions;
}

function toSubscription(item: Record<string, unknown>): Subscription {
  const { pk: _pk, sk: _sk, gsi1pk: _1, gsi1sk: _2, gsi2pk: _3, gsi2sk: _4, ...subscription } = item;
  return subscription as unknown as Subscription;
}
