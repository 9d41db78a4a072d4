/** Keys for signatures of this deployment: made when first needed, kept in the table, known only to it. */
import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../table/table.ts';

const kept = new Map<string, Promise<Buffer>>();

/** The key of this name. Removing its item makes everything void that was signed with it, once processes end. */
export function signingKey(name: 'CURSOR' | 'LINK'): Promise<Buffer> {
  const there = kept.get(name);
  if (there !== undefined) return there;
  const key = readKey({ pk: 'CONFIGURATION', sk: `${name}-KEY` });
  kept.set(name, key);
  key.catch(() => kept.delete(name));
  return key;
}

async function readKey(item: { pk: string; sk: string }): Promise<Buffer> {
  const { client, name } = table();
  const read = async () => {
    const found = await client.send(new GetCommand({ TableName: name, Key: item, ConsistentRead: true }));
    return found.Item ? Buffer.from(found.Item.key as string, 'hex') : null;
  };
  const there = await read();
  if (there) return there;
  const made = { ...item, key: randomBytes(32).toString('hex') };
  try {
    await client.send(new PutCommand({ TableName: name, Item: made, ConditionExpression: 'attribute_not_exists(pk)' }));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
  return (await read()) as Buffer;
}
