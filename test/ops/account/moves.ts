import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { Service } from './service.ts';

/** Move tasks of SQS: messages go back to the queue that the dead-letter queue is of, a part at each look. */
export function moves(endpoint: string): Service {
  const sqs = new SQSClient({ endpoint, useQueueUrlAsEndpoint: false });
  const tasks = new Map<string, number>();
  const urlOf = async (QueueName: string) => (await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl ?? '';
  return async (operation, { SourceArn }) => {
    const name = String(SourceArn).split(':').at(-1) ?? '';
    if (operation === 'StartMessageMoveTask') {
      tasks.set(name, 0);
      return { TaskHandle: name };
    }
    if (operation !== 'ListMessageMoveTasks') return null;
    const [dead, source] = await Promise.all([urlOf(name), urlOf(name.replace(/-dead$/, ''))]);
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: dead, MaxNumberOfMessages: 10 }));
    for (const { Body, ReceiptHandle } of Messages) {
      await sqs.send(new SendMessageCommand({ QueueUrl: source, MessageBody: Body }));
      await sqs.send(new DeleteMessageCommand({ QueueUrl: dead, ReceiptHandle }));
    }
    const moved = (tasks.get(name) ?? 0) + Messages.length;
    tasks.set(name, moved);
    const Status = Messages.length === 0 ? 'COMPLETED' : 'RUNNING';
    return {
      Results: [{ Status, ApproximateNumberOfMessagesMoved: moved, ApproximateNumberOfMessagesToMove: moved }],
    };
  };
}
