/** The cloud: one reading of `wiring.ts`. */
import { CfnCondition, CfnOutput, CfnParameter, Fn, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { CfnEventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';
import { Api } from './stack/api.ts';
import { Events } from './stack/events.ts';
import { FunctionWithRole, type Surroundings } from './stack/function.ts';
import { Mail } from './stack/mail.ts';
import { Queues } from './stack/queues.ts';
import { Schedules } from './stack/schedules.ts';
import { Storage } from './stack/storage.ts';
import { Watch } from './stack/watch.ts';
import { FUNCTIONS, type FunctionName, MAX_OBJECT_BYTES, QUEUES, type QueueName, TABLE } from './wiring.ts';

export class GoujiStack extends Stack {
  /** @param bundle makes the bundle of a function and gives its folder */
  constructor(scope: Construct, id: string, settings: Settings, bundle: Surroundings['bundle'], props?: StackProps) {
    super(scope, id, { description: '勾稽: checks annual disclosure reports', ...props });
    const paused = this.#killSwitch();
    const api = new Api(this, 'Query', settings);
    const baseUrl = settings.baseUrl ?? api.api.apiEndpoint;
    const storage = new Storage(this, 'Storage');
    const queues = new Queues(this, 'Queues');
    const events = new Events(this, 'Events', queues, storage.bucket);
    const mail = new Mail(this, 'Mail', settings.mailFrom, settings.mailDomain);

    const values: Surroundings['values'] = {
      TABLE_NAME: storage.table.tableName,
      BUCKET_NAME: storage.bucket.bucketName,
      BUS_NAME: events.bus.eventBusName,
      BASE_URL: baseUrl,
      MAX_OBJECT_BYTES: String(MAX_OBJECT_BYTES),
      MAIL_FROM: settings.mailFrom,
      MAIL_TO: settings.mailTo.join(','),
      MAIL_CONFIGURATION_SET: mail.configurationSet.configurationSetName,
      OPEN_READING: String(settings.openReading),
      CORS_ORIGINS: settings.corsOrigins.join(','),
    };
    const around: Surroundings = {
      bundle,
      values,
      grants: grantsOf(storage, events, mail),
      undelivered: queues.undelivered,
      bucketLogicalId: this.resolve(storage.bucket.bucketArn)['Fn::GetAtt'][0],
    };
    const lambdas = Object.fromEntries(
      (Object.keys(FUNCTIONS) as FunctionName[]).map((name) => [name, new FunctionWithRole(this, name, around).lambda]),
    ) as Record<FunctionName, LambdaFunction>;

    for (const name of Object.keys(QUEUES) as QueueName[]) {
      const { target, batchSize, maximumConcurrency } = QUEUES[name];
      const options = { batchSize, maxConcurrency: maximumConcurrency, reportBatchItemFailures: true };
      lambdas[target].addEventSource(new SqsEventSource(queues.queues[name], options));
    }
    for (const mapping of this.node.findAll()) {
      if (!(mapping instanceof CfnEventSourceMapping)) continue;
      Validations.of(mapping).acknowledge({
        id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
        reason: 'The queue has a dead-letter queue of its own; a destination is for streams.',
      });
      mapping.addPropertyOverride('Enabled', Fn.conditionIf(paused.logicalId, false, true));
    }
    const state = Fn.conditionIf(paused.logicalId, 'DISABLED', 'ENABLED');
    new Schedules(this, 'Schedules', lambdas, queues.undelivered, state);
    api.serve(lambdas.query);
    new Watch(this, 'Watch', lambdas, queues, settings.operator);

    new CfnOutput(this, 'BaseUrl', { value: baseUrl });
    new CfnOutput(this, 'BucketName', { value: values.BUCKET_NAME });
    new CfnOutput(this, 'TableName', { value: values.TABLE_NAME });
    new CfnOutput(this, 'BusName', { value: values.BUS_NAME });
  }

  /** Stops all work and all mail at once, while uploads and events are kept in the queues; see the runbook. */
  #killSwitch(): CfnCondition {
    const parameter = new CfnParameter(this, 'Paused', {
      type: 'String',
      allowedValues: ['yes', 'no'],
      default: 'no',
      description: 'yes: queues are kept but not worked on, schedules rest. See docs/runbook.md#kill-switch',
    });
    return new CfnCondition(this, 'IsPaused', { expression: Fn.conditionEquals(parameter.valueAsString, 'yes') });
  }
}

/** Each kind of access with its actions and exact resources. */
function grantsOf({ table, bucket }: Storage, { bus }: Events, mail: Mail): Surroundings['grants'] {
  const indexes = Object.keys(TABLE.indexes).map((index) => `${table.tableArn}/index/${index}`);
  const items = ['GetItem', 'BatchGetItem', 'PutItem', 'BatchWriteItem', 'UpdateItem', 'DeleteItem'];
  const dynamodb = (actions: string[]) => [...actions, 'Query'].map((action) => `dynamodb:${action}`);
  const objects = bucket.arnForObjects('*');
  return {
    'table:read-write': [
      { actions: dynamodb(items), resources: [table.tableArn] },
      { actions: dynamodb([]), resources: indexes },
    ],
    // Without the right to list, S3 answers 403 where an object is missing, and a missing object is no failure here.
    'bucket:read': [
      { actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: [objects] },
      { actions: ['s3:ListBucket'], resources: [bucket.bucketArn] },
    ],
    'bucket:write': [{ actions: ['s3:PutObject', 's3:DeleteObject'], resources: [objects] }],
    'bus:put': [{ actions: ['events:PutEvents'], resources: [bus.eventBusArn] }],
    'mail:send': [{ actions: ['ses:SendEmail', 'ses:SendRawEmail'], resources: mail.arns }],
  };
}
