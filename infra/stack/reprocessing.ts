import { ArnFormat, Aws, Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { type FunctionName, OPERATIONS_FOLDER, REPROCESSING } from '../wiring.ts';
import { objectsOf } from './grants.ts';

/** A batch that fails was tried three times; where so many did, something is wrong with all, and the run ends. */
const MOST_FAILED_PERCENT = 5;

interface Parts {
  lambdas: Readonly<Record<FunctionName, IFunction>>;
  /** Where lists and results are kept. */
  bucket: IBucket;
}

/**
 * Reading objects again, a hundred thousand as well as one: the inventory makes the list, and a distributed map has a
 * function read each of them. A run that failed goes on where it stopped when it is redriven.
 */
export class Reprocessing extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { lambdas, bucket }: Parts) {
    super(scope, id);
    const stack = Stack.of(this);
    // Named, because its role has to name it: a distributed map starts runs of its own machine.
    const name = `${stack.stackName}-${scope.node.id}-reprocessing`;
    const role = this.#role(name, lambdas, bucket);
    this.machine = new StateMachine(this, 'Machine', {
      ...{ stateMachineName: name, role, timeout: Duration.days(7) },
      definitionBody: DefinitionBody.fromString(stack.toJsonString(definition(lambdas, bucket.bucketName))),
    });
    const reason = 'What becomes of each object is in its bucket and in the log of the function that reads it.';
    for (const rule of [
      'AwsSolutions::AwsSolutions-SF1',
      'AwsSolutions::AwsSolutions-SF2',
      'Serverless::Serverless-StepFunctionStateMachineXray',
    ]) {
      Validations.of(this.machine).acknowledge({ id: rule, reason });
    }
  }

  #role(name: string, { inventory, reprocess }: Parts['lambdas'], bucket: IBucket): Role {
    const stack = Stack.of(this);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const arn = (resource: string, resourceName: string) =>
      stack.formatArn({ service: 'states', resource, resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
    const runs = [`${name}:*`, `${name}/*:*`].map((run) => arn('execution', run));
    const rights: [actions: string[], resources: string[]][] = [
      [['lambda:InvokeFunction'], [inventory.functionArn, reprocess.functionArn]],
      [['s3:GetObject', 's3:PutObject'], [bucket.arnForObjects(`${OPERATIONS_FOLDER}/*`)]],
      [['states:StartExecution'], [arn('stateMachine', name)]],
      [['states:DescribeExecution', 'states:StopExecution', 'states:RedriveExecution'], runs],
    ];
    for (const [actions, resources] of rights) role.addToPolicy(new PolicyStatement({ actions, resources }));
    for (const wide of [objectsOf({ bucket }, OPERATIONS_FOLDER), ...runs.map(withoutTokens)]) {
      Validations.of(role).acknowledge({
        id: `AwsSolutions::AwsSolutions-IAM5[Resource::${wide}]`,
        reason: 'Each run has a name of its own, and lists and results of its own in this one folder.',
      });
    }
    return role;
  }
}

/** An ARN as the checks of the template write it where account and region are not known yet. */
function withoutTokens(arn: string): string {
  const names = { Partition: Aws.PARTITION, Region: Aws.REGION, AccountId: Aws.ACCOUNT_ID };
  return Object.entries(names).reduce((text, [name, token]) => text.replace(token, `<AWS::${name}>`), arn);
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html */
function definition({ inventory, reprocess }: Parts['lambdas'], bucket: string) {
  const retry = { ErrorEquals: ['States.ALL'], IntervalSeconds: 30, MaxAttempts: 2, BackoffRate: 2 };
  return {
    StartAt: 'List',
    States: {
      List: {
        Type: 'Task',
        Resource: inventory.functionArn,
        Parameters: { task: 'list', 'scope.$': '$.scope', 'keys.$': '$.keys', 'name.$': '$$.Execution.Name' },
        Retry: [retry],
        Next: 'Each',
      },
      Each: {
        Type: 'Map',
        Label: 'Each',
        ItemReader: {
          Resource: `arn:${Aws.PARTITION}:states:::s3:getObject`,
          ReaderConfig: { InputType: 'JSON' },
          Parameters: { 'Bucket.$': '$.bucket', 'Key.$': '$.key' },
        },
        ItemBatcher: { MaxItemsPerBatch: REPROCESSING.batchSize },
        MaxConcurrency: REPROCESSING.maximumConcurrency,
        ToleratedFailurePercentage: MOST_FAILED_PERCENT,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'Read',
          States: { Read: { Type: 'Task', Resource: reprocess.functionArn, Retry: [retry], End: true } },
        },
        ResultWriter: {
          Resource: `arn:${Aws.PARTITION}:states:::s3:putObject`,
          Parameters: { Bucket: bucket, Prefix: `${OPERATIONS_FOLDER}/results` },
        },
        End: true,
      },
    },
  };
}
