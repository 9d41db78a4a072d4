/** One record kept, projected and announced; or removed. Each may be repeated after a crash at any step. */
import type { ReportRecord } from '../../shared/record.ts';
import { logger } from '../lib/logging.ts';
import { count, METRIC } from '../lib/metrics.ts';
import { projectRecord } from '../lib/projections.ts';
import { getStored, putRecord, removeRecord } from '../lib/records.ts';
import { announce } from './announce.ts';
import type { ObjectState } from './work.ts';

/**
 * @param again the stored state was checked once more: replaced, and announced only where the faults are others
 * @returns whether reports that are compared with this one have to be checked again
 */
export async function keep(record: ReportRecord, again: boolean): Promise<boolean> {
  const before = await getStored(record.id);
  const unchanged = again && before !== null && faults(before.record) === faults(record);
  const outcome = await putRecord(record, again ? { announced: unchanged && before.announced } : undefined);
  const stored =
    outcome === 'stored' ? { record, announced: unchanged && before.announced } : await getStored(record.id);
  if (outcome === 'stale' || stored === null) {
    skip(record.id);
    return false;
  }

  await projectRecord(before?.record ?? null, stored.record);
  if (!stored.announced) await announce(stored.record);
  const { status, findings } = record.result;
  logger.info('stored', { report: record.id, status, counts: record.counts, outcome, again });
  if (outcome === 'stored' && !unchanged) {
    count(METRIC[status]);
    if (status === 'unreadable') count(METRIC.rejected, findings[0]?.rule);
  }
  // The same state again may be a repetition after a crash, before the others were asked for.
  return outcome === 'same' || before?.record.result.source.sha256 !== record.result.source.sha256;
}

/**
 * Removes the record of an object (or of an entry of a ZIP) that is there no more.
 * @returns what was removed
 */
export async function drop(
  id: string,
  { bucket, key, version, sequencer, receivedAt }: ObjectState,
): Promise<ReportRecord[]> {
  const { outcome, before } = await removeRecord({ id, bucket, key, version, sequencer, receivedAt });
  if (outcome === 'stale') skip(id);
  if (outcome === 'stale' || before === null) return [];
  await projectRecord(before, null);
  logger.info('removed', { report: id, outcome });
  if (outcome === 'stored') count(METRIC.removed);
  return [before];
}

function skip(report: string): void {
  logger.info('a later state is stored', { report });
  count(METRIC.stale);
}

function faults({ result }: ReportRecord): string {
  return JSON.stringify([result.status, result.findings.map(({ fingerprint }) => fingerprint).sort()]);
}
