/** The synthesised template: what it must say, and that it says the same as the wiring. */
import { describe, expect, test } from 'vitest';
import {
  deadLetterName,
  EVENT_RULES,
  FUNCTIONS,
  type FunctionName,
  QUEUES,
  type QueueName,
  SCHEDULES,
  TABLE,
  visibilitySeconds,
} from '../../../infra/wiring.ts';
import { arnOf, LEAST, synthesise } from './template.ts';

const stack = synthesise();
const functionOf = (name: FunctionName) => stack.named('Lambda::Function', `${name}Function`);
const queueOf = (name: QueueName | ReturnType<typeof deadLetterName> | 'undelivered') =>
  stack.named('SQS::Queue', `Queues${name}`);

describe('the stack and the wiring say the same', () => {
  test.each(Object.keys(FUNCTIONS) as FunctionName[])('function %s', (name) => {
    const { Properties } = functionOf(name);
    const { NODE_OPTIONS, POWERTOOLS_SERVICE_NAME, ...variables } = Properties.Environment.Variables;
    expect(Object.keys(variables).sort()).toEqual([...FUNCTIONS[name].environment].sort());
    expect(NODE_OPTIONS).toBe('--enable-source-maps');
    expect(POWERTOOLS_SERVICE_NAME).toBe('gouji-prod');
    expect(Properties).toMatchObject({
      ...{ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'handler.handler' },
      ...{ MemorySize: FUNCTIONS[name].memoryMegabytes, Timeout: FUNCTIONS[name].timeoutSeconds },
    });
  });

  test.each(Object.keys(QUEUES) as QueueName[])('queue %s', (name) => {
    const { target, batchSize, maximumConcurrency, maxReceiveCount } = QUEUES[name];
    const [mapping, ...others] = stack
      .all('Lambda::EventSourceMapping')
      .filter(({ Properties }) => Properties.EventSourceArn['Fn::GetAtt'][0] === queueOf(name).id);
    expect(others).toEqual([]);
    expect(mapping?.Properties).toMatchObject({
      ...{ FunctionName: { Ref: functionOf(target).id }, BatchSize: batchSize },
      ...{ ScalingConfig: { MaximumConcurrency: maximumConcurrency } },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    expect(queueOf(name).Properties).toMatchObject({
      VisibilityTimeout: visibilitySeconds(name),
      RedrivePolicy: { deadLetterTargetArn: arnOf(queueOf(deadLetterName(name))), maxReceiveCount },
    });
    expect(visibilitySeconds(name)).toBeGreaterThanOrEqual(6 * functionOf(target).Properties.Timeout);
  });

  test.each(Object.entries(EVENT_RULES))('rule %s', (name, { bus, pattern, queue }) => {
    const { Properties } = stack.named('Events::Rule', `Events${name}`);
    const bucket = { Ref: stack.named('S3::Bucket', 'StorageReports').id };
    const set = { Ref: stack.named('SES::ConfigurationSet', 'MailReports').id };
    const expected = JSON.parse(
      JSON.stringify(pattern)
        .replaceAll('"<bucket>"', JSON.stringify(bucket))
        .replaceAll('"<configuration set>"', JSON.stringify(set)),
    );
    expect(Properties.EventPattern).toEqual(expected);
    expect(Properties.Targets).toMatchObject([
      { Arn: arnOf(queueOf(queue)), DeadLetterConfig: { Arn: arnOf(queueOf('undelivered')) } },
    ]);
    const own = { Ref: stack.named('Events::EventBus', 'EventsReports').id };
    expect(Properties.EventBusName).toEqual(bus === 'default' ? 'default' : own);
  });

  test.each(Object.entries(SCHEDULES))('schedule %s', (name, { target, expression, input }) => {
    expect(stack.named('Scheduler::Schedule', `Schedules${name}`).Properties).toMatchObject({
      ...{ ScheduleExpression: expression, ScheduleExpressionTimezone: 'Asia/Shanghai' },
      Target: {
        ...{ Arn: arnOf(functionOf(target)), Input: JSON.stringify(input) },
        DeadLetterConfig: { Arn: arnOf(queueOf('undelivered')) },
      },
    });
  });

  test('nothing is deployed that the wiring does not name', () => {
    expect(stack.all('Lambda::Function')).toHaveLength(Object.keys(FUNCTIONS).length);
    expect(stack.all('Events::Rule')).toHaveLength(Object.keys(EVENT_RULES).length);
    expect(stack.all('Scheduler::Schedule')).toHaveLength(Object.keys(SCHEDULES).length);
    expect(stack.all('Lambda::EventSourceMapping')).toHaveLength(Object.keys(QUEUES).length);
    expect(stack.resources.filter(({ Type }) => Type.startsWith('Custom::'))).toEqual([]);
  });

  test('the table', () => {
    const [table, ...others] = stack.all('DynamoDB::Table');
    expect(others).toEqual([]);
    const keys = ({ partition, sort }: { partition: string; sort: string }) => [
      { AttributeName: partition, KeyType: 'HASH' },
      { AttributeName: sort, KeyType: 'RANGE' },
    ];
    expect(table?.Properties).toMatchObject({
      KeySchema: keys(TABLE.key),
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: TABLE.expiry, Enabled: true },
      GlobalSecondaryIndexes: Object.entries(TABLE.indexes).map(([IndexName, index]) => ({
        ...{ IndexName, KeySchema: keys(index) },
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    });
  });
});

test('cdk-nag leaves nothing open', () => {
  expect(stack.violations).toEqual([]);
});

test('the bucket is versioned, encrypted, closed to the public, reached over TLS only, and tells EventBridge', () => {
  const bucket = stack.named('S3::Bucket', 'StorageReports');
  expect(bucket.DeletionPolicy).toBe('Retain');
  expect(bucket.Properties).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
    BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: {} }] },
    PublicAccessBlockConfiguration: {
      ...{ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
    },
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
  });
  const policies = stack.all('S3::BucketPolicy').filter(({ Properties }) => Properties.Bucket.Ref === bucket.id);
  expect(policies[0]?.Properties.PolicyDocument.Statement).toContainEqual(
    expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
  );
});

test('what strangers reach writes objects under uploads/ only, and removes none', () => {
  const { Statement } = stack.named('IAM::Policy', 'queryRoleDefaultPolicy').Properties.PolicyDocument;
  const changes = Statement.filter(({ Action }) => [Action].flat().some((one) => /^s3:(?!Get|List)/.test(one)));
  const bucket = arnOf(stack.named('S3::Bucket', 'StorageReports'));
  expect(changes).toEqual([
    { Effect: 'Allow', Action: 's3:PutObject', Resource: { 'Fn::Join': ['', [bucket, '/uploads/*']] } },
  ]);
  const called = Statement.filter(({ Action }) => Action === 'lambda:InvokeFunction');
  expect(called.map(({ Resource }) => Resource)).toEqual([arnOf(functionOf('amend'))]);
});

test('each function has a role of its own, with no right on everything', () => {
  const roles = stack.all('Lambda::Function').map(({ Properties }) => JSON.stringify(Properties.Role));
  expect(new Set(roles).size).toBe(roles.length);
  const statements = stack.all('IAM::Policy').flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  const wide = statements.filter(({ Action, Resource }) => [Action, Resource].flat().includes('*'));
  expect(wide).toEqual([]);
});

test('logs are not kept for ever', () => {
  const groups = stack.all('Logs::LogGroup');
  expect(groups.length).toBeGreaterThan(Object.keys(FUNCTIONS).length);
  for (const { Properties } of groups) expect(Properties.RetentionInDays).toBe(90);
});

test('programs sign, people are asked by the app, browsers ask whether a page may call', () => {
  const routes = ({ all }: ReturnType<typeof synthesise>) =>
    Object.fromEntries(
      all('ApiGatewayV2::Route').map(({ Properties }) => [Properties.RouteKey, Properties.AuthorizationType]),
    );
  const people = { 'ANY /': 'NONE', 'ANY /{proxy+}': 'NONE' };
  expect(routes(stack)).toEqual({ 'ANY /api/{proxy+}': 'AWS_IAM', ...people });
  const jwt = {
    jwtIssuer: 'https://login.example.com/',
    jwtAudience: 'gouji',
    corsOrigins: 'https://portal.example.com',
  };
  expect(routes(synthesise({ ...LEAST, ...jwt }))).toEqual({
    ...{ 'ANY /api/{proxy+}': 'JWT', 'OPTIONS /api/{proxy+}': 'NONE' },
    ...people,
  });
});

test('objects are read again by a distributed map over the inventory’s list, with no right beyond that', () => {
  const { Properties } = stack.named('StepFunctions::StateMachine', 'ReprocessingMachine');
  const text = JSON.stringify(Properties.DefinitionString);
  for (const part of [
    ...['\\"Mode\\":\\"DISTRIBUTED\\"', 'states:::s3:getObject', 'states:::s3:putObject', '\\"MaxItemsPerBatch\\":10'],
    ...[functionOf('inventory').id, functionOf('reprocess').id],
  ]) {
    expect(text).toContain(part);
  }
  const rights = stack.named('IAM::Policy', 'ReprocessingRoleDefaultPolicy').Properties.PolicyDocument.Statement;
  expect(rights.flatMap(({ Action }) => Action).sort()).toEqual([
    ...['lambda:InvokeFunction', 's3:GetObject', 's3:PutObject', 'states:DescribeExecution'],
    ...['states:RedriveExecution', 'states:StartExecution', 'states:StopExecution'],
  ]);
  for (const name of ['BaseUrl', 'BucketName', 'TableName', 'BusName', 'DatasetBucketName', 'ReprocessingArn']) {
    expect(stack.outputs).toHaveProperty(name);
  }
});

test('requests are throttled and logged, without what stands behind a question mark', () => {
  const [stage] = stack.all('ApiGatewayV2::Stage');
  expect(stage?.Properties).toMatchObject({
    DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
    AccessLogSettings: { Format: expect.stringContaining('$context.requestId') },
  });
  // Links of mails carry their key in the query.
  expect(JSON.stringify(stage?.Properties.AccessLogSettings)).not.toMatch(
    /context\.(?:query|requestOverride)|rawQuery/i,
  );
});
