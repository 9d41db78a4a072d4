/** What leads to calls of services beside requests of people: each begins with what is there, then something happens. */
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { strToU8, zipSync } from 'fflate';
import { rebuildChanged } from '../../../functions/dataset/rebuild.ts';
import { takeInventory } from '../../../functions/inventory/compare.ts';
import { handleFeedback } from '../../../functions/notify/feedback.ts';
import { getSubscription } from '../../../functions/store/mail/subscription-items.ts';
import { putSubscription } from '../../../functions/store/mail/subscriptions.ts';
import { SubscriptionRequest } from '../../../shared/mail/subscription.ts';
import { reportId } from '../../../shared/record.ts';
import { reportText } from '../../support/report.ts';

/** Names of its own for each trial. */
export interface Stage {
  s3: S3Client;
  agency: string;
  /** Keys of objects. */
  keys: [string, string];
  /** A mail address. */
  address: string;
  now(): Date;
  /** Time passes. */
  later(hours: number): void;
  /** Asks for a check of an object that is read again. */
  request(type: string, detail: object): Promise<void>;
}

export interface Scenario {
  /** Before the calls are watched; messages that it leads to are worked on. */
  first(stage: Stage): Promise<void>;
  /** Its calls are watched, and those of the messages that it leads to. Repeated where it fails, as its caller does. */
  happens(stage: Stage): Promise<void>;
  /** Records whose findings, mails and events are compared. */
  ids(stage: Stage): string[];
  /** The call that says that a mail was sent; where it fails the mail comes twice. Those of the outbox are known by `SENT`. */
  receipt?: string;
  /** What else is compared. */
  also?(stage: Stage): Promise<unknown>;
}

const Bucket = 'reports';
const HALF_A_DAY = 12;
const put = ({ s3 }: Stage, Key: string, Body: string | Uint8Array) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body })).then(() => undefined);
const remove = ({ s3 }: Stage, Key: string) => s3.send(new DeleteObjectCommand({ Bucket, Key })).then(() => undefined);
const earlier = ({ agency }: Stage) => reportText({ agency, year: 2021 });
const later = ({ agency }: Stage) => reportText({ agency, year: 2022, carriedIn: 5 });
const both = ({ keys }: Stage) => keys.map((key) => reportId(Bucket, key));
const zip = (entries: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])), {
    mtime: '2026-01-01',
  });
const all = (address: string) => SubscriptionRequest.parse({ address, scope: { kind: 'all' } });
const idOf = ({ address }: Stage) => address.replaceAll(/\W/g, '-');

/** Of each file that the data set has: what a stranger reads of it in the bucket, and what is there. */
async function describedAs({ s3 }: Stage): Promise<unknown> {
  const { manifestOf } = await import('../../../functions/dataset/manifest.ts');
  const { readPartitions } = await import('../../../functions/store/dataset/partitions.ts');
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'dataset', Key: 'manifest.json' }));
  const filesOf = ({ partitions }: Pick<ReturnType<typeof manifestOf>, 'partitions'>) =>
    JSON.stringify(partitions.map(({ files }) => files));
  return filesOf(JSON.parse((await Body?.transformToString()) ?? '')) === filesOf(manifestOf(await readPartitions()));
}

export const SCENARIOS: Record<string, Scenario> = {
  'an earlier year comes': {
    first: (stage) => put(stage, stage.keys[1], later(stage)),
    happens: (stage) => put(stage, stage.keys[0], earlier(stage)),
    ids: both,
  },
  'the earlier year goes': {
    first: async (stage) => {
      await put(stage, stage.keys[0], earlier(stage));
      await put(stage, stage.keys[1], later(stage));
    },
    happens: (stage) => remove(stage, stage.keys[0]),
    ids: both,
  },
  'a ZIP loses an entry': {
    first: (stage) => put(stage, `${stage.keys[0]}.zip`, zip({ 'a.txt': earlier(stage), 'b.txt': later(stage) })),
    happens: (stage) => put(stage, `${stage.keys[0]}.zip`, zip({ 'b.txt': later(stage) })),
    ids: ({ keys }) => ['a.txt', 'b.txt'].map((entry) => reportId(Bucket, `${keys[0]}.zip`, entry)),
  },
  'an object is read again': {
    first: (stage) => put(stage, stage.keys[0], later(stage)),
    happens: ({ request, keys }) => request('Recheck Requested', { bucket: Bucket, key: keys[0], reread: true }),
    ids: both,
  },
  'the data set is built': {
    first: (stage) => put(stage, stage.keys[0], earlier(stage)),
    happens: async ({ s3 }) => void (await rebuildChanged(s3)),
    ids: () => [],
    also: describedAs,
  },
  'the inventory is taken': {
    first: (stage) => put(stage, stage.keys[0], earlier(stage)),
    happens: async () => void (await takeInventory()),
    ids: () => [],
    also: async () => (await takeInventory()).differences,
  },
  'an address asks for mails': {
    first: async () => {},
    happens: async (stage) => void (await putSubscription(idOf(stage), all(stage.address), stage.now())),
    ids: () => [],
    receipt: 'Delete MAIL',
    also: async (stage) => (await getSubscription(idOf(stage)))?.state,
  },
  'an address bounces': {
    first: async (stage) =>
      void (await putSubscription(idOf(stage), all(stage.address), stage.now(), { confirmed: true })),
    happens: ({ address, now }) => {
      const bounce = { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: address }] };
      return handleFeedback(JSON.stringify({ detail: { eventType: 'Bounce', bounce } }), now());
    },
    ids: () => [],
    also: async (stage) => (await getSubscription(idOf(stage)))?.state,
  },
  // The last, since its readers get one of each day that passes from now on.
  'a digest is due': {
    first: async (stage) => {
      const request = SubscriptionRequest.parse({ address: stage.address, scope: { kind: 'all' }, delivery: 'digest' });
      await putSubscription(idOf(stage), request, stage.now(), { confirmed: true });
      await put(stage, stage.keys[1], later(stage));
    },
    // With the hours of the two rounds of messages a day passes, so that one digest is due whenever this begins.
    happens: async (stage) => stage.later(HALF_A_DAY),
    ids: () => [],
  },
};
