import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { KIND, MAIL_OUTCOMES, METRIC, REASON, RULE } from '../../functions/platform/metrics.ts';
import type { FunctionName } from '../wiring.ts';
import type { Console } from './console.ts';
import type { OwnMetrics } from './own-metrics.ts';
import type { Queues } from './queues.ts';
import { runbookSections } from './runbook.ts';

interface Shown {
  lambdas: Readonly<Record<FunctionName, IFunction>>;
  queues: Queues;
  api: HttpApi;
  own: OwnMetrics;
  console: Console;
  alarms: readonly Alarm[];
}

const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
  new GraphWidget({ title, left, right, width: 12 });
const heading = (markdown: string) => new TextWidget({ markdown, width: 24, height: 2 });

/** One dashboard that answers: is it working, what fails, what waits; the runbook stands under it. */
export class Overview extends Construct {
  constructor(scope: Construct, name: string, shown: Shown) {
    super(scope, 'Dashboard');
    new Dashboard(this, 'Overview', {
      dashboardName: name,
      widgets: [...working(shown), ...failing(shown), ...waiting(shown), ...runbook()],
    });
  }
}

function working({ own, lambdas, console }: Shown): IWidget[][] {
  const links = Object.entries(lambdas).map(([name, { functionName }]) => `[${name}](${console.lambda(functionName)})`);
  const stored = [METRIC.passed, METRIC.failed, METRIC.incomplete, METRIC.unreadable, METRIC.removed];
  const times = ['p50', 'p95', 'Maximum'].map((statistic) => own.of(METRIC.duration, undefined, statistic));
  return [
    [heading(`## 在工作吗？\n${links.join(' · ')}`)],
    [
      graph('收到', [own.of(METRIC.received)]),
      graph(
        '报告',
        stored.map((metric) => own.of(metric)),
      ),
    ],
    [
      graph(
        '邮件',
        MAIL_OUTCOMES.map((outcome) => own.mails(outcome)),
      ),
      graph('核对用时（毫秒）', times),
    ],
  ];
}

function failing({ own, lambdas, api, alarms }: Shown): IWidget[][] {
  const each = Object.values(lambdas);
  const errors = each.map((lambda) => lambda.metricErrors());
  const throttles = each.map((lambda) => lambda.metricThrottles());
  return [
    [heading('## 有什么出错？')],
    [new AlarmStatusWidget({ title: '告警', alarms: [...alarms], width: 24, height: 6 })],
    [
      graph('无法读取', [own.each(METRIC.rejected, [REASON, KIND])]),
      graph('不通过的规则', [own.each(METRIC.faulty, [RULE])]),
    ],
    [graph('函数出错', errors, throttles), graph('接口', [api.metricClientError()], [api.metricServerError()])],
  ];
}

function waiting({ queues: { queues, dead, undelivered }, console, own }: Shown): IWidget[][] {
  const links = Object.entries({ ...queues, ...dead, undelivered }).map(
    ([name, { queueUrl }]) => `[${name}](${console.queue(queueUrl)})`,
  );
  const visible = (all: object) =>
    (Object.values(all) as Queues['undelivered'][]).map((queue) => queue.metricApproximateNumberOfMessagesVisible());
  const ages = Object.values(queues).map((queue) => queue.metricApproximateAgeOfOldestMessage());
  return [
    [heading(`## 有什么在等？\n${links.join(' · ')}`)],
    [graph('等待的消息', visible(queues), ages), graph('死信', visible({ ...dead, undelivered }))],
    [
      graph(
        '存储桶与数据表不一致（每夜对照）',
        [own.of(METRIC.differences, Duration.days(1), 'Maximum')],
        [own.each(METRIC.differences, [KIND], Duration.days(1))],
      ),
    ],
  ];
}

function runbook(): IWidget[][] {
  return runbookSections().map(({ markdown }) => [new TextWidget({ markdown, width: 24, height: 8 })]);
}
