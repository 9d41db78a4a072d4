/** What is done for one message: the object is read, checked and kept, or its records are removed. */

import { createHash } from 'node:crypto';
import { reportId } from '../../shared/record.ts';
import { logger } from '../platform/logging.ts';
import { count, METRIC } from '../platform/metrics.ts';
import { recordIds, rememberIds } from '../store/records/manifest.ts';
import { getRecord } from '../store/records/records.ts';
import { TRIMMED } from '../store/table/packing.ts';
import { current, download } from './objects.ts';
import { recheckStored } from './recheck.ts';
import { readReports } from './results.ts';
import { drop, introduce, keep } from './store.ts';
import { EARLIEST, type ObjectState, type Work } from './work.ts';

/** @throws Error where a service failed: the message comes again */
export async function processWork(work: Work): Promise<void> {
  if (work.kind === 'created') return readObject(work.state, false);
  if (work.kind === 'deleted') return removeObject(work.state);
  const { reread = false } = work;
  const stored = (await Promise.all((await recordIds(work)).map(getRecord))).filter((record) => record !== null);
  const [first] = stored;
  if (first === undefined) return readObject(unknownState(work), false);
  // Of what the store has not whole, the file tells the rest.
  const isTrimmed = stored.some(({ result }) => result.findings.some(({ rule }) => rule === TRIMMED));
  if (reread || isTrimmed) return readObject(first, reread);
  for (const { id } of stored) await recheckStored(id);
}

/** A state of which no event is known: any event that comes is later. */
function unknownState({ bucket, key }: { bucket: string; key: string }): ObjectState {
  return { bucket, key, version: null, sequencer: EARLIEST, receivedAt: new Date().toISOString() };
}

async function readObject(state: ObjectState, reread: boolean): Promise<void> {
  const { bucket, key, sequencer } = state;
  const object = await download(state);
  if (object === null) {
    // Its removal has an event of its own.
    logger.info('the object is gone', { key });
    count(METRIC.gone);
    return;
  }
  const readings = await readReports(bucket, key, object);
  const ids = readings.map(({ id }) => id);
  const known = await recordIds(state);
  // First all that may exist, then what does: a crash in between forgets none.
  const content = { ids, sha256: 'bytes' in object ? createHash('sha256').update(object.bytes).digest('hex') : '' };
  await rememberIds({ bucket, key }, [...new Set([...known, ...ids])], { sequencer, content });
  // All reports of one file see each other at their first check, and none that it has no more.
  for (const reading of readings) await introduce(state, reading);
  for (const id of known) if (!ids.includes(id)) await drop(id, state);
  const asked = new Set([key]);
  for (const reading of readings) await keep(state, reading, reread, asked);
  if (known.length > 1) await rememberIds({ bucket, key }, ids, { sequencer, content });
}

/** The object's present state decides: what was removed may be an old version only, or there again. */
async function removeObject(state: ObjectState): Promise<void> {
  const { bucket, key } = state;
  const now = await current({ bucket, key, version: null });
  if (now === null) {
    for (const id of await recordIds(state)) await drop(id, state);
    return;
  }
  const record = await getRecord(reportId(bucket, key));
  if (now.version === null || record?.version !== now.version) {
    await readObject({ ...state, version: now.version }, false);
  }
}
