/**
 * Sends every message of a dead-letter queue back to the queue it came from, after what it failed on is mended.
 *
 *     node infra/ops/redrive.ts https://sqs.…/…-dead
 */
import { parseArgs } from 'node:util';
import { GetQueueAttributesCommand, SQSClient, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';

/** A queue of faulty messages must not drown the function again. */
const MESSAGES_A_SECOND = 10;

const { positionals } = parseArgs({ allowPositionals: true });
const [QueueUrl] = positionals;
if (QueueUrl === undefined) {
  console.error('usage: node infra/ops/redrive.ts URL-OF-DEAD-LETTER-QUEUE');
  process.exit(64);
}
const sqs = new SQSClient({});
const AttributeNames = ['QueueArn', 'ApproximateNumberOfMessages'] as const;
const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }));
await sqs.send(
  new StartMessageMoveTaskCommand({
    SourceArn: Attributes?.QueueArn,
    MaxNumberOfMessagesPerSecond: MESSAGES_A_SECOND,
  }),
);
console.log(`${Attributes?.ApproximateNumberOfMessages} messages are on their way back`);
