/** Every metric that the functions write, by name; the dashboard and the alarms take the names from here. */
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

export const METRICS_NAMESPACE = 'gouji';
export const METRICS_SERVICE = 'gouji';
export const METRIC = {
  /** Results stored, by status. */
  passed: 'ReportPassed',
  failed: 'ReportFailed',
  incomplete: 'ReportIncomplete',
  unreadable: 'ReportUnreadable',
  /** Files that are no readable report, by dimension {@link REASON}. */
  rejected: 'Rejected',
  removed: 'ReportRemoved',
  /** Events that changed nothing: older than what is stored, or for an object that is gone already. */
  stale: 'EventStale',
  gone: 'ObjectGone',
} as const;
export const REASON = 'reason';

const metrics = new Metrics({ namespace: METRICS_NAMESPACE, serviceName: METRICS_SERVICE });

/** Counts one; written to the log at once (embedded metric format), so that a crash later loses nothing. */
export function count(name: (typeof METRIC)[keyof typeof METRIC], reason?: string): void {
  const metric = metrics.singleMetric();
  if (reason !== undefined) metric.addDimension(REASON, reason);
  metric.addMetric(name, MetricUnit.Count, 1);
}
