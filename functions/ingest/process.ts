/** What is done for one message: the object is read, checked and kept, or its records are removed. */
import { check, unreadable } from '../../shared/check.ts';
import { MEDIA_TYPES } from '../../shared/document/types.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { type ReportRecord, reportId, toStoredResult } from '../../shared/record.ts';
import type { CheckResult } from '../../shared/result.ts';
import { logger } from '../lib/logging.ts';
import { recordIds, rememberIds } from '../lib/manifest.ts';
import { count, METRIC } from '../lib/metrics.ts';
import { getRecord } from '../lib/records.ts';
import { current, download } from './objects.ts';
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
  const results =
    'tooLarge' in object ? [tooLarge(key, object.tooLarge)] : await check({ name: key, bytes: object.bytes });
  const records = toRecords(state, results);
  const ids = records.map(({ id }) => id);
  const known = await recordIds(state);
  // First all that may exist, then what does: a crash in between forgets none.
  await rememberIds({ bucket, key }, [...new Set([...known, ...ids])], sequencer);
  for (const record of records) await keep(record, again);
  for (const id of known) if (!ids.includes(id)) await drop(id, state);
  if (known.length > 1) await rememberIds({ bucket, key }, ids, sequencer);
}

/** Not downloaded, so that its content and its hash are not known. */
function tooLarge(name: string, bytes: number): CheckResult {
  const source = { name, bytes, sha256: '', mediaType: MEDIA_TYPES.unknown, encoding: null };
  return unreadable(source, new UnreadableError('FILE.TOO-LARGE', `${bytes} bytes`));
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
    await checkObject({ ...state, version: now.version }, false);
  }
}

function toRecords(state: ObjectState, results: readonly CheckResult[]): ReportRecord[] {
  const { bucket, key, version, sequencer, receivedAt } = state;
  const checkedAt = new Date().toISOString();
  const seen = new Map<string, number>();
  return results.map((result) => {
    const path = result.source.name.startsWith(`${key}!/`) ? result.source.name.slice(key.length + 2) : undefined;
    // A ZIP may hold two entries of one name; neither may take the other's place.
    const copies = (seen.get(path ?? '') ?? 0) + 1;
    seen.set(path ?? '', copies);
    const id = reportId(bucket, key, copies === 1 ? path : `${path}#${copies}`);
    const counts = { error: 0, warning: 0, notice: 0 };
    for (const { severity } of result.findings) counts[severity] += 1;
    const rest = { version, sequencer, receivedAt, checkedAt, counts, result: toStoredResult(result) };
    return { id, bucket, key, ...rest };
  });
}
