/** Everything in one partition of the table, as it stands now. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { table } from './table.ts';

/**
 * @param attributes reads only these; all where it is missing
 * @param consistent `false` may miss what was written in the last second and costs half
 */
export async function queryAll(
  partition: string,
  attributes?: string,
  consistent = true,
): Promise<Record<string, unknown>[]> {
  const { client, name } = table();
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partition },
        ConsistentRead: consistent,
        ExclusiveStartKey: from,
        ...(attributes !== undefined && { ProjectionExpression: attributes }),
      }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}
