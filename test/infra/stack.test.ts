/** The synthesised template: what it must say, and that it says the same as the wiring. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { afterAll, describe, expect, test } from 'vitest';
import cdk from '../../cdk.json' with { type: 'json' };
import { readSettings } from '../../infra/settings.ts';
import { GoujiStack } from '../../infra/stack.ts';
import {
  deadLetterName,
  FUNCTIONS,
  type FunctionName,
  OPEN_ROUTES,
  PERSONAL_ROUTES,
  QUEUES,
  type QueueName,
  RULES,
  SCHEDULES,
  TABLE,
  visibilitySeconds,
} from '../../infra/wiring.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-stack-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Properties that are taken apart here; each kind of resource has some of them. A wrong path fails its test. */
interface Properties {
  [name: string]: unknown;
  Environment: { Variables: Record<string, string> };
  EventSourceArn: { 'Fn::GetAtt': [string, string] };
  Timeout: number;
  Bucket: { Ref: string };
  PolicyDocument: { Statement: { Action: unknown; Resource: unknown }[] };
  RouteKey: string;
}
interface Resource {
  id: string;
  Type: string;
  Properties: Properties;
  DeletionPolicy?: string;
}

function synthesise(context: Record<string, unknown> = {}) {
  const code = mkdtempSync(join(folder, 'code-'));
  writeFileSync(join(code, 'handler.mjs'), '');
  const outdir = mkdtempSync(join(folder, 'out-'));
  const app = new App({ context: { ...cdk.context, ...context }, outdir });
  const stack = new GoujiStack(app, 'Gouji', readSettings(app.node), () => code);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  const { template } = app.synth().getStackByName(stack.stackName);
  const resources = Object.entries(template.Resources as Record<string, Omit<Resource, 'id'>>).map(
    ([id, resource]): Resource => ({ id, ...resource }),
  );
  const report = join(outdir, 'validation-report.json');
  return {
    parameters: template.Parameters as Record<string, unknown>,
    resources,
    report: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null,
    all: (type: string) => resources.filter(({ Type }) => Type === `AWS::${type}`),
    /** The one resource at this path: a logical id is the path without dashes, and eight digits of its hash. */
    named(type: string, path: string): Resource {
      const id = new RegExp(`^${path.replace('-', '')}[0-9A-F]{8}$`);
      const [found, ...others] = resources.filter((one) => one.Type === `AWS::${type}` && id.test(one.id));
      if (found === undefined || others.length > 0) throw new Error(`no single ${type} ${path}`);
      return found;
    },
  };
}

const stack = synthesise();
const functionOf = (name: FunctionName) => stack.named('Lambda::Function', `${name}Function`);
const queueOf = (name: QueueName | ReturnType<typeof deadLetterName> | 'undelivered') =>
  stack.named('SQS::Queue', `Queues${name}`);
const arnOf = ({ id }: Resource) => ({ 'Fn::GetAtt': [id, 'Arn'] });

describe('the stack and the wiring say the same', () => {
  test.each(Object.keys(FUNCTIONS) as FunctionName[])('function %s', (name) => {
    const { Properties } = functionOf(name);
    const { NODE_OPTIONS, ...variables } = Properties.Environment.Variables;
    expect(Object.keys(variables).sort()).toEqual([...FUNCTIONS[name].environment].sort());
    expect(NODE_OPTIONS).toBe('--enable-source-maps');
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

  test.each(Object.entries(RULES))('rule %s', (name, { bus, pattern, queue }) => {
    const { Properties } = stack.named('Events::Rule', `Events${name}`);
    const bucket = { Ref: stack.named('S3::Bucket', 'StorageReports').id };
    const expected = JSON.parse(JSON.stringify(pattern).replaceAll('"<bucket>"', JSON.stringify(bucket)));
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
    expect(stack.all('Events::Rule')).toHaveLength(Object.keys(RULES).length);
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

test.each([
  {},
  {
    ...{ openReading: 'true', corsOrigins: 'https://portal.example.com', operator: 'operator@example.com' },
    ...{ mailDomain: 'example.com', mailTo: 'clerk@example.com', baseUrl: 'https://gouji.example.com' },
  },
])('cdk-nag leaves nothing open, whatever is set: %o', (context) => {
  const { report } = Object.keys(context).length === 0 ? stack : synthesise(context);
  const violations = (report?.pluginReports ?? []).flatMap(({ violations }: { violations: { ruleName: string }[] }) =>
    violations.map(({ ruleName }) => ruleName),
  );
  expect(violations).toEqual([]);
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

test('each function has a role of its own, with no right on everything', () => {
  const roles = stack.all('Lambda::Function').map(({ Properties }) => JSON.stringify(Properties.Role));
  expect(new Set(roles).size).toBe(roles.length);
  const statements = stack.all('IAM::Policy').flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  const wide = statements.filter(({ Action, Resource }) => [Action, Resource].flat().includes('*'));
  expect(wide).toEqual([]);
});

test('every dead-letter queue and every function has an alarm that leads to a section of the runbook', () => {
  const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
  const sections = [...runbook.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
  const alarms = stack.all('CloudWatch::Alarm').map(({ Properties }) => Properties);
  for (const { AlarmDescription } of alarms) {
    const [, section] =
      /docs\/runbook\.md#([a-z-]+)$/.exec(JSON.stringify(AlarmDescription).replace(/["\]}]+$/, '')) ?? [];
    expect(sections).toContain(section);
  }
  const watched = JSON.stringify(alarms.flatMap(({ Dimensions }) => Dimensions));
  const mustBe = [...stack.all('Lambda::Function'), ...stack.all('SQS::Queue')].map(({ id }) => id);
  expect(mustBe.filter((id) => !watched.includes(`"${id}"`))).toEqual([]);
});

test('logs are not kept for ever', () => {
  const groups = stack.all('Logs::LogGroup');
  expect(groups.length).toBeGreaterThan(Object.keys(FUNCTIONS).length);
  for (const { Properties } of groups) expect(Properties.RetentionInDays).toBe(90);
});

test('the kill switch stops queues and schedules', () => {
  const paused = { 'Fn::If': ['IsPaused', false, true] };
  for (const { Properties } of stack.all('Lambda::EventSourceMapping')) expect(Properties.Enabled).toEqual(paused);
  const resting = { 'Fn::If': ['IsPaused', 'DISABLED', 'ENABLED'] };
  for (const { Properties } of stack.all('Scheduler::Schedule')) expect(Properties.State).toEqual(resting);
  expect(stack.parameters.Paused).toMatchObject({ Default: 'no', AllowedValues: ['yes', 'no'] });
});

describe('who may call the API', () => {
  const routes = ({ all }: ReturnType<typeof synthesise>) =>
    Object.fromEntries(
      all('ApiGatewayV2::Route').map(({ Properties }) => [Properties.RouteKey, Properties.AuthorizationType]),
    );
  const open = Object.fromEntries(OPEN_ROUTES.map(({ method, path }) => [`${method} ${path}`, 'NONE']));
  const signed = { 'ANY /{proxy+}': 'AWS_IAM', 'GET /': 'AWS_IAM' };
  const personal = Object.fromEntries(PERSONAL_ROUTES.map((path) => [`GET ${path}`, 'AWS_IAM']));
  const jwt = { jwtIssuer: 'https://login.example.com/', jwtAudience: 'gouji' };

  test.each<[settings: string, context: Record<string, unknown>, expected: Record<string, string>]>([
    ['by default whoever signs', {}, signed],
    ['with an issuer whoever has its token', jwt, { 'ANY /{proxy+}': 'JWT', 'GET /': 'JWT' }],
    [
      'with open reading everybody for reading, and nobody more for writing',
      { openReading: 'true' },
      { ...signed, 'GET /': 'NONE', 'GET /{proxy+}': 'NONE', ...personal },
    ],
    [
      'browsers ask without a signature whether a page may call',
      { corsOrigins: 'https://portal.example.com' },
      { ...signed, 'OPTIONS /{proxy+}': 'NONE' },
    ],
  ])('%s', (_settings, context, expected) => {
    expect(routes(Object.keys(context).length === 0 ? stack : synthesise(context))).toEqual({ ...expected, ...open });
  });

  test('requests are throttled and logged', () => {
    expect(stack.all('ApiGatewayV2::Stage')[0]?.Properties).toMatchObject({
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: { Format: expect.stringContaining('$context.requestId') },
    });
  });
});

test.each([
  [{ jwtIssuer: 'https://login.example.com/' }, /belong together/],
  [{ mailFrom: 'nobody' }, /email/],
  [{ openReading: 'perhaps' }, /openReading/],
])('settings that make no sense are refused: %o', (context, why) => {
  expect(() => synthesise(context)).toThrow(why);
});
