/** Many writes without conditions at once. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { table } from './table.ts';

type WriteRequest =
  | { PutRequest: { Item: Record<string, unknown> } }
  | { DeleteRequest: { Key: Record<string, unknown> } };

/** DynamoDB takes 25 writes in one request and may leave some of them to be sent again. */
export async function batchWrite(requests: readonly WriteRequest[]): Promise<void> {
  const { client, name } = table();
  for (let start = 0; start < requests.length; start += 25) {
    let left: WriteRequest[] = requests.slice(start, start + 25);
    for (let attempt = 0; left.length > 0; attempt++) {
      if (attempt > 8) throw new Error(`the table left ${left.length} writes undone, ${attempt} times`);
      if (attempt > 0) await sleep(50 * 2 ** attempt * Math.random());
      const written = await client.send(new BatchWriteCommand({ RequestItems: { [name]: left } }));
      left = (written.UnprocessedItems?.[name] ?? []) as WriteRequest[];
    }
  }
}
