/**
 * One report, from the file to all that follows from it: docs/architecture.md, "Neighbours". Each step may be repeated
 * after a crash, and the order of the steps is what makes that right.
 */
import { countMistakes } from '../../shared/mistakes/items.ts';
import { fromStoredResult, type ReportRecord, toStoredResult } from '../../shared/record.ts';
import { logger } from '../platform/logging.ts';
import { count, METRIC } from '../platform/metrics.ts';
import type { Projected } from '../store/lists/projected.ts';
import { apply, claim, complete, inStep, project, projectLater, touchedItems } from '../store/lists/projections.ts';
import { publishCard, unpublishCard } from '../store/neighbours/neighbours.ts';
import { getWithDecisions, rememberVersion, removeRecord, storeRecord } from '../store/records/records.ts';
import { announce, announcementOf, isAnnounced, tellOnce } from './announce.ts';
import { type Asked, askOthers } from './ask.ts';
import { cardOf, type Owner } from './card.ts';
import { cardsIn, checkAmong, readSurroundings } from './neighbours.ts';
import { isUnplaced, placed } from './placed.ts';
import { recheckStored } from './recheck.ts';
import type { ReadReport } from './results.ts';
import { packSeen } from './seen.ts';
import { noteStored } from './stored.ts';
import type { ObjectState } from './work.ts';

/**
 * Step 1: shows to others what was read. A state that is older than what is shown changes nothing. Few agencies were given
 * a region: what was read is shown while that is looked up, and shown once more where there is one.
 * @returns what was read, in its region
 */
export async function show(state: ObjectState, reading: ReadReport): Promise<ReadReport> {
  const owner = { id: reading.id, ...state };
  const card = cardOf(owner, reading.alone);
  const tentative = isUnplaced(reading.alone);
  const [alone, stands] = await Promise.all([
    placed(reading.alone),
    card === null || publishCard(card.shown, card.digest, { tentative }),
  ]);
  if (!tentative || (alone === reading.alone && stands)) return reading;
  const there = cardOf(owner, alone);
  if (there) await publishCard(there.shown, there.digest);
  if (card) await unpublishCard(card.shown, state.sequencer, there?.shown);
  return { ...reading, alone };
}

/**
 * Steps 2 to 7 for a report that was shown.
 * @param reread the stored state was read once more, perhaps by a better reader
 */
export async function takeIn(
  state: ObjectState,
  reading: ReadReport,
  { earlier, reread, asked }: { earlier: Projected | null; reread: boolean; asked: Asked },
): Promise<void> {
  const { id, alone } = reading;
  const { bucket, key, version, sequencer, receivedAt } = state;

  // 2. Look around, at what was stored before as well.
  const [whole, around] = await Promise.all([getWithDecisions(id), readSurroundings({ id, ...state }, alone)]);
  const { stored, decisions, latest } = whole;
  if (latest !== null && latest > sequencer) return takeBack({ id, ...state }, reading, sequencer);
  const before = stored?.record ?? null;

  // 3. Ask those whose findings may change: as long as the record is not stored, a repetition asks again.
  if (reread || before?.result.source.sha256 !== alone.source.sha256) {
    await askOthers(around, asked, { gone: false });
    if (before) await takeBackCard(before, { id, ...state }, reading, asked);
  }
  if (before?.sequencer === sequencer) {
    if (reread) await recheckStored(id, { reading: { sequencer, alone } });
    else await tellOnce(before, inStep(whole) ?? (await projectLater(id)));
    return;
  }

  // 4. Check among the others.
  const result = checkAmong(alone, around);
  const checkedAt = new Date().toISOString();
  const about = { id, bucket, key, version, sequencer, receivedAt, checkedAt, counts: countMistakes(result) };
  const record: ReportRecord = { ...about, result: toStoredResult(result) };

  // 5. Store (what stood there goes into the history first), and take the next revision of lists and statistics.
  const seen = around && packSeen(cardsIn(around));
  // A version that was there again, when one behind it was removed, is no other state.
  const isAgain = version !== null && before?.version === version;
  if (before && !isAgain) await rememberVersion(before);
  const [outcome, claimed] = await Promise.all([storeRecord(record, { seen }), claim(id, earlier, record, decisions)]);
  if (outcome === 'stale') {
    await project(id);
    return takeBack({ id, ...state }, reading, sequencer);
  }

  // 6. Lists, statistics, history, the bus; then say that it is done.
  if (outcome === 'stored' && claimed !== null) {
    await Promise.all([apply(id, claimed, touchedItems(claimed)), announce(record)]);
    if ((await complete(id, claimed, announcementOf(record))) !== null) return noteStored(record, true);
    return noteStored(record, await tellOnce(record, await projectLater(id, claimed)));
  }
  // Another worker stored the same state, or took a revision meanwhile: what is stored now decides.
  if (outcome === 'same') {
    await recheckStored(id, { reading: { sequencer, alone } });
    return;
  }
  noteStored(record, await tellOnce(record, await projectLater(id)));
}

/** What the state before showed elsewhere is shown no more, and those around it are asked. */
async function takeBackCard(before: ReportRecord, owner: Owner, { alone }: ReadReport, asked: Asked): Promise<void> {
  const result = fromStoredResult(before.result);
  const [earlier, now] = [cardOf(before, result), cardOf(owner, alone)];
  if (earlier) await unpublishCard(earlier.shown, owner.sequencer, now?.shown);
  await askOthers(await readSurroundings(before, result), asked, { gone: true });
}

/** A later state is stored: takes back what the report showed up to this one, and asks those who may have seen it. */
async function takeBack(owner: Owner, { alone }: ReadReport, sequencer: string): Promise<void> {
  const seen = cardOf(owner, alone);
  if (seen) await unpublishCard(seen.shown, sequencer);
  await askOthers(await readSurroundings(owner, alone), new Set(), { gone: true });
  logger.info('a later state is stored', { report: owner.id });
  count(METRIC.stale);
}

/** Removes the record of an object (or of an entry of a ZIP) that is there no more. */
export async function remove(id: string, state: ObjectState): Promise<void> {
  const { bucket, key, version, sequencer, receivedAt } = state;
  const { outcome, before } = await removeRecord({ id, bucket, key, version, sequencer, receivedAt });
  if (outcome === 'stale') {
    logger.info('a later state is stored', { report: id });
    return count(METRIC.stale);
  }
  if (before === null) return;
  const result = fromStoredResult(before.result);
  const shown = cardOf(before, result);
  if (shown) await unpublishCard(shown.shown, sequencer);
  await askOthers(await readSurroundings(before, result), new Set(), { gone: true });
  await projectLater(id);
  logger.info('removed', { report: id, outcome });
  if (outcome === 'stored') count(METRIC.removed);
}

/** Whether an earlier try has taken in this state of a report to the end. */
export function isTakenIn(earlier: Projected | null, { sequencer }: Pick<ObjectState, 'sequencer'>): boolean {
  return earlier?.settled === true && isAnnounced(earlier, sequencer);
}
