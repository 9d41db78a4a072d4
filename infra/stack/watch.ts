import { Duration, Validations } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { METRIC, METRICS_NAMESPACE, METRICS_SERVICE, REASON } from '../../functions/platform/metrics.ts';
import type { FunctionName } from '../wiring.ts';
import type { Queues } from './queues.ts';

const RUNBOOK = 'docs/runbook.md';
const PERIOD = Duration.minutes(5);

type Lambdas = Readonly<Record<FunctionName, IFunction>>;

/** Alarms, each with its section of the runbook, and one dashboard. */
export class Watch extends Construct {
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, lambdas: Lambdas, all: Queues, operator: string | undefined) {
    super(scope, id);
    this.#topic = new Topic(this, 'Alarms', { enforceSSL: true });
    if (operator !== undefined) {
      Validations.of(this.#topic.addSubscription(new EmailSubscription(operator))).acknowledge({
        id: 'Serverless::Serverless-SNSRedrivePolicy',
        reason: 'An alarm that no mail could carry is on the dashboard and in the console; it is no work to redo.',
      });
    }

    const { queues, dead, undelivered } = all;
    for (const [name, queue] of Object.entries({ ...dead, undelivered })) {
      const waiting = queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' });
      const section = name === 'undelivered' ? 'undelivered' : 'dead-letters';
      this.#alarm(`${name}-not-empty`, waiting, 0, `${name} 死信队列有消息`, section);
    }
    for (const [name, queue] of Object.entries(queues)) {
      const age = queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum' });
      this.#alarm(`${name}-late`, age, 3600, `${name} 队列的消息等待超过一小时`, 'late');
    }
    for (const [name, lambda] of Object.entries(lambdas)) {
      const page = `https://console.aws.amazon.com/lambda/home#/functions/${lambda.functionName}`;
      this.#alarm(`${name}-errors`, lambda.metricErrors({ period: PERIOD }), 0, `${name} 函数出错 ${page}`, 'errors');
      const throttles = lambda.metricThrottles({ period: PERIOD });
      this.#alarm(`${name}-throttled`, throttles, 10, `${name} 函数被限流 ${page}`, 'throttled');
    }
    this.#dashboard(lambdas, all);
  }

  #alarm(name: string, metric: IMetric, threshold: number, what: string, section: string): void {
    const alarm = new Alarm(this, name, {
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${what}。处理办法：${RUNBOOK}#${section}`,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
  }

  #dashboard(lambdas: Lambdas, { queues, dead, undelivered }: Queues): void {
    const own = (metricName: string) =>
      new Metric({
        ...{ namespace: METRICS_NAMESPACE, metricName, period: PERIOD, statistic: 'Sum' },
        dimensionsMap: { service: METRICS_SERVICE },
      });
    const dimensions = `${METRICS_NAMESPACE},${REASON},service`;
    const reasons = new MathExpression({
      expression: `SEARCH('{${dimensions}} MetricName="${METRIC.rejected}"', 'Sum', ${PERIOD.toSeconds()})`,
      label: '',
      period: PERIOD,
    });
    const each = <Item>(items: Readonly<Record<string, Item>>, metric: (item: Item) => IMetric) =>
      Object.values(items).map(metric);
    const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
    new Dashboard(this, 'Dashboard', {
      widgets: [
        [
          graph('报告', [own(METRIC.passed), own(METRIC.failed), own(METRIC.unreadable), own(METRIC.removed)]),
          graph('无法读取的原因', [reasons]),
        ],
        [
          graph(
            '等待的消息',
            each(queues, (queue) => queue.metricApproximateNumberOfMessagesVisible()),
          ),
          graph(
            '死信',
            each({ ...dead, undelivered }, (queue) => queue.metricApproximateNumberOfMessagesVisible()),
          ),
        ],
        [
          graph(
            '错误',
            each(lambdas, (lambda) => lambda.metricErrors()),
          ),
          graph(
            '用时（p95）',
            each(lambdas, (lambda) => lambda.metricDuration({ statistic: 'p95' })),
          ),
        ],
      ],
    });
  }
}
