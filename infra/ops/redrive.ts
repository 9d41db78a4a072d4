/** `gouji ops redrive`: dead letters go back to the queue they came from, after what they failed on is mended. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  SQSClient,
  SQSServiceException,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { clientOptions } from '../../functions/platform/clients.ts';
import { UsageError } from '../../shared/cli/usage-error.ts';
import type { DeadQueue, Operation } from './deployment.ts';
import { moveOneByOne } from './move.ts';

/** A queue of faulty messages must not drown the function again. */
const MESSAGES_A_SECOND = 10;
const LOOK_AGAIN_MILLISECONDS = 2000;

/**
 * @param names of queues; all where none is named
 * @returns 1 where a message could not be moved
 * @throws {UsageError} for a name that is none
 */
export async function redrive(names: readonly string[], { deployment, write, progress }: Operation): Promise<number> {
  const known = deployment.queues.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`no queue ${unknown}: there are ${known.join(', ')}`);
  const sqs = new SQSClient(clientOptions());
  let left = 0;
  for (const queue of deployment.queues.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const tell = (moved: number) => progress(`${queue.name}  ${moved}`);
    const outcome = (await moveTask(sqs, queue, tell)) ?? (await moveOneByOne(sqs, queue, tell));
    progress('');
    await write(`${queue.name}  ${outcome.moved} sent back${outcome.left > 0 ? `, ${outcome.left} left` : ''}\n`);
    left += outcome.left;
  }
  sqs.destroy();
  return left === 0 ? 0 : 1;
}

/** Has SQS move them. `null` where it cannot: not in this region, or not from this queue. */
async function moveTask(
  sqs: SQSClient,
  { dead, source }: DeadQueue,
  tell: (moved: number) => void,
): Promise<{ moved: number; left: number } | null> {
  if (source === null) return null;
  const asked = { QueueUrl: dead, AttributeNames: ['QueueArn' as const, 'ApproximateNumberOfMessages' as const] };
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand(asked));
  if (Attributes?.ApproximateNumberOfMessages === '0') return { moved: 0, left: 0 };
  const SourceArn = Attributes?.QueueArn;
  try {
    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn, MaxNumberOfMessagesPerSecond: MESSAGES_A_SECOND }));
  } catch (error) {
    if (isNotToBeHad(error)) return null;
    throw error;
  }
  for (;;) {
    const { Results = [] } = await sqs.send(new ListMessageMoveTasksCommand({ SourceArn, MaxResults: 1 }));
    const { Status, ApproximateNumberOfMessagesMoved = 0, ApproximateNumberOfMessagesToMove = 0 } = Results[0] ?? {};
    tell(ApproximateNumberOfMessagesMoved);
    if (Status !== 'RUNNING') {
      const left = Math.max(0, ApproximateNumberOfMessagesToMove - ApproximateNumberOfMessagesMoved);
      return { moved: ApproximateNumberOfMessagesMoved, left: Status === 'COMPLETED' ? 0 : left };
    }
    await sleep(LOOK_AGAIN_MILLISECONDS);
  }
}

/** What a service answers that does not know the operation. */
function isNotToBeHad(error: unknown): boolean {
  const names = ['UnsupportedOperation', 'InvalidAction', 'UnknownOperationException', 'InvalidParameterValue'];
  return error instanceof SQSServiceException && names.some((name) => error.name.includes(name));
}
