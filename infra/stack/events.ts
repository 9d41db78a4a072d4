import { Duration } from 'aws-cdk-lib';
import { EventBus, type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { EVENT_RULES, THIS_BUCKET, THIS_CONFIGURATION_SET, type EventPattern as WiredPattern } from '../wiring.ts';
import type { Queues } from './queues.ts';

/** Our bus, and the rules of the wiring from buses to queues. */
export class Events extends Construct {
  readonly bus: EventBus;

  /** @param configurationSet of SES; where there is none, nothing comes back of mails */
  constructor(
    scope: Construct,
    id: string,
    { queues, undelivered }: Queues,
    bucket: IBucket,
    configurationSet: string | null,
  ) {
    super(scope, id);
    this.bus = new EventBus(this, 'Reports');
    const buses: Record<'default' | 'reports', IEventBus> = {
      default: EventBus.fromEventBusName(this, 'Default', 'default'),
      reports: this.bus as IEventBus,
    };
    const names = { [THIS_BUCKET]: bucket.bucketName, [THIS_CONFIGURATION_SET]: configurationSet };
    for (const [name, { bus, pattern, queue }] of Object.entries(EVENT_RULES)) {
      const eventPattern = patternOf(pattern, names);
      if (eventPattern === null) continue;
      new Rule(this, name, {
        eventBus: buses[bus],
        eventPattern,
        targets: [new SqsQueue(queues[queue], { deadLetterQueue: undelivered, maxEventAge: Duration.hours(24) })],
      });
    }
  }
}

type Names = Readonly<Record<string, string | null>>;

/** `null` where the pattern is about something that this deployment has not. */
function patternOf(pattern: WiredPattern, names: Names): EventPattern | null {
  const made = filled(pattern, names);
  if (made === null) return null;
  const { source, 'detail-type': detailType, detail } = made;
  return {
    ...(source !== undefined && { source: source as string[] }),
    ...(detailType !== undefined && { detailType: detailType as string[] }),
    ...(detail !== undefined && { detail: detail as Record<string, unknown> }),
  };
}

/** The pattern with the deployment's names where the wiring has their places. */
function filled(pattern: WiredPattern, names: Names): Record<string, unknown> | null {
  const made: Record<string, unknown> = {};
  for (const [field, wanted] of Object.entries(pattern)) {
    const value = Array.isArray(wanted)
      ? wanted.map((one: string) => (one in names ? names[one] : one))
      : filled(wanted as WiredPattern, names);
    if (value === null || (Array.isArray(value) && value.includes(null))) return null;
    made[field] = value;
  }
  return made;
}
