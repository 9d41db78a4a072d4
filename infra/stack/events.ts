import { Duration } from 'aws-cdk-lib';
import { EventBus, type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { RULES, THIS_BUCKET, type EventPattern as WiredPattern } from '../wiring.ts';
import type { Queues } from './queues.ts';

/** Our bus, and the rules of the wiring from buses to queues. */
export class Events extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, { queues, undelivered }: Queues, bucket: Bucket) {
    super(scope, id);
    this.bus = new EventBus(this, 'Reports');
    const buses: Record<'default' | 'reports', IEventBus> = {
      default: EventBus.fromEventBusName(this, 'Default', 'default'),
      reports: this.bus as IEventBus,
    };
    for (const [name, { bus, pattern, queue }] of Object.entries(RULES)) {
      new Rule(this, name, {
        eventBus: buses[bus],
        eventPattern: patternOf(pattern, bucket.bucketName),
        targets: [new SqsQueue(queues[queue], { deadLetterQueue: undelivered, maxEventAge: Duration.hours(24) })],
      });
    }
  }
}

function patternOf(pattern: WiredPattern, bucketName: string): EventPattern {
  const { source, 'detail-type': detailType, detail } = filled(pattern, bucketName) as Record<string, unknown>;
  return {
    ...(source !== undefined && { source: source as string[] }),
    ...(detailType !== undefined && { detailType: detailType as string[] }),
    ...(detail !== undefined && { detail: detail as Record<string, unknown> }),
  };
}

/** The pattern with the bucket's name where the wiring has its place. */
function filled(pattern: EventPattern, bucketName: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(pattern).map(([field, wanted]) => [
      field,
      Array.isArray(wanted)
        ? wanted.map((value) => (value === THIS_BUCKET ? bucketName : value))
        : filled(wanted as EventPattern, bucketName),
    ]),
  );
}
