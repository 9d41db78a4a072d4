/**
 * One report shown to others, checked among them and stored; or removed. Each may be repeated after a crash at any
 * step, and the order of the steps is what makes that right: docs/architecture.md, "Neighbours".
 */
import { fromStoredResult, toStoredResult } from '../../shared/record.ts';
import type { CheckResult } from '../../shared/result.ts';
import { requestRecheck } from '../platform/bus.ts';
import { logger } from '../platform/logging.ts';
import { count, METRIC } from '../platform/metrics.ts';
import { project } from '../store/lists/projections.ts';
import { isSamePlace, publishCard, unpublishCard } from '../store/neighbours/neighbours.ts';
import { getRecord, putRecord, removeRecord } from '../store/records/records.ts';
import { afterStore } from './after-store.ts';
import { cardOf, type Owner } from './card.ts';
import { affectedBy, checkAmong, hasChanged, readSurroundings, type Surroundings } from './neighbours.ts';
import { countsOf, recheckStored } from './recheck.ts';
import type { Reading } from './results.ts';
import type { ObjectState } from './work.ts';

/** Objects that were asked to be checked again since all that was read was introduced: once is enough. */
type Asked = Set<string>;

/** Shows others what was read, instead of what the state before showed. */
export async function introduce(state: ObjectState, { id, alone }: Reading): Promise<void> {
  const before = await getRecord(id);
  if (before !== null && before.sequencer > state.sequencer) return;
  const earlier = before && cardOf(before, fromStoredResult(before.result));
  const now = cardOf({ id, ...state }, alone);
  if (earlier && !(now && isSamePlace(earlier.shown, now.shown))) await unpublishCard(earlier.shown, state.sequencer);
  if (now) await publishCard(now.shown, now.digest);
}

/**
 * Checks what was read and introduced, stores and announces it; takes it back where a later state is stored.
 * @param reread the stored state was read once more, perhaps by a better reader
 */
export async function keep(state: ObjectState, reading: Reading, reread: boolean, asked: Asked): Promise<void> {
  const { id, alone } = reading;
  if (await isKept(state, reading, reread, asked)) return;
  await withdraw({ id, ...state }, alone, state.sequencer);
  skip(id);
}

/** @returns `false` where a later state is stored */
async function isKept(state: ObjectState, { id, alone }: Reading, reread: boolean, asked: Asked): Promise<boolean> {
  const { bucket, key, version, sequencer, receivedAt } = state;
  const before = await getRecord(id);
  if (before !== null && before.sequencer > sequencer) return false;
  const around = await readSurroundings({ id, ...state }, alone);
  // Before the record is stored: as long as it is not, a repetition asks again.
  if (reread || before?.result.source.sha256 !== alone.source.sha256) {
    if (before) await askOthers(await readSurroundings(before, fromStoredResult(before.result)), asked);
    await askOthers(around, asked);
  }
  if (before?.sequencer === sequencer) return recheckStored(id, { sequencer, alone });

  const result = checkAmong(alone, around);
  const checkedAt = new Date().toISOString();
  const about = { id, bucket, key, version, sequencer, receivedAt, checkedAt, counts: countsOf(result) };
  const record = { ...about, result: toStoredResult(result) };
  const outcome = await putRecord(record);
  if (outcome === 'same') return recheckStored(id, { sequencer, alone });
  if (outcome === 'stale') return false;
  // Whoever came meanwhile may have asked for this report before it was there.
  if (around && (await hasChanged(around))) await requestRecheck({ bucket, key });
  await afterStore(record, { announced: false, unchanged: false });
  return true;
}

/** Removes the record of an object (or of an entry of a ZIP) that is there no more. */
export async function drop(id: string, state: ObjectState): Promise<void> {
  const { bucket, key, version, sequencer, receivedAt } = state;
  const { outcome, before } = await removeRecord({ id, bucket, key, version, sequencer, receivedAt });
  if (outcome === 'stale') return skip(id);
  if (before === null) return;
  await withdraw(before, fromStoredResult(before.result), sequencer);
  await project(id);
  logger.info('removed', { report: id, outcome });
  if (outcome === 'stored') count(METRIC.removed);
}

/** Takes back what the report showed up to this state, and then asks those around it, who may have seen it. */
async function withdraw(owner: Owner, result: CheckResult, sequencer: string): Promise<void> {
  const seen = cardOf(owner, result);
  if (seen) await unpublishCard(seen.shown, sequencer);
  await askOthers(await readSurroundings(owner, result), new Set([owner.key]));
}

/** Asks for those whose findings may change to be checked again. */
async function askOthers(around: Surroundings | null, asked: Asked): Promise<void> {
  for (const { bucket, key } of around ? await affectedBy(around) : []) {
    if (asked.has(key)) continue;
    asked.add(key);
    await requestRecheck({ bucket, key });
  }
}

function skip(report: string): void {
  logger.info('a later state is stored', { report });
  count(METRIC.stale);
}
