import type { IResolvable } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type FunctionName, SCHEDULES, TIME_ZONE } from '../wiring.ts';

/** The schedules of the wiring; those that send mails rest with the mails, the others with everything. Lambda itself repeats a call that failed. */
export class Schedules extends Construct {
  constructor(
    scope: Construct,
    id: string,
    lambdas: Readonly<Record<FunctionName, IFunction>>,
    undelivered: IQueue,
    states: { mail: IResolvable; others: IResolvable },
  ) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    const targets = [...new Set(Object.values(SCHEDULES).map(({ target }) => lambdas[target].functionArn))];
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: targets }));
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [undelivered.queueArn] }));
    for (const [name, { target, expression, input }] of Object.entries(SCHEDULES)) {
      new CfnSchedule(this, name, {
        scheduleExpression: expression,
        scheduleExpressionTimezone: TIME_ZONE,
        flexibleTimeWindow: { mode: 'OFF' },
        state: (target === 'schedule' ? states.mail : states.others) as unknown as string,
        target: {
          arn: lambdas[target].functionArn,
          roleArn: role.roleArn,
          input: JSON.stringify(input),
          retryPolicy: { maximumRetryAttempts: 0 },
          deadLetterConfig: { arn: undelivered.queueArn },
        },
      });
    }
  }
}
