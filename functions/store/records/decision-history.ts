/** Every decision that was ever made about the findings of a report: one item each, never changed. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { batchWrite } from '../table/batch-write.ts';
import { table } from '../table/table.ts';

export interface PastDecision {
  fingerprint: string;
  /** `none` took the decision before it back. */
  decision: 'confirmed' | 'dismissed' | 'none';
  remark: string;
  by: string;
  identity: string | null;
  at: string;
}

const PREFIX = 'PAST-DECISION#';

/** Keeps decisions of one moment about one report. Repeating it changes nothing. */
export async function rememberDecisions(id: string, decisions: readonly PastDecision[]): Promise<void> {
  await batchWrite(
    decisions.map((decision) => ({
      PutRequest: { Item: { pk: `REPORT#${id}`, sk: `${PREFIX}${decision.at}#${decision.fingerprint}`, ...decision } },
    })),
  );
}

/** The last hundred, the latest first. */
export async function readHistory(id: string): Promise<PastDecision[]> {
  const { client, name } = table();
  const found = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': `REPORT#${id}`, ':prefix': PREFIX },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: 100,
    }),
  );
  return (found.Items ?? []).map(({ pk: _pk, sk: _sk, ...decision }) => decision as PastDecision);
}
