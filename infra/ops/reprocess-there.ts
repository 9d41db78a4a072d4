/** Reading objects again in the account: starts the state machine, or has a failed run go on, and follows it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeExecutionCommand,
  DescribeMapRunCommand,
  ListExecutionsCommand,
  ListMapRunsCommand,
  RedriveExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { ReprocessAnswer } from '../../functions/ingest/reprocess.ts';
import { UsageError } from '../../shared/cli/usage-error.ts';
import { OPERATIONS_FOLDER } from '../wiring.ts';
import type { Operation } from './deployment.ts';
import { type Outcomes, together } from './outcomes.ts';

/** Soon at first, then less and less often. */
const FIRST_LOOK_MILLISECONDS = 500;
const LAST_LOOK_MILLISECONDS = 5000;

/**
 * A run goes on in the account when this command is cut off: `resume` follows it, or has the last failed one go on.
 * @throws {UsageError} where there is nothing to go on with
 */
export async function reprocessThere(
  { scope, keys }: { scope: 'all' | 'differences' | 'keys' | 'resume'; keys: readonly string[] },
  { deployment, progress }: Operation,
): Promise<Outcomes> {
  const sfn = new SFNClient({});
  const stateMachineArn = deployment.reprocessing ?? '';
  const executionArn =
    scope === 'resume' ? await resumed(sfn, stateMachineArn) : await started(sfn, stateMachineArn, scope, keys);
  let mapRunArn: string | undefined;
  let pause = FIRST_LOOK_MILLISECONDS;
  for (;;) {
    const { status, error, cause } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    mapRunArn ??= (await sfn.send(new ListMapRunsCommand({ executionArn }))).mapRuns?.[0]?.mapRunArn;
    if (mapRunArn !== undefined) {
      const { itemCounts } = await sfn.send(new DescribeMapRunCommand({ mapRunArn }));
      progress(`${itemCounts?.succeeded ?? 0}/${itemCounts?.total ?? 0}，失败 ${itemCounts?.failed ?? 0}`);
    }
    if (status === 'RUNNING' || status === 'PENDING_REDRIVE') {
      await sleep(pause);
      pause = Math.min(2 * pause, LAST_LOOK_MILLISECONDS);
      continue;
    }
    const outcomes = mapRunArn === undefined ? together([]) : await resultsOf(deployment.datasetBucket, mapRunArn);
    if (status === 'SUCCEEDED') return outcomes;
    const why = `${status} ${error ?? ''} ${cause ?? ''}`.trim();
    return together([
      outcomes,
      { outcomes: {}, failed: [{ key: executionArn, error: `${why}: go on with --resume` }] },
    ]);
  }
}

async function started(sfn: SFNClient, stateMachineArn: string, scope: string, keys: readonly string[]) {
  const input = JSON.stringify({ scope, keys });
  const { executionArn = '' } = await sfn.send(new StartExecutionCommand({ stateMachineArn, input }));
  return executionArn;
}

async function resumed(sfn: SFNClient, stateMachineArn: string): Promise<string> {
  const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 1 }));
  const [last] = executions;
  if (last?.executionArn === undefined || last.status === 'SUCCEEDED') throw new UsageError('no run was cut off');
  const { executionArn, status } = last;
  if (status !== 'RUNNING') await sfn.send(new RedriveExecutionCommand({ executionArn }));
  return executionArn;
}

/** The answers of all batches, from the files that the map has written. */
async function resultsOf(Bucket: string, mapRunArn: string): Promise<Outcomes> {
  const s3 = new S3Client({});
  const Prefix = `${OPERATIONS_FOLDER}/results/${mapRunArn.split(':').at(-1)}/`;
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix }));
  const answers: ReprocessAnswer[] = [];
  for (const { Key = '' } of Contents.filter((one) => one.Key?.includes('/SUCCEEDED_'))) {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    const runs = JSON.parse((await Body?.transformToString()) ?? '[]') as { Output: string }[];
    answers.push(...runs.map(({ Output }) => JSON.parse(Output) as ReprocessAnswer));
  }
  s3.destroy();
  return together(answers);
}
