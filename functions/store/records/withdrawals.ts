/** Why a report was taken back: one item a report, which stays when the record is gone. */
import { getItem, putItem, removeItem } from '../table/items.ts';

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
  await putItem({ ...keyOf(id), ...withdrawal });
}

export async function removeWithdrawal(id: string): Promise<void> {
  await removeItem(keyOf(id));
}

/** The last one; `null` where the report was never taken back. */
export async function readWithdrawal(id: string): Promise<Withdrawal | null> {
  const item = await getItem(keyOf(id));
  if (item === null) return null;
  const { pk: _pk, sk: _sk, ...withdrawal } = item;
  return withdrawal as unknown as Withdrawal;
}
