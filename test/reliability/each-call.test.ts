/**
 * Every call of an AWS service fails once, in every way that such calls fail, while a report comes, is compared with
 * another, summed up and told of: what was begun is repeated, the outcome is the same, and nothing is doubled but within
 * the window that docs/mail.md states. The calls are recorded: one without a row of the table fails the test. All faults
 * of each call: `npm run test:long`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { beforeAll, expect, test } from 'vitest';
import { reportId } from '../../shared/record.ts';
import { useEngines } from '../support/engines.ts';
import { runs } from '../support/random.ts';
import { reportText } from '../support/report.ts';
import { type Fault, type Watch, watchCalls } from './calls.ts';

const engines = useEngines();
const READ: readonly Fault[] = ['refused'];
const WRITE: readonly Fault[] = ['refused', 'unheard'];
/** By which faults each command is struck here. */
const FAULTS: Record<string, readonly Fault[]> = {
  ...{ GetObject: READ, HeadObject: READ, Get: READ, Query: READ, BatchGet: [...READ, 'partial'] },
  ...{ Put: WRITE, Update: WRITE, Delete: WRITE, BatchWrite: [...WRITE, 'partial'] },
  ...{ PutEvents: [...WRITE, 'partial'], SendEmail: WRITE },
};
/** Commands that no message leads to, and where they are tested. */
const ELSEWHERE: Record<string, string> = {
  PutObject: 'answered to a person, who tries again; of the data set test/dataset/rebuild.test.ts',
  DeleteObject: 'answered to a person, who tries again',
  ListObjectVersions: 'an operator takes the inventory again',
  GetSecretValue: 'functions/platform/secrets.ts forgets a failure; test/notify/mailers.test.ts',
  ChangeMessageVisibility: 'the message comes again at its own time',
  GetQueueUrl: 'the message comes again at its own time',
};

const HOUR_MILLISECONDS = 3600_000;
const MOST_TRIES = 8;
let watch: Watch;
let s3: S3Client;
let ahead = 0;
let trials = 0;
const now = () => new Date(Date.now() + ahead);

beforeAll(() => {
  watch = watchCalls();
  s3 = new S3Client({});
});

interface Outcome {
  /** Of the earlier and the later year. */
  findings: string[][];
  listed: number;
  mails: number[];
  events: number[];
}

/** A later year is there; the earlier one comes, while the first call with this label fails. */
async function trial(strike: { label: string; fault: Fault } | null): Promise<Outcome> {
  const { getRecord } = await import('../../functions/store/records/records.ts');
  const { listReports } = await import('../../functions/store/lists/listing.ts');
  const agency = `青禾市第${trials++}局`;
  const keys = [2021, 2022].map((year) => `${agency}${year}.txt`) as [string, string];
  const ids = keys.map((key) => reportId('reports', key));
  const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket: 'reports', Key, Body }));
  await put(keys[1], reportText({ agency, year: 2022, carriedIn: 5 }));
  const events = new Map<string, number>();
  await drain(events);
  await put(keys[0], reportText({ agency, year: 2021 }));
  watch.begin(strike);
  await drain(events);
  watch.end();
  const records = await Promise.all(ids.map(getRecord));
  const { emails } = (await (await fetch(`${engines().ses}/store`)).json()) as { emails: { body: { text: string } }[] };
  return {
    findings: records.map((record) => record?.result.findings.map(({ rule }) => rule).sort() ?? []),
    listed: (await listReports({ agency }, 10, null)).reports.length,
    mails: ids.map((id) => emails.filter(({ body }) => body.text.includes(id)).length),
    events: ids.map((id) => events.get(id) ?? 0),
  };
}

/** Works on messages until none is left, again where it fails, as queues and schedules do. */
async function drain(events: Map<string, number>): Promise<void> {
  const { processWork } = await import('../../functions/ingest/process.ts');
  const { readWork } = await import('../../functions/ingest/work.ts');
  const { tendRegions } = await import('../../functions/ingest/regions.ts');
  const { handleMessage } = await import('../../functions/notify/handler.ts');
  const { sweep } = await import('../../functions/notify/outbox/sweep.ts');
  const { mailerOfDeployment } = await import('../../functions/platform/mail/deployed.ts');
  const post = { mailer: mailerOfDeployment(), now };
  const { waiting, queues } = engines();
  const work = async (queue: 'ingest' | 'rechecks' | 'notify') => {
    while (waiting(queue).length > 0) {
      const [message] = queues.receive(queue, 1);
      if (message === undefined) await sleep(2);
      else {
        if (message.tries > MOST_TRIES) throw new Error(`${queue} never ends: ${message.body}`);
        try {
          if (queue === 'notify') await handleMessage(message.body, post);
          else await processWork(readWork(message.body));
          queues.remove(queue, message.receiptHandle);
          const { id } = JSON.parse(message.body).detail;
          if (queue === 'notify') events.set(id, (events.get(id) ?? 0) + 1);
        } catch {
          // As the handler says that the message failed, whatever it was: it comes again.
          queues.putBack(queue, message.receiptHandle, 0.001);
        }
      }
    }
  };
  for (let round = 0; round < 3; round++) {
    for (const queue of ['ingest', 'rechecks', 'ingest', 'notify'] as const) await work(queue);
    await repeated(() => tendRegions(Date.now(), { all: true }));
    ahead += 2 * HOUR_MILLISECONDS;
    await repeated(() => sweep(post, () => true));
  }
}

/** A schedule comes again by itself. */
const repeated = (call: () => Promise<unknown>) => call().catch(call);

test('the outcome is the same whichever call fails', async () => {
  await trial(null);
  const calm = await trial(null);
  const labels = [...new Set(watch.calls)];
  expect(calm).toMatchObject({ listed: 2, mails: [0, 1], events: [0, 1] });
  const unknown = labels.filter((label) => FAULTS[label.split(' ')[0] as string] === undefined);
  expect(unknown).toEqual([]);
  const wrong: string[] = [];
  for (const [at, label] of labels.entries()) {
    const faults = FAULTS[label.split(' ')[0] as string] ?? [];
    // In the suite one each, in turn; all of them in the long form.
    const struck = runs(1) > 1 ? faults : faults.filter((_, index) => index === at % faults.length);
    for (const fault of struck) {
      const outcome = await trial({ label, fault });
      const isWindow = label.startsWith('SendEmail') ? fault === 'unheard' : label.includes('RECEIPT');
      const mails = outcome.mails.map((count) => (isWindow && count === 2 ? 1 : count));
      // A second event says nothing new: its receiver keys what it did.
      const events = outcome.events.map((count) => Math.min(count, 1));
      const same = JSON.stringify({ ...outcome, mails, events }) === JSON.stringify(calm);
      if (!same) wrong.push(`${label}, ${fault}: ${JSON.stringify(outcome)}`);
    }
  }
  expect(wrong).toEqual([]);
}, 600_000);

test('every command that functions send has its faults, or a place where they are tested', () => {
  const folder = new URL('../../functions/', import.meta.url).pathname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const sent = files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/\bnew (\w+)Command\(/g)].map(
      ([, command]) => command as string,
    ),
  );
  expect([...new Set(sent)].sort()).toEqual([...Object.keys(FAULTS), ...Object.keys(ELSEWHERE)].sort());
});
