/** Moving messages by hand, where SQS does not: each is sent, then deleted, so that none is lost and one may come twice. */
import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { DeadQueue } from './deployment.ts';

/** Nobody else gets a message while it is moved. */
const HOLD_SECONDS = 60;

/** @returns how many were moved, and how many do not say where they belong */
export async function moveOneByOne(
  sqs: SQSClient,
  { dead, source }: DeadQueue,
  tell: (moved: number) => void,
): Promise<{ moved: number; left: number }> {
  let moved = 0;
  const homeless = new Set<string>();
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        ...{ QueueUrl: dead, MaxNumberOfMessages: 10, VisibilityTimeout: HOLD_SECONDS, WaitTimeSeconds: 1 },
        MessageAttributeNames: ['All'],
      }),
    );
    // Those without a way come again when their time is up: having seen one twice, all were seen.
    if (Messages.every(({ MessageId = '' }) => homeless.has(MessageId))) return { moved, left: homeless.size };
    for (const message of Messages) {
      const QueueUrl = source ?? (await targetOf(sqs, message));
      if (QueueUrl === null) {
        homeless.add(message.MessageId ?? '');
        continue;
      }
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: message.Body }));
      await sqs.send(new DeleteMessageCommand({ QueueUrl: dead, ReceiptHandle: message.ReceiptHandle }));
      moved += 1;
      tell(moved);
    }
  }
}

/** EventBridge says of what it could not deliver where it was to go; calls of schedules come by themselves. */
async function targetOf(sqs: SQSClient, { MessageAttributes }: Message): Promise<string | null> {
  const arn = MessageAttributes?.TARGET_ARN?.StringValue;
  if (arn === undefined || !arn.includes(':sqs:')) return null;
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: arn.split(':').at(-1) }));
  return QueueUrl ?? null;
}
