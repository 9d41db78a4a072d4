/** Which reports can be replaced or withdrawn, and the answer for those that were. */
import { type ReportRecord, reportId } from '../../shared/record.ts';
import { getRecord } from '../store/records/records.ts';
import { readWithdrawal } from '../store/records/withdrawals.ts';
import { noReport } from './no-report.ts';
import { ProblemError } from './problem.ts';

/** @throws ProblemError 404; 409 for an entry of a ZIP, whose object holds other reports as well */
export async function wholeObject(id: string): Promise<ReportRecord> {
  const record = await getRecord(id);
  await refuseWithdrawn(id, record);
  if (record === null) throw noReport();
  if (record.id === reportId(record.bucket, record.key)) return record;
  throw new ProblemError('conflict', {
    zh: `该报告是压缩包 ${record.key} 中的一份。请将更正后的文件在首页单独上传，再选择“替换”；压缩包中的其他报告不受影响。`,
    en: `This report is an entry of ${record.key}. Upload the corrected file by itself and choose “replace”.`,
  });
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
