/** What is done for one message: the object is read and its reports are taken in, or its records are removed. */
import { createHash } from 'node:crypto';
import { isLitter } from '../../shared/document/litter.ts';
import type { ContinuationDetail, RecheckDetail } from '../../shared/event.ts';
import { reportId } from '../../shared/record.ts';
import { handOver, requestContinuations } from '../platform/bus.ts';
import { logger } from '../platform/logging.ts';
import { count, METRIC } from '../platform/metrics.ts';
import { ComeAgainError } from '../platform/queue.ts';
import { type Projected, projectedKey, projectedOf } from '../store/lists/projected.ts';
import { TRIMMED } from '../store/records/body.ts';
import {
  idsIn,
  type ManifestItem,
  manifestKey,
  type ObjectName,
  recordIds,
  rememberIds,
} from '../store/records/manifest.ts';
import { getRecord, getRecords, getWithDecisions, rememberRemoval } from '../store/records/records.ts';
import { readStates } from '../store/records/states.ts';
import { batchGet } from '../store/table/batch.ts';
import type { TableItem } from '../store/table/items.ts';
import { current, type Download, download } from './objects.ts';
import { presentState } from './present.ts';
import { recheckStored } from './recheck.ts';
import { notProcessed, openObject, ReadElsewhereError, type ReadReport, type Unread } from './results.ts';
import { isTakenIn, remove, show, takeIn } from './take-in.ts';
import type { ObjectState, Work } from './work.ts';

/** An object of so many reports is taken in by one call, if there is time: they see each other at their first check. */
const MOST_TOGETHER = 50;
/** A check that is not stored yet is, by the time that the call which makes it must have ended. */
const AGAIN_AFTER_SECONDS = 5;

/**
 * @param hasTime whether there is time for another report; those that are left get a message each
 * @throws ComeAgainError where a state that is asked for is just being taken in
 * @throws Error where a service failed: the message comes again
 */
export async function processWork(work: Work, hasTime: () => boolean = () => true): Promise<void> {
  if (work.kind === 'recheck') return recheckWork(work, hasTime);
  const { state } = work;
  if (isLitter(state.key)) return logger.info('no report: left by a program', { key: state.key });
  if (work.kind === 'deleted') return work.isVersion ? removeVersion(state, hasTime) : removeObject(state);
  const { entry, reread = false } = work;
  if (entry) await orHandOver({ ...state, reread, entry }, () => readEntry(state, entry.id, { reread }));
  else await readObject(state, { reread, hasTime });
}

async function recheckWork(work: Work & { kind: 'recheck' }, hasTime: () => boolean): Promise<void> {
  const { id, reread = false } = work;
  if (id !== undefined && !reread) return recheckOne({ ...work, id });
  const stored = reread ? [] : [...(await getRecords(await recordIds(work))).values()];
  const [first] = stored;
  // Of what the store has not whole, the file tells the rest.
  const isTrimmed = stored.some(({ result }) => result.findings.some(({ rule }) => rule === TRIMMED));
  if (first === undefined) await readPresent(work, { reread, hasTime });
  else if (isTrimmed) await readObject(first, { hasTime });
  else for (const report of stored) await recheckStored(report.id);
}

/**
 * What is there now is taken in, and what is there no more removed: events of it may have got lost.
 * @returns whether that is done; `false` where the file was handed over to the function that reads pictures
 */
export async function readPresent(object: ObjectName, how: Reread): Promise<boolean> {
  const { state, isThere, live } = await presentState(object);
  if (isThere) return readObject(state, how);
  for (const id of live) await remove(id, state);
  return true;
}

/** A report asked for this one when it saw its card: the check of that state has to know the report that asked. */
async function recheckOne({ id, sequencer = '', card }: RecheckDetail & { id: string }): Promise<void> {
  const checked = await recheckStored(id, { from: sequencer, ...(card && { card }) });
  const state = checked ?? (await getWithDecisions(id)).latest;
  if (state !== null && state >= sequencer) return;
  throw new ComeAgainError(`report ${id} is being taken in`, AGAIN_AFTER_SECONDS, { isForAWhile: true });
}

/**
 * At the last try of a message about an object's state: nothing of it is read any more, and its record says so. Reports
 * that earlier tries took in (of a ZIP) stay.
 */
export async function giveUp(work: Work): Promise<void> {
  if (work.kind !== 'created') return;
  const object = await current(work.state);
  if (object === null) return;
  const reading = notProcessed(work.state, object.size, work.entry);
  const [{ projected }, shown] = await Promise.all([whatIsKnown(work.state, [reading.id]), show(work.state, reading)]);
  await takeInBatch(work.state, [shown], projected);
  logger.error('given up', { report: reading.id });
}

interface Reread {
  /** Also what was taken in of this state already, perhaps by a better reader. */
  reread?: boolean;
  hasTime: () => boolean;
}

function readObject(state: ObjectState, how: Reread): Promise<boolean> {
  return orHandOver({ ...state, reread: how.reread ?? false }, () => readWhole(state, how));
}

/** What is not read here is read by a copy of this function that can, from the start: a ZIP with all its entries. */
async function orHandOver(detail: ContinuationDetail, read: () => Promise<void>): Promise<boolean> {
  try {
    await read();
    return true;
  } catch (error) {
    if (!(error instanceof ReadElsewhereError)) throw error;
    await handOver(detail);
    logger.info('handed over: pictures', { key: detail.key });
    return false;
  }
}

async function readWhole(state: ObjectState, { reread = false, hasTime }: Reread): Promise<void> {
  const { bucket, key, sequencer } = state;
  const object = await downloadOrNote(state);
  if (object === null) return;
  const reports = await openObject(bucket, key, object);
  const ids = reports.map(({ id }) => id);
  const only = reports.length === 1 ? await reports[0]?.read() : undefined;
  const [known, shown] = await Promise.all([whatIsKnown({ bucket, key }, ids), only && show(state, only)]);
  if (known.isComplete(sequencer, ids) && !reread) return;
  // First all that may exist, then what does: a crash in between forgets none.
  const content = { ids, sha256: 'bytes' in object ? createHash('sha256').update(object.bytes).digest('hex') : '' };
  await rememberIds({ bucket, key }, [...new Set([...known.ids, ...ids])], { sequencer, content });
  for (const id of known.ids) if (!ids.includes(id)) await remove(id, state);
  const left = reread ? reports : reports.filter(({ id }) => !isTakenIn(known.projected(id), state));
  // What is read again by hand is waited for, perhaps where no function takes messages.
  const isHere = reread || left.length <= MOST_TOGETHER;
  let done = 0;
  while (done < left.length && (shown || (isHere && hasTime()))) {
    const some = shown ? [shown] : await showSome(state, left.slice(done, done + MOST_TOGETHER), hasTime);
    await takeInBatch(state, some, known.projected, reread);
    done += some.length;
  }
  const others = left.slice(done);
  await requestContinuations(others.map(({ id, name }) => ({ ...state, reread, entry: { id, name } })));
  if (others.length > 0) logger.info('reports get a message each', { key, reports: others.length });
  await rememberIds({ bucket, key }, ids, { sequencer, content });
}

/** Those for which there is time are read, and shown together. */
async function showSome(state: ObjectState, reports: readonly Unread[], hasTime: () => boolean) {
  const readings: ReadReport[] = [];
  for (const report of reports) if (hasTime()) readings.push(await report.read());
  return Promise.all(readings.map((reading) => show(state, reading)));
}

/** One report of an object that holds many. */
async function readEntry(state: ObjectState, id: string, { reread = false }: { reread?: boolean | undefined }) {
  const { bucket, key } = state;
  const { projected } = await whatIsKnown({ bucket, key }, [id]);
  if (isTakenIn(projected(id), state) && !reread) return;
  const object = await downloadOrNote(state);
  if (object === null) return;
  const wanted = (await openObject(bucket, key, object)).find((report) => report.id === id);
  if (wanted === undefined) throw new Error(`version ${state.version} of ${key} has no entry ${id}`);
  const shown = await show(state, await wanted.read());
  await takeInBatch(state, [shown], projected, reread);
}

async function downloadOrNote(state: ObjectState): Promise<Download | null> {
  const object = await download(state);
  if (object !== null) return object;
  // Its removal has an event of its own.
  logger.info('the object is gone', { key: state.key });
  count(METRIC.gone);
  return null;
}

async function takeInBatch(
  state: ObjectState,
  readings: readonly ReadReport[],
  projected: (id: string) => Projected | null,
  reread = false,
): Promise<void> {
  // What came with it sees it by itself.
  const asked = new Set(readings.map(({ id }) => id));
  for (const reading of readings) await takeIn(state, reading, { earlier: projected(reading.id), reread, asked });
}

/** The records that the object may have had so far, and what stands in lists and statistics for these: one request. */
async function whatIsKnown(object: { bucket: string; key: string }, ids: readonly string[]) {
  const keys = [manifestKey(object), ...ids.map(projectedKey)];
  const items = await batchGet<TableItem & { pk: string; sk: string }>(keys);
  const byPlace = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
  const found = (key: { pk: string; sk: string }) => byPlace.get(`${key.pk} ${key.sk}`) ?? null;
  const manifest = found(manifestKey(object)) as ManifestItem | null;
  return {
    ids: idsIn(object, manifest),
    /** All entries of a ZIP were taken in, and those that it has no more removed. */
    isComplete: (sequencer: string, entries: readonly string[]) =>
      manifest?.sequencer === sequencer && JSON.stringify(manifest.ids) === JSON.stringify(entries),
    projected: (id: string) => projectedOf(found(projectedKey(id))),
  };
}

/** What stands under the key again by now has an event of its own: the removal is history then. */
async function removeObject(state: ObjectState): Promise<void> {
  const isThere = (await current({ ...state, version: null })) !== null;
  for (const id of await recordIds(state)) {
    if (isThere) await rememberRemoval({ id, ...state });
    else await remove(id, state);
  }
}

/** The object's present state decides: a former one may be there again, without an event of its own. */
async function removeVersion(state: ObjectState, hasTime: () => boolean): Promise<void> {
  const { bucket, key } = state;
  const now = await current({ bucket, key, version: null });
  if (now === null) {
    const known = await readStates(await recordIds(state));
    // A former version of what was removed before is no removal; this one cut off is gone on with.
    const left = known.filter(({ removed, sequencer }) => !removed || sequencer === state.sequencer);
    for (const { id } of left) await remove(id, state);
    return;
  }
  const record = await getRecord(reportId(bucket, key));
  if (record?.version === now.version) return;
  await readObject({ ...state, version: now.version }, { hasTime });
}
