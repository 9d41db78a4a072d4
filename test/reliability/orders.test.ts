/**
 * One key, uploaded twice, removed, uploaded again: its events come in every order, each twice, to two workers at once.
 * Whatever the order, the report is what the object is now, stands in the list once, and its history tells each state at
 * most once, in their order, the removal among them. The removal leaves a marker, or takes the latest version away for good, so that the one before
 * is there again. All 735 orders, doubled in a random way: `npm run test:long`.
 */
import { DeleteObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../functions/query/app.ts';
import { dependenciesFromEnvironment } from '../../functions/query/dependencies.ts';
import { reportId } from '../../shared/record.ts';
import { useEngines } from '../support/engines.ts';
import { runs, SEED } from '../support/random.ts';
import { reportText } from '../support/report.ts';
import { randomFrom } from './chaos/random.ts';

const engines = useEngines();
const Bucket = 'reports';
const EVENTS = 4;
/** Of all in the suite. */
const SAMPLE = 10;
const MOST_TRIES = 30;
let s3: S3Client;
let app: ReturnType<typeof createApp>;

beforeAll(() => {
  s3 = new S3Client({});
  app = createApp({ ...dependenciesFromEnvironment(), log: () => {} });
});

/** `do`: something happens to the object; `hear`: its event is delivered, which can be only after it happened. */
type Step = { do: number } | { hear: number };

/** All orders of four happenings in their order and the deliveries of their events: 105. */
function orders(done = 0, heard: readonly number[] = []): Step[][] {
  if (done === EVENTS && heard.length === EVENTS) return [[]];
  const next: Step[] = done < EVENTS ? [{ do: done }] : [];
  for (let at = 0; at < done; at++) if (!heard.includes(at)) next.push({ hear: at });
  return next.flatMap((step) => {
    const rest = 'do' in step ? orders(done + 1, heard) : orders(done, [...heard, step.hear]);
    return rest.map((steps) => [step, ...steps]);
  });
}

/** The removal is the first (of a marker only), second, third or last that happens. */
const ofMarkers = [3, 2, 1, 0].flatMap((removal) => orders().map((steps) => ({ removal, isForGood: false, steps })));
const ofVersions = [3, 2, 1].flatMap((removal) => orders().map((steps) => ({ removal, isForGood: true, steps })));
const all = [...ofMarkers, ...ofVersions];

test('there are as many orders as there should be', () => {
  expect(all).toHaveLength((4 + 3) * 105);
});

/** Works on a message as a queue does: it comes again where it fails. */
async function work(body: string): Promise<void> {
  const { processWork } = await import('../../functions/ingest/process.ts');
  const { readWork } = await import('../../functions/ingest/work.ts');
  const { ComeAgainError } = await import('../../functions/platform/queue.ts');
  for (let tries = 1; ; tries++) {
    try {
      return await processWork(readWork(body));
    } catch (error) {
      if (!(error instanceof ComeAgainError) || tries === MOST_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, tries));
    }
  }
}

function take(queue: 'ingest' | 'rechecks' | 'notify'): string[] {
  const { receive, remove } = engines().queues;
  return receive(queue, 10).map(({ body, receiptHandle }) => {
    remove(queue, receiptHandle);
    return body;
  });
}

const chosen = runs(1) > 1 ? all : all.filter((_, at) => at % Math.ceil(all.length / SAMPLE) === 0);

test.each(chosen.map((order, at) => [at, order] as const))(
  'order %i',
  async (at, { removal, isForGood, steps }) => {
    const { getRecord, listVersions } = await import('../../functions/store/records/records.ts');
    const { listReports } = await import('../../functions/store/lists/listing.ts');
    const random = randomFrom(SEED + at);
    const [Key, agency] = [`${removal}-${at}.txt`, `示例市第${at}局`];
    const id = reportId(Bucket, Key);
    const contents = Array.from({ length: EVENTS }, (_, state) => reportText({ agency, received: 20 + state }));
    const events: string[] = [];
    // Two workers: what is heard goes to the one that is free, and each event once more some time later.
    const busy = [Promise.resolve(), Promise.resolve()];
    const deliver = (body: string) => {
      const worker = random.below(2);
      busy[worker] = (busy[worker] as Promise<void>).then(() => work(body));
    };
    const again: string[] = [];
    for (const step of steps) {
      if ('do' in step) {
        if (step.do === removal) {
          const { VersionId } = isForGood ? await s3.send(new HeadObjectCommand({ Bucket, Key })) : {};
          await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
        } else await s3.send(new PutObjectCommand({ Bucket, Key, Body: contents[step.do] as string }));
        events.push(...take('ingest'));
      } else {
        const event = events[step.hear] as string;
        deliver(event);
        again.push(event);
        if (random.next() < 0.5) deliver(again.splice(random.below(again.length), 1)[0] as string);
      }
    }
    for (const event of again) deliver(event);
    await Promise.all(busy);
    for (let left = take('rechecks'); left.length > 0; left = take('rechecks')) await Promise.all(left.map(work));
    take('notify');
    expect(events).toHaveLength(EVENTS);

    const versions = events.map((event) => JSON.parse(event).detail.object['version-id'] as string);
    const history = await listVersions(id);
    // What was there before a version that is gone for good was there twice, with that version between.
    const told = history.map(({ version, status }) => `${version} ${status}`);
    expect(told.filter((one, index) => one === told[index + 1])).toEqual([]);
    // The latest first, each what it was; a marker is heard of whatever came before its event did.
    if (!isForGood) {
      const places = history.map(({ version }) => versions.indexOf(version ?? ''));
      expect(new Set(places).size).toBe(places.length);
      expect(places).toEqual([...places].sort((one, other) => other - one));
      expect(places).toContain(removal);
      for (const [index, { status }] of history.entries()) expect(status === null).toBe(places[index] === removal);
    }

    const record = await getRecord(id);
    const { reports } = await listReports({ agency }, 10, null);
    const answer = await app.request(`/reports/${id}`);
    if (removal === EVENTS - 1 && !isForGood) {
      expect([record, reports]).toEqual([null, []]);
      expect(answer.status).toBe(410);
      expect(((await answer.json()) as { versions: unknown[] }).versions).toHaveLength(history.length);
      return;
    }
    const present = removal === EVENTS - 1 ? EVENTS - 3 : EVENTS - 1;
    expect(record?.version).toBe(versions[present]);
    expect(record?.result.source.bytes).toBe(Buffer.byteLength(contents[present] as string));
    if (!isForGood) expect(history.map(({ version }) => version)).not.toContain(versions[present]);
    expect(reports.map((one) => one.id)).toEqual([id]);
    expect(answer.status).toBe(200);
  },
  120_000,
);
