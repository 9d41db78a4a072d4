/** The notification function on the embedded table, with a clock that the test sets and a post office that keeps all. */
import { beforeEach } from 'vitest';
import { handleMessage } from '../../functions/notify/handler.ts';
import { sweep } from '../../functions/notify/outbox/sweep.ts';
import type { Mail } from '../../functions/platform/mail/mime.ts';
import { noteResolved } from '../../functions/store/mail/notified.ts';
import { deleteSubscription, listSubscriptions } from '../../functions/store/mail/subscription-items.ts';
import { putSubscription } from '../../functions/store/mail/subscriptions.ts';
import { putRecord } from '../../functions/store/records/records.ts';
import type { Engines } from '../../infra/local/engines.ts';
import { SubscriptionRequest } from '../../shared/mail/subscription.ts';
import type { ReportRecord } from '../../shared/record.ts';
import { type RecordValues, record } from '../mail/examples.ts';
import { readMime } from '../mail/mime.ts';
import { useEngines } from '../support/engines.ts';
import { busEvent } from './events.ts';

type SentMail = Awaited<ReturnType<typeof readMime>>;

export interface World {
  /** Messages as handed to the post office, in order. */
  sent: Uint8Array[];
  now: Date;
  /** Called before and after each message is taken; throws what the post office answers. */
  onSend: (when: 'before' | 'after') => void | Promise<void>;
  pass(seconds: number): void;
  mails(): Promise<SentMail[]>;
  /** Stores a record as ingest does. Each has a higher sequencer than the one before. */
  store(values: RecordValues): Promise<ReportRecord>;
  /** The event of a record, as the bus delivers it. */
  deliver(stored: ReportRecord): Promise<number | null>;
  sweep(): Promise<void>;
  /** Time passes and sweeps come until nothing more is due. */
  settle(): Promise<void>;
  subscribe(id: string, request: Partial<SubscriptionRequest>): Promise<void>;
}

/** A world for each test, on one table a file. Nobody is subscribed. */
export function useWorld(): { world: () => World; engines: () => Engines } {
  const engines = useEngines();
  let world: World;
  let day = 0;
  beforeEach(async () => {
    process.env.MAIL_TO = '';
    for (const { id } of (await listSubscriptions(100)).subscriptions) await deleteSubscription(id);
    day += 1;
    world = createWorld(new Date(Date.UTC(2030, 0, day)));
  });
  return { world: () => world, engines };
}

function createWorld(start: Date): World {
  let sequencer = start.getTime();
  const post = {
    now: () => world.now,
    mailer: {
      async send({ mime }: Mail) {
        await world.onSend('before');
        world.sent.push(mime);
        await world.onSend('after');
      },
    },
  };
  const world: World = {
    sent: [],
    now: start,
    onSend: () => {},
    pass(seconds) {
      world.now = new Date(world.now.getTime() + seconds * 1000);
    },
    mails: () => Promise.all(world.sent.map(readMime)),
    async store(values) {
      const stored = record({ ...values, sequencer: String(sequencer++) });
      await putRecord(stored);
      // As the projections of ingest do.
      if (stored.result.status === 'passed') await noteResolved(stored.id);
      return stored;
    },
    deliver: (stored) => handleMessage(busEvent(stored), post),
    sweep: () => sweep(post, () => true),
    async settle() {
      for (let round = 0; round < 4; round++) {
        await world.sweep();
        world.pass(70);
      }
    },
    async subscribe(id, request) {
      const whole = SubscriptionRequest.parse({ address: `${id}@example.com`, scope: { kind: 'all' }, ...request });
      await putSubscription(id, whole, world.now, { confirmed: true });
    },
  };
  return world;
}
