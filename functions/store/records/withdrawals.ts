/** Why a report was taken back: one item a report, which stays when the record is gone. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../table/table.ts';

export interface Withdrawal {
  reason: string;
  by: string;
  /** Whom the gateway knew them as; `null` on the laptop. */
  identity: string | null;
  at: string;
  /** The report that takes its place, where one does. */
  supersededBy: string | null;
  /** The state that was taken back: a later one of the same object is there again. */
  sequencer: string;
}

const keyOf = (id: string) => ({ pk: `REPORT#${id}`, sk: 'WITHDRAWAL' });

export async function putWithdrawal(id: string, withdrawal: Withdrawal): Promise<void> {
  const { client, name } = table();
  await client.send(new PutCommand({ TableName: name, Item: { ...keyOf(id), ...withdrawal } }));
}

/** The last one; `null` where the report was never taken back. */
export async function readWithdrawal(id: string): Promise<Withdrawal | null> {
  const { client, name } = table();
  const found = await client.send(new GetCommand({ TableName: name, Key: keyOf(id), ConsistentRead: true }));
  if (!found.Item) return null;
  const { pk: _pk, sk: _sk, ...withdrawal } = found.Item;
  return withdrawal as Withdrawal;
}
