/** The table as it was at an earlier moment, restored by DynamoDB as a table of its own: for operators. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeTableCommand,
  type DynamoDBClient,
  DynamoDBServiceException,
  RestoreTableToPointInTimeCommand,
  UpdateContinuousBackupsCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { TABLE_EXPIRY, table } from './table.ts';

const LOOK_AGAIN_MILLISECONDS = 5000;

/**
 * Restores under a new name; the present table stays as it is. What a restored table lacks (recovery to a point in time,
 * the removal of expired items) is switched on:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html
 * @param at the moment; `null`: the latest there is, some five minutes ago
 * @param tell what DynamoDB says of how far it is
 * @returns the new table's name
 */
export async function restoreTable(at: Date | null, now: Date, tell: (status: string) => void): Promise<string> {
  const { client, name } = table();
  const restored = `${name.slice(0, 230)}-${now.toISOString().replaceAll(/\D/g, '').slice(0, 14)}`;
  const when = at === null ? { UseLatestRestorableTime: true } : { RestoreDateTime: at };
  await client.send(
    new RestoreTableToPointInTimeCommand({ SourceTableName: name, TargetTableName: restored, ...when }),
  );
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: restored }));
    if (Table?.TableStatus === 'ACTIVE') break;
    tell(Table?.TableStatus ?? '');
    await sleep(LOOK_AGAIN_MILLISECONDS);
  }
  await complete(client, restored);
  return restored;
}

async function complete(client: DynamoDBClient, TableName: string): Promise<void> {
  const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
  await client.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }));
  const TimeToLiveSpecification = { Enabled: true, AttributeName: TABLE_EXPIRY };
  try {
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  } catch (error) {
    // It came with the table: "TimeToLive is already enabled".
    if (!(error instanceof DynamoDBServiceException && /already enabled/.test(error.message))) throw error;
  }
}
