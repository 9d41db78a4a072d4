/** What follows after a check is stored: lists and statistics, the bus, the log. May be repeated after a crash. */
import type { ReportRecord } from '../../shared/record.ts';
import { logger } from '../platform/logging.ts';
import { count, METRIC } from '../platform/metrics.ts';
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
  const { status, findings } = record.result;
  logger.info('stored', { report: record.id, status, counts: record.counts, unchanged });
  if (unchanged) return;
  count(METRIC[status]);
  if (status === 'unreadable') count(METRIC.rejected, findings[0]?.rule);
}
