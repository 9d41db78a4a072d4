import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { METRIC, METRICS_NAMESPACE, OUTCOME, SERVICE } from '../../functions/platform/metrics.ts';

type Name = (typeof METRIC)[keyof typeof METRIC];

/** The metrics that the functions of one stage write. */
export class OwnMetrics {
  readonly #service: string;

  constructor(stage: string) {
    this.#service = `gouji-${stage}`;
  }

  /** A metric of one name, summed unless said otherwise. */
  of(
    metricName: Name,
    period = Duration.minutes(5),
    statistic = 'Sum',
    dimensions: Record<string, string> = {},
  ): Metric {
    return new Metric({
      ...{ namespace: METRICS_NAMESPACE, metricName, period, statistic },
      dimensionsMap: { [SERVICE]: this.#service, ...dimensions },
    });
  }

  /** Mails with this outcome. */
  mails(outcome: string, period?: Duration): Metric {
    return this.of(METRIC.mail, period, 'Sum', { [OUTCOME]: outcome });
  }

  /** One line for each value that the further dimensions take. */
  each(metricName: Name, dimensions: readonly string[], period = Duration.minutes(5)): MathExpression {
    const schema = [METRICS_NAMESPACE, ...[...dimensions, SERVICE].sort()].join(',');
    const search = `{${schema}} MetricName="${metricName}" ${SERVICE}="${this.#service}"`;
    return new MathExpression({
      expression: `SEARCH('${search}', 'Sum', ${period.toSeconds()})`,
      ...{ label: '', period, usingMetrics: {} },
    });
  }

  /** Percent of the files of an hour that could not be read; 0 where there were too few to tell. */
  unreadableShare(least: number): MathExpression {
    const hour = Duration.hours(1);
    const total = 'FILL(passed, 0) + FILL(failed, 0) + FILL(incomplete, 0) + FILL(unreadable, 0)';
    return new MathExpression({
      expression: `IF(${total} >= ${least}, 100 * FILL(unreadable, 0) / (${total}), 0)`,
      usingMetrics: {
        passed: this.of(METRIC.passed, hour),
        failed: this.of(METRIC.failed, hour),
        incomplete: this.of(METRIC.incomplete, hour),
        unreadable: this.of(METRIC.unreadable, hour),
      },
      ...{ label: '无法读取（%）', period: hour },
    });
  }
}
