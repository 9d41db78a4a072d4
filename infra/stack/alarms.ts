import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { METRIC } from '../../functions/platform/metrics.ts';
import type { FunctionName } from '../wiring.ts';
import type { Console } from './console.ts';
import type { OwnMetrics } from './own-metrics.ts';
import type { Queues } from './queues.ts';

const PERIOD = Duration.minutes(5);
const DAY = Duration.days(1);

/** When an alarm is raised, and what its mail says. */
export interface AlarmRule {
  name: string;
  metric: IMetric;
  /** Raised above this; with `below`, under it. */
  threshold: number;
  below?: true;
  /** Only where it has been so for this many periods; 1 where missing. */
  periods?: number;
  /** Raised also where nothing is measured at all. */
  missingIsBad?: true;
  /** The kill switch for mails silences it. */
  restsWithMail?: true;
  what: string;
  /** Section of the runbook. */
  section: string;
  /** Page of the console that shows it. */
  page?: string;
}

interface Watched {
  lambdas: Readonly<Record<FunctionName, IFunction>>;
  queues: Queues;
  api: HttpApi;
}

/** Files of an hour below which a share says nothing. */
const LEAST_FILES = 20;
const MOST_UNREADABLE_PERCENT = 30;
/** AWS reviews an account from 5 % bounces and 0.1 % complaints on. */
const MOST_BOUNCES_A_DAY = 5;

/** Every alarm. */
export function alarmRules({ lambdas, queues: all, api }: Watched, own: OwnMetrics, console: Console): AlarmRule[] {
  return [...queueRules(all, console), ...functionRules(lambdas, console), ...productRules(own, lambdas, api, console)];
}

function queueRules({ queues, dead, undelivered }: Queues, console: Console): AlarmRule[] {
  const ends = Object.entries({ ...dead, undelivered }).map(([name, queue]) => ({
    ...{ name: `${name}-not-empty`, threshold: 0, what: `${name} 死信队列有消息` },
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' }),
    section: name === 'undelivered' ? 'undelivered' : 'dead-letters',
    page: console.queue(queue.queueUrl),
  }));
  const late = Object.entries(queues).map(([name, queue]) => ({
    ...{ name: `${name}-late`, threshold: 3600, what: `${name} 队列的消息等待超过一小时`, section: 'late' },
    metric: queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum' }),
    page: console.queue(queue.queueUrl),
  }));
  return [...ends, ...late];
}

function functionRules(lambdas: Watched['lambdas'], console: Console): AlarmRule[] {
  return Object.entries(lambdas).flatMap(([name, lambda]) => {
    const page = console.lambda(lambda.functionName);
    const errors = { name: `${name}-errors`, threshold: 0, what: `${name} 函数出错`, section: 'errors', page };
    const throttled = {
      name: `${name}-throttled`,
      threshold: 10,
      what: `${name} 函数被限流`,
      section: 'throttled',
      page,
    };
    return [
      { ...errors, metric: lambda.metricErrors({ period: PERIOD }) },
      { ...throttled, metric: lambda.metricThrottles({ period: PERIOD }) },
    ];
  });
}

function productRules(own: OwnMetrics, lambdas: Watched['lambdas'], api: HttpApi, console: Console): AlarmRule[] {
  const sweeps = (period: Duration) => lambdas.schedule.metricInvocations({ period, statistic: 'Sum' });
  const page = console.lambda(lambdas.schedule.functionName);
  return [
    {
      ...{
        name: 'api-5xx',
        threshold: 5,
        what: '接口在五分钟内出错超过五次',
        section: 'api',
        metric: api.metricServerError({ period: PERIOD }),
      },
      page: console.lambda(lambdas.query.functionName),
    },
    {
      ...{ name: 'sweep-not-running', threshold: 1, below: true, missingIsBad: true, restsWithMail: true },
      ...{ metric: sweeps(Duration.minutes(15)), what: '每分钟的邮件清扫已停十五分钟', section: 'sweep', page },
    },
    {
      // Sent also, and just then, where mail was switched off and forgotten.
      ...{ name: 'still-paused', threshold: 1, below: true, missingIsBad: true, metric: sweeps(DAY) },
      ...{ what: '邮件已停发一整天', section: 'kill-switch', page },
    },
    {
      ...{ name: 'unreadable-share', threshold: MOST_UNREADABLE_PERCENT, metric: own.unreadableShare(LEAST_FILES) },
      ...{ what: '一小时内大量文件无法读取', section: 'unreadable' },
    },
    {
      ...{ name: 'bounces', threshold: MOST_BOUNCES_A_DAY, metric: own.mails('bounced', DAY) },
      ...{ what: '一天内退信过多', section: 'bounces' },
    },
    {
      ...{ name: 'complaints', threshold: 0, metric: own.mails('complained', DAY) },
      ...{ what: '有收件人投诉邮件', section: 'bounces' },
    },
    {
      ...{ name: 'inventory-differs', threshold: 0, metric: own.of(METRIC.differences, DAY, 'Maximum') },
      ...{ what: '存储桶与数据表不一致', section: 'inventory', page: console.lambda(lambdas.inventory.functionName) },
    },
    {
      ...{ name: 'inventory-not-taken', threshold: 1, below: true, missingIsBad: true },
      ...{ metric: lambdas.inventory.metricInvocations({ period: DAY, statistic: 'Sum' }), periods: 2 },
      ...{
        what: '两天没有对照存储桶与数据表',
        section: 'inventory',
        page: console.lambda(lambdas.inventory.functionName),
      },
    },
    {
      ...{
        name: 'mails-given-up',
        threshold: 0,
        metric: own.mails('given-up', DAY),
        what: '有邮件最终未能发出',
        section: 'mail',
      },
    },
  ];
}
