/** Which records an object has: one, or one for each entry of a ZIP. Only objects with entries have an item for it. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { reportId } from '../../../shared/record.ts';
import { table } from '../table/table.ts';

interface ObjectName {
  bucket: string;
  key: string;
}

const manifestKey = ({ bucket, key }: ObjectName) => ({ pk: `OBJECT#${reportId(bucket, key)}`, sk: 'OBJECT' });

/** Ids of every record that the object may have had so far; its own id always among them. */
export async function recordIds(object: ObjectName): Promise<string[]> {
  const { client, name } = table();
  const found = await client.send(new GetCommand({ TableName: name, Key: manifestKey(object), ConsistentRead: true }));
  return [...new Set([reportId(object.bucket, object.key), ...((found.Item?.ids ?? []) as string[])])];
}

/** Remembers the ids, unless a later state of the object has been remembered already. */
export async function rememberIds(object: ObjectName, ids: readonly string[], sequencer: string): Promise<void> {
  if (ids.every((id) => id === reportId(object.bucket, object.key))) return;
  const { client, name } = table();
  const put = new PutCommand({
    TableName: name,
    Item: { ...manifestKey(object), ids, sequencer },
    ConditionExpression: 'attribute_not_exists(pk) OR sequencer <= :sequencer',
    ExpressionAttributeValues: { ':sequencer': sequencer },
  });
  await client.send(put).catch((error) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  });
}
