/** Nothing of a smoke test is left: neither files, nor records, nor what the mails remember. */
import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { clientOptions } from '../../functions/platform/clients.ts';
import { readProjection } from '../../functions/store/lists/projected.ts';
import { deleteSubscription, type Subscription } from '../../functions/store/mail/subscription-items.ts';
import { readStates } from '../../functions/store/records/states.ts';
import { batchWrite } from '../../functions/store/table/batch.ts';
import { queryAll } from '../../functions/store/table/query.ts';
import type { Sample, Uploaded } from './smoke-files.ts';

/**
 * Once the events of the removed files have been worked on, removes what is left in the table.
 * @returns whether all is gone; otherwise it is to be called again a little later
 */
export async function clean(uploaded: readonly Sample[], reader: Subscription): Promise<boolean> {
  const ids = uploaded.map(({ id }) => id);
  const states = await readStates(ids);
  const projections = await Promise.all(ids.map(readProjection));
  const isWorkedOn = states.every(({ removed }) => removed) && projections.every((one) => one?.settled !== false);
  if (!isWorkedOn) return false;
  const partitions = ids.flatMap((id) => [`REPORT#${id}`, `OBJECT#${id}`, `MAIL#REPORT#${id}`]);
  for (const partition of partitions) {
    const items = await queryAll<{ pk: string; sk: string }>({ partition, attributes: 'pk, sk' });
    await batchWrite(items.map(({ pk, sk }) => ({ remove: { pk, sk } })));
  }
  await deleteSubscription(reader.id);
  return true;
}

/** Removes versions, so that no marker is left. */
export async function removeFiles(Bucket: string, uploaded: readonly Uploaded[]): Promise<void> {
  const s3 = new S3Client(clientOptions());
  for (const { key: Key, version } of uploaded) {
    await s3.send(new DeleteObjectCommand({ Bucket, Key, ...(version !== null && { VersionId: version }) }));
  }
  s3.destroy();
}
