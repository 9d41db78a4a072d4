/** What follows after a check is stored: lists and statistics, the bus, the log. May be repeated after a crash. */
import type { ReportRecord } from '../../shared/record.ts';
import { logger } from '../platform/logging.ts';
import { count, KIND, METRIC, REASON, RULE } from '../platform/metrics.ts';
import { project } from '../store/lists/projections.ts';
import { announce } from './announce.ts';

/**
 * @param announced the bus knows these faults already
 * @param unchanged the same faults as at the check before
 */
export async function afterStore(
  record: ReportRecord,
  { announced, unchanged }: { announced: boolean; unchanged: boolean },
): Promise<void> {
  await project(record.id);
  if (!announced) await announce(record);
  const { status, findings, source } = record.result;
  logger.info('stored', { report: record.id, status, counts: record.counts, unchanged });
  if (unchanged) return;
  count(METRIC[status]);
  if (status === 'unreadable') {
    count(METRIC.rejected, { [REASON]: findings[0]?.rule ?? 'unknown', [KIND]: source.mediaType });
    return;
  }
  const faulty = new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
  for (const rule of faulty) count(METRIC.faulty, { [RULE]: rule });
}
