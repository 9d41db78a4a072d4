/** All of gouji as one construct, made from `wiring.ts`; usable in any app. */
import { CfnOutput, Lazy, Stack, Tags, Validations } from 'aws-cdk-lib';
import { CfnEventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { SIGNED_PREFIX } from '../functions/query/gateway.ts';
import { bundle } from './bundle.ts';
import { checkSettings } from './settings/read.ts';
import type { GivenSettings } from './settings/schema.ts';
import { Api } from './stack/api.ts';
import { Budget } from './stack/budget.ts';
import { Dataset } from './stack/dataset.ts';
import { Events } from './stack/events.ts';
import { type FunctionContext, FunctionWithRole } from './stack/function.ts';
import { grantsOf, objectsOf } from './stack/grants.ts';
import { MailDelivery } from './stack/mail.ts';
import { Queues } from './stack/queues.ts';
import { Reprocessing } from './stack/reprocessing.ts';
import { Schedules } from './stack/schedules.ts';
import { issuerOf } from './stack/sign-in.ts';
import { Storage } from './stack/storage.ts';
import { Switches } from './stack/switches.ts';
import { valuesOf } from './stack/values.ts';
import { Watch } from './stack/watch.ts';
import { FUNCTIONS, type FunctionName, OPERATIONS_FOLDER, QUEUES, type QueueName, UPLOADS_FOLDER } from './wiring.ts';

/** Every setting of docs/deploy.md; `mailFrom` is needed unless `mail` is `none` or `webhook`. */
export interface GoujiProps extends GivenSettings {
  /** Makes the bundle of a function and gives its folder; for tests and for bundles that are made elsewhere. */
  bundle?(name: FunctionName): string;
}

/**
 * Bucket, queues, bus, table, functions, API, sign-in, mail, alarms and dashboard.
 * @example
 * const gouji = new Gouji(stack, 'Gouji', { mailFrom: 'gouji@agency.example', operator: 'ops@agency.example' });
 * gouji.bucket.grantPut(myFunction);
 */
export class Gouji extends Construct {
  readonly bucket: Storage['bucket'];
  readonly table: Storage['table'];
  readonly bus: Events['bus'];
  readonly baseUrl: string;
  readonly functions: Readonly<Record<FunctionName, LambdaFunction>>;

  /** @throws SettingsError with a line for each setting that is wrong */
  constructor(scope: Construct, id: string, { bundle: made = bundle, ...given }: GoujiProps) {
    super(scope, id);
    const settings = checkSettings(given);
    Tags.of(this).add('service', 'gouji');
    Tags.of(this).add('stage', settings.stage);
    const switches = new Switches(this, 'Switches');
    const api = new Api(this, 'Query', settings);
    this.baseUrl = settings.baseUrl ?? api.api.apiEndpoint;
    const storage = new Storage(this, 'Storage', settings);
    const dataset = new Dataset(this, 'Dataset');
    const queues = new Queues(this, 'Queues');
    const ses = settings.mail === 'ses' ? new MailDelivery(this, 'Mail', settings) : null;
    const events = new Events(this, 'Events', queues, storage.bucket, ses?.configurationSetName ?? null);
    const issuer = issuerOf(this, settings, this.baseUrl);
    // One function is told of another, which is made in the same step.
    const amend = {
      name: Lazy.string({ produce: () => this.functions.amend.functionName }),
      arn: Lazy.string({ produce: () => this.functions.amend.functionArn }),
    };
    const around: FunctionContext = {
      bundle: made,
      values: valuesOf(settings, { baseUrl: this.baseUrl, storage, dataset, events, ses, issuer, amend }),
      grants: grantsOf(this, settings, { storage, dataset, events, ses, issuer, amend }),
      undelivered: queues.undelivered,
      objects: {
        bucket: objectsOf(storage),
        uploads: objectsOf(storage, UPLOADS_FOLDER),
        dataset: objectsOf(dataset),
        operations: objectsOf(dataset, OPERATIONS_FOLDER),
      },
      serviceName: `gouji-${settings.stage}`,
      logDays: settings.logDays,
    };
    this.functions = Object.fromEntries(
      (Object.keys(FUNCTIONS) as FunctionName[]).map((name) => [name, new FunctionWithRole(this, name, around).lambda]),
    ) as Record<FunctionName, LambdaFunction>;
    this.#connect(queues, switches);
    new Schedules(this, 'Schedules', this.functions, queues.undelivered, switches.schedules());
    const reprocessing = new Reprocessing(this, 'Reprocessing', { lambdas: this.functions, bucket: dataset.bucket });
    api.serve(this.functions.query);
    new Watch(this, 'Watch', settings, { lambdas: this.functions, queues, api: api.api, switches });
    Budget.of(this, settings);
    [this.bucket, this.table, this.bus] = [storage.bucket, storage.table, events.bus];
    this.#outputs(queues, {
      DatasetBucketName: dataset.bucket.bucketName,
      ReprocessingArn: reprocessing.machine.stateMachineArn,
    });
  }

  /** Leads each queue to its function. */
  #connect({ queues }: Queues, switches: Switches): void {
    for (const name of Object.keys(QUEUES) as QueueName[]) {
      const { target, batchSize, maximumConcurrency } = QUEUES[name];
      const options = { batchSize, maxConcurrency: maximumConcurrency, reportBatchItemFailures: true };
      this.functions[target].addEventSource(new SqsEventSource(queues[name], options));
      const mappings = this.functions[target].node.findAll().filter((one) => one instanceof CfnEventSourceMapping);
      for (const mapping of mappings) {
        Validations.of(mapping).acknowledge({
          id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
          reason: 'The queue has a dead-letter queue of its own; a destination is for streams.',
        });
        mapping.addPropertyOverride('Enabled', switches.enabled(name));
      }
    }
  }

  /** What `gouji ops --stack` reads. */
  #outputs({ dead, queues, undelivered }: Queues, others: Record<string, string>): void {
    const outputs: Record<string, string> = {
      ...others,
      BaseUrl: this.baseUrl,
      ApiUrl: `${this.baseUrl}${SIGNED_PREFIX}`,
      BucketName: this.bucket.bucketName,
      TableName: this.table.tableName,
      BusName: this.bus.eventBusName,
      UndeliveredUrl: undelivered.queueUrl,
    };
    for (const [name, queue] of Object.entries(queues)) outputs[`${name}QueueUrl`] = queue.queueUrl;
    for (const [name, queue] of Object.entries(dead)) outputs[`${name}DeadUrl`] = queue.queueUrl;
    for (const [name, value] of Object.entries(outputs)) {
      const output = new CfnOutput(Stack.of(this), `${this.node.id}${name}`, { value });
      if (this.node.id === 'Gouji') output.overrideLogicalId(name);
    }
  }
}
