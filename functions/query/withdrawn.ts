/** Which reports can be replaced or withdrawn, and the answer for those that were. */
import type { ReportRecord } from '../../shared/record.ts';
import { getRecord } from '../store/records/records.ts';
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

/** Why a report is gone, where it was withdrawn and no later state of it is there. @throws ProblemError 410 */
export async function refuseWithdrawn(id: string, record: ReportRecord | null): Promise<void> {
  const withdrawal = await readWithdrawal(id);
  if (withdrawal === null || (record !== null && record.sequencer > withdrawal.sequencer)) return;
  const { reason, by, at } = withdrawal;
  const day = new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  throw new ProblemError('gone', {
    zh: `该报告已于${day}由${by}撤回。理由：${reason}`,
    en: `Withdrawn on ${day} by ${by}: ${reason}`,
  });
}
