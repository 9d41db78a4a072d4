/** What the log and the metrics are told of a result that was stored. */
import type { ReportRecord } from '../../shared/record.ts';
import { logger } from '../platform/logging.ts';
import { count, KIND, METRIC, REASON, RULE } from '../platform/metrics.ts';

/** @param isNews the faults are others than before, or the state is new */
export function noteStored({ id, key, version, counts, result }: ReportRecord, isNews: boolean): void {
  const { status, findings, source } = result;
  const why = status === 'unreadable' ? { reason: findings[0]?.rule, mediaType: source.mediaType } : {};
  logger.info('stored', { report: id, key, version, status, ...why, counts, unchanged: !isNews });
  if (!isNews) return;
  count(METRIC[status]);
  if (status === 'unreadable') {
    count(METRIC.rejected, { [REASON]: findings[0]?.rule ?? 'unknown', [KIND]: source.mediaType });
    return;
  }
  const faulty = new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
  for (const rule of faulty) count(METRIC.faulty, { [RULE]: rule });
}
