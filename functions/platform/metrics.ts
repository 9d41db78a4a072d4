/** Every metric that the functions write, by name; the dashboard and the alarms take the names from here. */
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

export const METRICS_NAMESPACE = 'gouji';
/** Dimension of every metric: `gouji-<stage>`, which Powertools reads from POWERTOOLS_SERVICE_NAME. */
export const SERVICE = 'service';
export const METRIC = {
  /** Events of uploads and removals that were taken up. */
  received: 'EventReceived',
  /** Results stored, by status. */
  passed: 'ReportPassed',
  failed: 'ReportFailed',
  incomplete: 'ReportIncomplete',
  unreadable: 'ReportUnreadable',
  /** Reports in which a rule found an error, by {@link RULE}. */
  faulty: 'RuleFailed',
  /** Files that are no readable report, by {@link REASON} and {@link KIND}. */
  rejected: 'Rejected',
  removed: 'ReportRemoved',
  /** Milliseconds from the message to the stored result. */
  duration: 'IngestDuration',
  /** Events that changed nothing: older than what is stored, or for an object that is gone already. */
  stale: 'EventStale',
  gone: 'ObjectGone',
  /** Objects and records that do not agree, at the daily inventory: all, and by {@link KIND}. */
  differences: 'InventoryDifference',
  /** What became of mails, by {@link OUTCOME}. */
  mail: 'Mail',
} as const;
export const REASON = 'reason';
export const KIND = 'kind';
export const RULE = 'rule';
export const OUTCOME = 'outcome';
export const MAIL_OUTCOMES = ['sent', 'failed', 'refused', 'bounced', 'complained', 'given-up'] as const;

type MetricName = (typeof METRIC)[keyof typeof METRIC];
type Dimensions = Partial<Record<typeof REASON | typeof KIND | typeof RULE | typeof OUTCOME, string>>;

/** Made with the first metric: only then does the environment say for certain whether any are wanted. */
let metrics: Metrics | null = null;

/** Counts one, or so many; written to the log at once (embedded metric format), so that a crash later loses nothing. */
export function count(name: MetricName, dimensions: Dimensions = {}, amount = 1): void {
  write(name, MetricUnit.Count, amount, dimensions);
}

export function measure(name: MetricName, milliseconds: number): void {
  write(name, MetricUnit.Milliseconds, milliseconds, {});
}

/** Counts what became of a mail. */
export function countMail(outcome: (typeof MAIL_OUTCOMES)[number]): void {
  count(METRIC.mail, { [OUTCOME]: outcome });
}

function write(
  name: MetricName,
  unit: (typeof MetricUnit)[keyof typeof MetricUnit],
  value: number,
  dimensions: Dimensions,
): void {
  metrics ??= new Metrics({ namespace: METRICS_NAMESPACE });
  for (const [dimension, word] of Object.entries(dimensions)) metrics.addDimension(dimension, word);
  metrics.addMetric(name, unit, value);
  metrics.publishStoredMetrics();
}
