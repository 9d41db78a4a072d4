/** What is stored is checked once more: because a neighbour of it came, changed or went, or because an operator asked. */

import type { RecheckDetail } from '../../shared/event.ts';
import { countMistakes } from '../../shared/mistakes/items.ts';
import { fromStoredResult, toStoredResult } from '../../shared/record.ts';
import type { CheckResult } from '../../shared/result.ts';
import { ComeAgainError } from '../platform/queue.ts';
import { inStep, project } from '../store/lists/projections.ts';
import { getWithDecisions, type Stored, storeRecord } from '../store/records/records.ts';
import { tellOnce } from './announce.ts';
import { cardsIn, checkAmong, readSurroundings } from './neighbours.ts';
import { hasSeen, packSeen } from './seen.ts';
import { noteStored } from './stored.ts';

const MOST_ATTEMPTS = 10;
const AGAIN_AFTER_SECONDS = 3;

interface Recheck {
  /** What was read of this state just now, instead of what is stored of it. */
  reading?: { sequencer: string; alone: CheckResult };
  /** The card that came or went: a check that knows it needs no repetition. */
  card?: RecheckDetail['card'];
  /** A state before this one is left alone: its successor is being taken in. */
  from?: string;
}

/**
 * Checks a stored state among the others as they are now. What comes out as before is not written, and what has the
 * same faults as before is not announced. It shows nothing to others and asks for no other check: so this ends.
 * @returns the state that is stored; `null` where none is (any more)
 * @throws ComeAgainError where others checked it at the same time, again and again: that is over in some seconds
 */
export async function recheckStored(id: string, { reading, card, from = '' }: Recheck = {}): Promise<string | null> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const whole = await getWithDecisions(id);
    const { stored } = whole;
    if (stored === null || (reading && stored.record.sequencer !== reading.sequencer)) return null;
    const { record: before } = stored;
    if (before.sequencer < from) return before.sequencer;
    if (card && knows(stored, card)) {
      // The check that saw the card may have been cut off between its record and its news.
      await tellOnce(before, inStep(whole) ?? (await project(id)));
      return before.sequencer;
    }
    const alone = reading?.alone ?? fromStoredResult(before.result);
    const around = await readSurroundings(before, alone);
    const result = checkAmong(alone, around);
    const seen = around && packSeen(cardsIn(around));
    if (
      isSame(toStoredResult(result), before.result) &&
      isSame(Buffer.from(seen ?? []), Buffer.from(stored.seen ?? []))
    ) {
      await tellOnce(before, inStep(whole) ?? (await project(id)));
      return before.sequencer;
    }
    // Each check of a state has a time of its own, later than the one before: it is known by it.
    const checkedAt = new Date(Math.max(Date.now(), Date.parse(before.checkedAt) + 1)).toISOString();
    const record = { ...before, checkedAt, counts: countMistakes(result), result: toStoredResult(result) };
    // Compare-and-set on `checkedAt`: a concurrent recheck may have used newer neighbours.
    const outcome = await storeRecord(record, { seen, again: { checkedAt: before.checkedAt } });
    if (outcome !== 'stored') continue;
    noteStored(record, await tellOnce(record, await project(id)));
    return record.sequencer;
  }
  const reason = `report ${id} was checked by others ${MOST_ATTEMPTS} times meanwhile`;
  throw new ComeAgainError(reason, AGAIN_AFTER_SECONDS, { isForAWhile: false });
}

/** A card that is there was seen, or one that is gone was not. */
function knows({ seen }: Stored, { mark, gone }: NonNullable<RecheckDetail['card']>): boolean {
  return seen !== null && hasSeen(seen, mark) !== gone;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
