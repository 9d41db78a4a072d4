import { ArnFormat, Stack } from 'aws-cdk-lib';
import { CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Settings } from '../settings/schema.ts';
import { OPERATIONS_FOLDER, TABLE, TABLE_ACTIONS, type TableAction, UPLOADS_FOLDER } from '../wiring.ts';
import type { Dataset } from './dataset.ts';
import type { Events } from './events.ts';
import type { FunctionContext } from './function.ts';
import type { MailDelivery } from './mail.ts';
import type { Issuer } from './sign-in.ts';
import type { Storage } from './storage.ts';

interface Resources {
  storage: Storage;
  dataset: Dataset;
  events: Events;
  ses: MailDelivery | null;
  issuer: Issuer | null;
  /** ARN of the function that writes objects of reports. */
  amend: { arn: string };
}

/** Each kind of access with its actions and exact resources. */
export function grantsOf(scope: Construct, settings: Settings, resources: Resources): FunctionContext['grants'] {
  const { table, bucket } = resources.storage;
  const indexes = Object.keys(TABLE.indexes).map((index) => `${table.tableArn}/index/${index}`);
  const objects = bucket.arnForObjects('*');
  return {
    ...tableGrants(table.tableArn),
    'index:Query': [{ actions: ['dynamodb:Query'], resources: indexes }],
    'versions:list': [{ actions: ['s3:ListBucketVersions'], resources: [bucket.bucketArn] }],
    'operations:write': [
      { actions: ['s3:PutObject'], resources: [resources.dataset.bucket.arnForObjects(`${OPERATIONS_FOLDER}/*`)] },
    ],
    // Without the right to list, S3 answers 403 where an object is missing, and a missing object is no failure here.
    'bucket:read': [
      { actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: [objects] },
      { actions: ['s3:ListBucket'], resources: [bucket.bucketArn] },
    ],
    'uploads:write': [{ actions: ['s3:PutObject'], resources: [bucket.arnForObjects(`${UPLOADS_FOLDER}/*`)] }],
    'bucket:write': [{ actions: ['s3:PutObject', 's3:DeleteObject'], resources: [objects] }],
    'dataset:read': [{ actions: ['s3:GetObject'], resources: [resources.dataset.bucket.arnForObjects('*')] }],
    'dataset:write': [{ actions: ['s3:PutObject'], resources: [resources.dataset.bucket.arnForObjects('*')] }],
    'bus:put': [{ actions: ['events:PutEvents'], resources: [resources.events.bus.eventBusArn] }],
    'amend:call': [{ actions: ['lambda:InvokeFunction'], resources: [resources.amend.arn] }],
    'mail:send': [
      ...(resources.ses === null
        ? []
        : [{ actions: ['ses:SendEmail', 'ses:SendRawEmail'], resources: resources.ses.arns }]),
      ...reading(scope, settings.mailSecret),
    ],
    'sign-in:secret': reading(scope, resources.issuer?.secret),
  };
}

/** One action each: functions have those that their code contains. */
function tableGrants(arn: string) {
  const grants = TABLE_ACTIONS.map(
    (action) => [`table:${action}`, [{ actions: [`dynamodb:${action}`], resources: [arn] }]] as const,
  );
  return Object.fromEntries(grants) as unknown as Pick<FunctionContext['grants'], `table:${TableAction}`>;
}

/** The right to read one secret, where there is one. */
function reading(scope: Construct, secret: string | undefined): { actions: string[]; resources: string[] }[] {
  if (secret === undefined || secret === '') return [];
  return [{ actions: ['secretsmanager:GetSecretValue'], resources: [secretArn(scope, secret)] }];
}

/** Secrets Manager puts six characters behind the name. */
function secretArn(scope: Construct, secret: string): string {
  if (secret.startsWith('arn:')) return Secret.fromSecretCompleteArn(scope, `Secret ${secret}`, secret).secretArn;
  return Stack.of(scope).formatArn({
    ...{ service: 'secretsmanager', resource: 'secret', arnFormat: ArnFormat.COLON_RESOURCE_NAME },
    resourceName: `${secret}-??????`,
  });
}

/** ARN of all objects, or of those of one folder, as the checks of the template write it. */
export function objectsOf({ bucket }: { bucket: IBucket }, folder?: string): string {
  const made = bucket.node.defaultChild;
  const which = folder === undefined ? '*' : `${folder}/*`;
  if (made instanceof CfnBucket) return `<${Stack.of(bucket).getLogicalId(made)}.Arn>/${which}`;
  return `arn:<AWS::Partition>:s3:::${bucket.bucketName}/${which}`;
}
