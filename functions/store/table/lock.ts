/** A lockItem on an item: of two workers one does the work, and if that one dies another may after a while. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { table } from './table.ts';

/**
 * Claims an item for some seconds. The lockItem ends by itself, or when the item is put anew or removed.
 * @param exists an item that is not there (any more) cannot be claimed; otherwise the lockItem makes it
 */
export async function lockItem(
  key: { pk: string; sk: string },
  now: Date,
  seconds: number,
  { exists }: { exists: boolean },
): Promise<boolean> {
  const { client, name } = table();
  const command = new UpdateCommand({
    TableName: name,
    Key: key,
    UpdateExpression: 'SET claimedUntil = :until',
    ConditionExpression: `${exists ? 'attribute_exists(pk) AND ' : ''}(attribute_not_exists(claimedUntil) OR claimedUntil <= :now)`,
    ExpressionAttributeValues: {
      ':now': now.toISOString(),
      ':until': new Date(now.getTime() + seconds * 1000).toISOString(),
    },
  });
  try {
    await client.send(command);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
