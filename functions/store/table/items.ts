/**
 * One item at a time: read, put, changed, removed; each write on a condition where one is given. Reads are consistent.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ConditionExpressions.html
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { known, versioned } from './schema.ts';
import { table } from './table.ts';

export interface Key {
  pk: string;
  sk: string;
}
export type TableItem = Record<string, unknown>;

/** What has to hold of the item that stands there, in DynamoDB's words. */
export interface Condition {
  expression: string;
  values?: Record<string, unknown>;
  /** For attributes whose names are reserved words. */
  names?: Record<string, string>;
}

export const ABSENT: Condition = { expression: 'attribute_not_exists(pk)' };

/** The item as it stands now; `null` where there is none. */
export async function getItem<Found = TableItem>(key: Key): Promise<Found | null> {
  const { client, name } = table();
  const found = await client.send(new GetCommand({ TableName: name, Key: keyOf(key), ConsistentRead: true }));
  return found.Item ? known<Found>(found.Item) : null;
}

/** Puts an item whatever stands there. */
export async function putItem(item: Key & TableItem): Promise<void> {
  const { client, name } = table();
  await client.send(new PutCommand({ TableName: name, Item: versioned(item) }));
}

/** @returns whether the condition held and the item was put */
export async function putIf(item: Key & TableItem, condition: Condition): Promise<boolean> {
  const { client, name } = table();
  return held(client.send(new PutCommand({ TableName: name, Item: versioned(item), ...conditional(condition) })));
}

/** @returns whether the condition held; an item that is not there is removed already */
export async function removeItem(key: Key, condition?: Condition): Promise<boolean> {
  const { client, name } = table();
  const command = new DeleteCommand({ TableName: name, Key: keyOf(key), ...(condition && conditional(condition)) });
  return held(client.send(command));
}

/** Removes an item. @returns what stood there, so that of two who take it one gets it; `null` where there was none */
export async function takeItem<Found = TableItem>(key: Key): Promise<Found | null> {
  const { client, name } = table();
  const taken = await client.send(new DeleteCommand({ TableName: name, Key: keyOf(key), ReturnValues: 'ALL_OLD' }));
  return taken.Attributes ? known<Found>(taken.Attributes) : null;
}

/**
 * Changes attributes of an item, and makes it where it is missing unless the condition forbids that.
 * @returns the item as it stands after the change; `null` where the condition did not hold
 */
export async function updateItem<Changed = TableItem>(
  key: Key,
  change: Condition,
  condition?: string,
): Promise<Changed | null> {
  const { client, name } = table();
  const { expression, values, names } = change;
  const command = new UpdateCommand({
    TableName: name,
    Key: keyOf(key),
    UpdateExpression: expression,
    ...(condition !== undefined && { ConditionExpression: condition }),
    ...(values && { ExpressionAttributeValues: values }),
    ...(names && { ExpressionAttributeNames: names }),
    ReturnValues: 'ALL_NEW',
  });
  try {
    return known<Changed>((await client.send(command)).Attributes ?? {});
  } catch (error) {
    unlessConditionFailed(error);
    return null;
  }
}

const keyOf = ({ pk, sk }: Key): TableItem => ({ pk, sk });

function conditional({ expression, values, names }: Condition) {
  return {
    ConditionExpression: expression,
    ...(values && { ExpressionAttributeValues: values }),
    ...(names && { ExpressionAttributeNames: names }),
  };
}

async function held(command: Promise<unknown>): Promise<boolean> {
  try {
    await command;
    return true;
  } catch (error) {
    unlessConditionFailed(error);
    return false;
  }
}

function unlessConditionFailed(error: unknown): void {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
}
