/** A stack by its outputs, which lead the functions' own code to its table, bucket and bus. */
import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { UsageError } from '../../shared/cli/usage-error.ts';
import { QUEUES } from '../wiring.ts';
import type { Deployment } from './deployment.ts';

/** Outputs that are variables of the functions too. */
const VARIABLES = {
  TABLE_NAME: 'TableName',
  BUCKET_NAME: 'BucketName',
  DATASET_BUCKET_NAME: 'DatasetBucketName',
  BUS_NAME: 'BusName',
  BASE_URL: 'BaseUrl',
} as const;

/** @throws {UsageError} where there is no such stack, or it is none of gouji's */
export async function connectStack(name: string): Promise<Deployment> {
  const outputs = await outputsOf(name);
  const output = (key: string) => {
    const value = outputs.get(key);
    if (value === undefined) throw new UsageError(`stack ${name} has no output ${key}: is it of this release?`);
    return value;
  };
  for (const [variable, key] of Object.entries(VARIABLES)) process.env[variable] = output(key);
  return {
    ...{ kind: 'stack', folder: null, stop: async () => {} },
    ...{ baseUrl: output('BaseUrl'), bucket: output('BucketName'), datasetBucket: output('DatasetBucketName') },
    reprocessing: output('ReprocessingArn'),
    queues: [
      ...Object.keys(QUEUES).map((queue) => ({
        ...{ name: queue, dead: output(`${queue}DeadUrl`), source: output(`${queue}QueueUrl`) },
      })),
      { name: 'undelivered', dead: output('UndeliveredUrl'), source: null },
    ],
  };
}

async function outputsOf(name: string): Promise<Map<string, string>> {
  try {
    const { Stacks } = await new CloudFormationClient({}).send(new DescribeStacksCommand({ StackName: name }));
    const outputs = Stacks?.[0]?.Outputs ?? [];
    return new Map(outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
  } catch (error) {
    const isMissing = error instanceof CloudFormationServiceException && error.name === 'ValidationError';
    if (isMissing) throw new UsageError(`${name}: ${error.message}`, { cause: error });
    throw error;
  }
}
