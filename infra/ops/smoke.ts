/**
 * `gouji ops smoke`: does it work? One good and one faulty report of an agency that does not exist go all the way: upload,
 * result, event, mail (made, and kept from the post office), link, API and page. Then files, records and mails
 * are removed; what sums keep of removed reports is empty and goes after 30 days.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { SMOKE_ADDRESS, SMOKE_PREFIX } from '../../functions/platform/mail/smoke.ts';
import { readProjection } from '../../functions/store/lists/projected.ts';
import { readAllNotified } from '../../functions/store/mail/notified.ts';
import { deleteSubscription, type Subscription } from '../../functions/store/mail/subscription-items.ts';
import { putSubscription } from '../../functions/store/mail/subscriptions.ts';
import { getRecord } from '../../functions/store/records/records.ts';
import type { Operation } from './deployment.ts';
import { asKnown, asUnknown } from './smoke-calls.ts';
import { type Sample, smokeSamples, upload } from './smoke-files.ts';
import { clean, removeFiles } from './smoke-traces.ts';

/** A deployment that has slept answers within some seconds; mails wait four for more. */
const WITHIN_MILLISECONDS = 180_000;
const LOOK_AGAIN_MILLISECONDS = 500;

type Step = [what: string, holds: () => Promise<boolean>];

/** @returns 0 where every step came about; 1: the line above says which did not */
export async function smoke({ deployment, write, progress }: Operation): Promise<number> {
  const run = new Date().toISOString().replaceAll(/\D/g, '');
  const reader = await subscribe(run);
  const samples = smokeSamples(deployment.bucket, `${SMOKE_PREFIX}${run}/`);
  const uploaded = await upload(deployment.bucket, samples);
  const follow = async (steps: readonly Step[]) => {
    for (const [what, holds] of steps) {
      progress(`… ${what}`);
      const isSo = await soon(holds);
      progress('');
      await write(`${isSo ? 'ok' : 'NOT'}: ${what}\n`);
      if (!isSo) return false;
    }
    return true;
  };
  const [good, faulty] = samples as [Sample, Sample];
  const works = await follow([
    ['the API lives', () => asUnknown(deployment, '/health', [200])],
    ...(deployment.kind === 'stack'
      ? [['the API refuses writing by strangers', () => refusesStrangers(deployment)] satisfies Step]
      : []),
    ['a good report passes', () => hasStatus(good)],
    ['a faulty report fails', () => hasStatus(faulty)],
    ['the bus has heard of both', async () => (await isAnnounced(good)) && (await isAnnounced(faulty))],
    ['a mail about the faulty one was made', async () => (await readAllNotified(faulty.id)).size > 0],
    ['nobody is mailed about the good one', async () => (await readAllNotified(good.id)).size === 0],
    ['the mail’s link opens the page', () => asKnown(deployment, faulty, reader, 'text/html')],
    ['the API tells its findings', () => asKnown(deployment, faulty, reader, 'application/json')],
  ]);
  await removeFiles(deployment.bucket, uploaded);
  const isClean = await follow([['its files, records and mails are removed', () => clean(uploaded, reader)]]);
  return works && isClean ? 0 : 1;
}

/** A reader of its own, whom mails never leave for. */
async function subscribe(run: string): Promise<Subscription> {
  const id = `smoke-test-${run}`;
  const scope = { kind: 'prefix', prefix: `${SMOKE_PREFIX}${run}/` } as const;
  const wanted = {
    address: SMOKE_ADDRESS,
    scope,
    leastSeverity: 'error',
    language: 'zh',
    delivery: 'immediate',
  } as const;
  await deleteSubscription(id);
  return putSubscription(id, wanted, new Date(), { confirmed: true });
}

const refusesStrangers = (deployment: Operation['deployment']) =>
  asUnknown(deployment, '/subscriptions/smoke-test', [401, 403], { method: 'PUT', body: '{}' });

async function hasStatus({ id, status }: Sample): Promise<boolean> {
  return (await getRecord(id))?.result.status === status;
}

async function isAnnounced({ id }: Sample): Promise<boolean> {
  const [record, projection] = await Promise.all([getRecord(id), readProjection(id)]);
  return record !== null && (projection?.announced ?? '').startsWith(`${record.sequencer} `);
}

async function soon(holds: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + WITHIN_MILLISECONDS;
  while (!(await holds())) {
    if (Date.now() > end) return false;
    await sleep(LOOK_AGAIN_MILLISECONDS);
  }
  return true;
}
