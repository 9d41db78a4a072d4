/** Messages that are to come again sooner or later than the visibility timeout of their queue says. */
import { ChangeMessageVisibilityCommand, GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { clientOptions } from './clients.ts';

/** There is nothing wrong with a message, but its time has not come. */
export class ComeAgainError extends Error {
  override readonly name = 'ComeAgainError';
  readonly seconds: number;
  /** What it waits for has ended after some minutes, one way or another, and sees to the rest. */
  readonly isForAWhile: boolean;
  constructor(message: string, seconds: number, { isForAWhile }: { isForAWhile: boolean }) {
    super(message);
    this.seconds = seconds;
    this.isForAWhile = isForAWhile;
  }
}

let client: SQSClient | null = null;
const queueUrls = new Map<string, string>();

/** The message comes again after these seconds, if the function says that it failed. */
export async function hold({ receiptHandle, eventSourceARN }: SQSRecord, seconds: number): Promise<void> {
  client ??= new SQSClient(clientOptions());
  const VisibilityTimeout = Math.max(1, Math.ceil(seconds));
  const QueueUrl = await queueUrl(client, eventSourceARN);
  await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout }));
}

async function queueUrl(sqs: SQSClient, arn: string): Promise<string> {
  const known = queueUrls.get(arn);
  if (known !== undefined) return known;
  const found = await sqs.send(new GetQueueUrlCommand({ QueueName: arn.split(':').at(-1) }));
  if (!found.QueueUrl) throw new Error(`no queue of ${arn}`);
  queueUrls.set(arn, found.QueueUrl);
  return found.QueueUrl;
}
