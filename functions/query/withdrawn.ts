/** Which reports can be replaced or withdrawn, and the answer for those that were. */
import { PROBLEMS } from '../../shared/output/words/problems.ts';
import type { ReportRecord } from '../../shared/record.ts';
import { getRecord, listVersions } from '../store/records/records.ts';
import { readWithdrawal } from '../store/records/withdrawals.ts';
import { noReport } from './no-report.ts';
import { ProblemError } from './problem.ts';

/** @throws ProblemError 404; 410 where it was withdrawn */
export async function standingRecord(id: string): Promise<ReportRecord> {
  const record = await getRecord(id);
  await refuseWithdrawn(id, record);
  if (record === null) throw noReport();
  return record;
}

/**
 * The same, and also one whose withdrawal was begun: as long as its record stands that may be asked for again.
 * @throws ProblemError 404; 410 where its withdrawal is done
 */
export async function withdrawableRecord(id: string): Promise<ReportRecord> {
  return (await getRecord(id)) ?? standingRecord(id);
}

/**
 * Why a report is gone, with its history: withdrawn with a reason, or its object was removed in the bucket.
 * @throws ProblemError 410 where it was there once and no later state of it is
 */
export async function refuseWithdrawn(id: string, record: ReportRecord | null): Promise<void> {
  const withdrawal = await readWithdrawal(id);
  const isWithdrawn = withdrawal !== null && !(record !== null && record.sequencer > withdrawal.sequencer);
  if (record !== null && !isWithdrawn) return;
  const versions = await listVersions(id);
  if (isWithdrawn) {
    const { reason, by, at } = withdrawal;
    throw new ProblemError('gone', PROBLEMS.withdrawn(dayOf(at), by, reason), { versions });
  }
  const [latest] = versions;
  if (latest === undefined || latest.status !== null) return;
  throw new ProblemError('gone', PROBLEMS.fileRemoved(dayOf(latest.receivedAt)), { versions });
}

const dayOf = (at: string) => new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
