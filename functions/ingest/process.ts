/** What is done for one message: the object is read, checked and kept, or its records are removed. */
import { type ReportRecord, reportId } from '../../shared/record.ts';
import { requestRecheck } from '../lib/bus.ts';
import { logger } from '../lib/logging.ts';
import { recordIds, rememberIds } from '../lib/manifest.ts';
import { count, METRIC } from '../lib/metrics.ts';
import { getRecord } from '../lib/records.ts';
import { affectedBy } from './neighbours.ts';
import { current, download } from './objects.ts';
import { readRecords } from './results.ts';
import { drop, keep } from './store.ts';
import { EARLIEST, type ObjectState, type Work } from './work.ts';

/** @throws Error where a service failed: the message comes again */
export async function processWork(work: Work): Promise<void> {
  if (work.kind === 'created') return checkObject(work.state, false);
  if (work.kind === 'deleted') return removeObject(work.state);
  const stored = (await Promise.all((await recordIds(work)).map(getRecord))).find((record) => record !== null);
  return stored === undefined ? checkObject(unknownState(work), false) : checkObject(stored, true);
}

/** A state of which no event is known: any event that comes is later. */
function unknownState({ bucket, key }: { bucket: string; key: string }): ObjectState {
  return { bucket, key, version: null, sequencer: EARLIEST, receivedAt: new Date().toISOString() };
}

async function checkObject(state: ObjectState, again: boolean): Promise<void> {
  const { bucket, key, sequencer } = state;
  const object = await download(state);
  if (object === null) {
    // Its removal has an event of its own.
    logger.info('the object is gone', { key });
    count(METRIC.gone);
    return;
  }
  const records = await readRecords(state, object);
  const ids = records.map(({ id }) => id);
  const known = await recordIds(state);
  // First all that may exist, then what does: a crash in between forgets none.
  await rememberIds({ bucket, key }, [...new Set([...known, ...ids])], sequencer);
  const changed: ReportRecord[] = [];
  for (const record of records) if (await keep(record, again)) changed.push(record);
  for (const id of known) if (!ids.includes(id)) changed.push(...(await drop(id, state)));
  if (known.length > 1) await rememberIds({ bucket, key }, ids, sequencer);
  // What is only looked at again moves nobody else: so this ends.
  if (!again) await requestRechecks(changed);
}

/** Each object once, however many of its reports are affected by however many changes. */
async function requestRechecks(changed: readonly ReportRecord[]): Promise<void> {
  const affected = (await Promise.all(changed.map(affectedBy))).flat();
  const objects = new Map(affected.map(({ bucket, key }) => [JSON.stringify([bucket, key]), { bucket, key }]));
  for (const object of objects.values()) await requestRecheck(object);
}

/** The object's present state decides: what was removed may be an old version only, or there again. */
async function removeObject(state: ObjectState): Promise<void> {
  const { bucket, key } = state;
  const now = await current({ bucket, key, version: null });
  if (now === null) {
    const removed: ReportRecord[] = [];
    for (const id of await recordIds(state)) removed.push(...(await drop(id, state)));
    return requestRechecks(removed);
  }
  const record = await getRecord(reportId(bucket, key));
  if (now.version === null || record?.version !== now.version) {
    await checkObject({ ...state, version: now.version }, false);
  }
}
