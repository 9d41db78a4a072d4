/** What is stored is checked once more: because a neighbour of it came, changed or went, or because somebody asked. */
import type { Severity } from '../../shared/domain/severity.ts';
import { fromStoredResult, type ReportRecord, toStoredResult } from '../../shared/record.ts';
import type { CheckResult } from '../../shared/result.ts';

import { getStored, putRecord } from '../store/records/records.ts';
import { afterStore } from './after-store.ts';
import { checkAmong, readSurroundings } from './neighbours.ts';

const MOST_ATTEMPTS = 10;

/**
 * Checks a stored state among the others as they are now, and announces it only where its faults are others than
 * before. It shows nothing to others and asks for no other check: so this ends.
 * @param reading what was read of this state just now, instead of what is stored of it
 * @returns `false` where the state is not stored (any more)
 * @throws Error where others checked it at the same time, again and again: the message comes again
 */
export async function recheckStored(id: string, reading?: { sequencer: string; alone: CheckResult }): Promise<boolean> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const before = await getStored(id);
    if (before === null || (reading && before.record.sequencer !== reading.sequencer)) return false;
    const alone = reading?.alone ?? fromStoredResult(before.record.result);
    const result = checkAmong(alone, await readSurroundings(before.record, alone));
    // Each check of a state has a time of its own, later than the one before: it is known by it.
    const checkedAt = new Date(Math.max(Date.now(), Date.parse(before.record.checkedAt) + 1)).toISOString();
    const record = { ...before.record, checkedAt, counts: countsOf(result), result: toStoredResult(result) };
    const unchanged = faults(before.record) === faults(record);
    const announced = unchanged && before.announced;
    // In the place of the check that was seen and of no other, which may have seen later neighbours than this one.
    const outcome = await putRecord(record, { announced, seen: before.record.checkedAt });
    if (outcome !== 'stored') continue;
    await afterStore(record, { announced, unchanged });
    return true;
  }
  throw new Error(`report ${id} was checked by others ${MOST_ATTEMPTS} times meanwhile`);
}

export function countsOf({ findings }: CheckResult): Record<Severity, number> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function faults({ result }: ReportRecord): string {
  return JSON.stringify([result.status, result.findings.map(({ fingerprint }) => fingerprint).sort()]);
}
