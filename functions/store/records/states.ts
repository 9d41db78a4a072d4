/** Which state of its object each record is of, without the record itself. */
import { batchGet } from '../table/batch.ts';

export interface RecordState {
  id: string;
  version: string | null;
  sequencer: string;
  receivedAt: string;
  /** The object was removed, and this is what is left. */
  removed: boolean;
}

/** Of those that are there, or were once. */
export async function readStates(ids: readonly string[]): Promise<RecordState[]> {
  const keys = ids.map((id) => ({ pk: `REPORT#${id}`, sk: 'RECORD' }));
  const attributes = 'id, version, sequencer, receivedAt, removed';
  const items = await batchGet<Omit<RecordState, 'removed'> & { removed?: boolean }>(keys, { attributes });
  return items.map((item) => ({ ...item, version: item.version ?? null, removed: item.removed === true }));
}
