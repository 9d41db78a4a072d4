import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLetterName, QUEUES, type QueueName, visibilitySeconds } from '../wiring.ts';

const SHARED = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
/** The longest that SQS keeps a message: time to mend what it failed on. */
const LONGEST = Duration.days(14);

/** Every queue of the wiring, each with its dead-letter queue, and one for what EventBridge could not deliver. */
export class Queues extends Construct {
  readonly queues: Readonly<Record<QueueName, Queue>>;
  readonly dead: Readonly<Record<QueueName, Queue>>;
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const names = Object.keys(QUEUES) as QueueName[];
    this.dead = Object.fromEntries(names.map((name) => [name, this.#last(deadLetterName(name))])) as Record<
      QueueName,
      Queue
    >;
    this.queues = Object.fromEntries(
      names.map((name) => [
        name,
        new Queue(this, name, {
          ...SHARED,
          retentionPeriod: LONGEST,
          visibilityTimeout: Duration.seconds(visibilitySeconds(name)),
          deadLetterQueue: { queue: this.dead[name], maxReceiveCount: QUEUES[name].maxReceiveCount },
        }),
      ]),
    ) as Record<QueueName, Queue>;
    this.undelivered = this.#last('undelivered');
    Validations.of(this.undelivered).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SQS3',
      reason: 'It is the dead-letter queue of the EventBridge targets, which the check does not look at.',
    });
  }

  /** A queue that nothing reads by itself: an alarm tells when it is not empty. */
  #last(name: string): Queue {
    const queue = new Queue(this, name, { ...SHARED, retentionPeriod: LONGEST });
    Validations.of(queue).acknowledge({
      id: 'Serverless::Serverless-SQSRedrivePolicy',
      reason: 'It is a dead-letter queue itself.',
    });
    return queue;
  }
}
