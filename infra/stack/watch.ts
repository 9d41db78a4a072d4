import { Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, type CfnAlarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Settings } from '../settings/schema.ts';
import type { FunctionName } from '../wiring.ts';
import { type AlarmRule, alarmRules } from './alarms.ts';
import { Console } from './console.ts';
import { Overview } from './overview.ts';
import { OwnMetrics } from './own-metrics.ts';
import type { Queues } from './queues.ts';
import type { Switches } from './switches.ts';
import { alarmTopic } from './topic.ts';

interface Watched {
  lambdas: Readonly<Record<FunctionName, IFunction>>;
  queues: Queues;
  api: HttpApi;
  switches: Switches;
}

/** Alarms, each with its section of the runbook, and one dashboard. */
export class Watch extends Construct {
  readonly #topic: Topic;
  readonly #settings: Settings;
  readonly #switches: Switches;
  readonly #dashboard: string;

  constructor(scope: Construct, id: string, settings: Settings, watched: Watched) {
    super(scope, id);
    this.#settings = settings;
    this.#switches = watched.switches;
    this.#topic = alarmTopic(this, settings.operator);
    const console = new Console(this);
    const own = new OwnMetrics(settings.stage);
    // Named, so that alarms can link it; the stack's name tells deployments of an account apart.
    const name = `${Stack.of(this).stackName}-${scope.node.id}`;
    this.#dashboard = console.dashboard(name);
    const alarms = alarmRules(watched, own, console).map((rule) => this.#alarm(rule));
    new Overview(this, name, { ...watched, own, console, alarms });
  }

  #alarm(rule: AlarmRule): Alarm {
    const { name, metric, threshold, below, missingIsBad, restsWithMail, periods = 1 } = rule;
    const alarm = new Alarm(this, name, {
      ...{ metric, threshold, evaluationPeriods: periods },
      comparisonOperator: below ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: missingIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: this.#described(rule),
    });
    if (restsWithMail) {
      (alarm.node.defaultChild as CfnAlarm).addPropertyOverride('ActionsEnabled', this.#switches.mailAlarms());
    }
    alarm.addAlarmAction(new SnsAction(this.#topic));
    alarm.addOkAction(new SnsAction(this.#topic));
    return alarm;
  }

  /** What its mail says: what is wrong, where, and two addresses to open. */
  #described({ what, section, page }: AlarmRule): string {
    const { runbook, stage } = this.#settings;
    const { region } = Stack.of(this);
    const mend =
      runbook === undefined ? `${this.#dashboard} （操作手册 docs/runbook.md#${section}）` : `${runbook}#${section}`;
    return [
      `${what}（${stage}，${region}）`,
      `处理办法：${mend}`,
      ...(page === undefined ? [] : [`控制台：${page}`]),
    ].join('\n');
  }
}
