import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { VariableName } from '../../functions/platform/environment.ts';
import { BUNDLE_MODULE } from '../bundle.ts';
import { type Access, FUNCTIONS, type FunctionName, SCHEDULES } from '../wiring.ts';

interface Statement {
  actions: string[];
  resources: string[];
}

/** What the functions of a deployment share. */
export interface FunctionContext {
  /** Makes the bundle of a function and gives its folder. */
  bundle(name: FunctionName): string;
  values: Record<VariableName, string>;
  /** What each kind of access means. */
  grants: Record<Access, Statement[]>;
  /** For asynchronous calls that failed. */
  undelivered: Queue;
  /** ARNs of objects by the kind of access to them, as the checks of the template write them. */
  objects: Readonly<Record<'bucket' | 'uploads' | 'dataset' | 'operations', string>>;
  /** Of the service in logs and metrics. */
  serviceName: string;
  logDays: RetentionDays;
}

/** One function of the wiring with its own role and log group. */
export class FunctionWithRole extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, name: FunctionName, around: FunctionContext) {
    super(scope, name);
    const { bundle, values, grants, undelivered, objects, serviceName, logDays } = around;
    const { memoryMegabytes, timeoutSeconds, environment, access } = FUNCTIONS[name];
    const scheduled = Object.values(SCHEDULES).some(({ target }) => target === name);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `${Stack.of(this).stackName}: ${name}`,
    });
    logGroup.grantWrite(role);
    for (const kind of access) for (const statement of grants[kind]) role.addToPolicy(new PolicyStatement(statement));
    this.lambda = new LambdaFunction(this, 'Function', {
      description: `${Stack.of(this).stackName}: ${FUNCTIONS[name].entry}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundle(name)),
      handler: `${BUNDLE_MODULE}.handler`,
      memorySize: memoryMegabytes,
      timeout: Duration.seconds(timeoutSeconds),
      role,
      logGroup,
      tracing: Tracing.DISABLED,
      ...(scheduled && { deadLetterQueue: undelivered }),
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: serviceName,
        ...Object.fromEntries(environment.map((variable) => [variable, values[variable]])),
      },
    });
    Validations.of(this).acknowledge({
      id: 'Serverless::Serverless-LambdaTracing',
      reason:
        'Sending traces is a right on every resource (X-Ray knows no narrower one), and each trace is paid for; the ' +
        'correlation id leads through the logs of all steps (docs/runbook.md).',
    });
    if (!scheduled) {
      Validations.of(this).acknowledge({
        id: 'Serverless::Serverless-LambdaDLQ',
        reason:
          'It is never called asynchronously: its queue has a dead-letter queue, or the API waits for the answer.',
      });
    }
    for (const [kind, arn] of Object.entries(objects)) {
      if (!access.some((granted) => granted.startsWith(`${kind}:`))) continue;
      Validations.of(role).acknowledge({
        id: `AwsSolutions::AwsSolutions-IAM5[Resource::${arn}]`,
        reason: 'Any object of this one bucket or folder, and of no other, may have to be read or replaced.',
      });
    }
  }
}
