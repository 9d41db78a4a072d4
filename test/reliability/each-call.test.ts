/**
 * Every call of an AWS service fails once, in every way that such calls fail, while a report comes, is compared with
 * another, summed up and told of: what was begun is repeated, the outcome is the same, and nothing is doubled but within
 * the window that docs/mail.md states. The calls are recorded: one without a row of the table fails the test. All faults
 * of each call: `npm run test:long`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { S3Client } from '@aws-sdk/client-s3';
import { beforeAll, expect, test } from 'vitest';
import { useEngines } from '../support/engines.ts';
import { runs } from '../support/random.ts';
import { SCENARIOS, type Scenario, type Stage } from './calls/scenarios.ts';
import { FAULTS, type Fault, faultsOf, type Watch, watchCalls } from './calls/watch.ts';

const engines = useEngines();
/** Commands that no message leads to, and where they are tested. */
const ELSEWHERE: Record<string, string> = {
  DescribeTable: 'an operator restores a table: test/ops/restore-table.test.ts',
  RestoreTableToPointInTime: 'an operator restores a table: test/ops/restore-table.test.ts',
  UpdateContinuousBackups: 'an operator restores a table: test/ops/restore-table.test.ts',
  UpdateTimeToLive: 'an operator restores a table: test/ops/restore-table.test.ts',
  GetSecretValue: 'functions/platform/secrets.ts forgets a failure; test/notify/mailers.test.ts',
  ChangeMessageVisibility: 'the message comes again at its own time',
  GetQueueUrl: 'the message comes again at its own time',
};

const HOUR_MILLISECONDS = 3600_000;
const MOST_TRIES = 8;
let watch: Watch;
let s3: S3Client;
/** From one in the afternoon in China on, so that no step of two hours ends at eight, when digests are due. */
let ahead = millisecondsUntil(5);
let trials = 0;
const now = () => new Date(Date.now() + ahead);

beforeAll(() => {
  watch = watchCalls();
  s3 = new S3Client({});
});

interface Outcome {
  /** By record; `null` where there is none. */
  findings: (string[] | null)[];
  listed: number;
  /** About each record, and to the address. */
  mails: number[];
  events: number[];
  also: unknown;
}

/** Something happens while the first call with this label fails. */
async function trial(scenario: Scenario, strike: { label: string; fault: Fault } | null): Promise<Outcome> {
  const { getRecord } = await import('../../functions/store/records/records.ts');
  const { listReports } = await import('../../functions/store/lists/listing.ts');
  const number = trials++;
  const agency = `青禾市第${number}局`;
  const stage: Stage = {
    ...{ s3, agency, keys: [`${agency}2021.txt`, `${agency}2022.txt`], address: `reader${number}@agency.example`, now },
    later(hours) {
      ahead += hours * HOUR_MILLISECONDS;
    },
    async request(type, detail) {
      const { environment } = engines();
      const Entry = {
        EventBusName: environment.BUS_NAME,
        Source: 'gouji',
        DetailType: type,
        Detail: JSON.stringify(detail),
      };
      const body = JSON.stringify({ Entries: [Entry] });
      await fetch(environment.AWS_ENDPOINT_URL_EVENTBRIDGE ?? '', { method: 'POST', body });
    },
  };
  const events = new Map<string, number>();
  await scenario.first(stage);
  await drain(events);
  const before = new Map(events);
  const sentBefore = await mailsOf();
  watch.begin(strike);
  await repeated(() => scenario.happens(stage));
  await drain(events);
  watch.end();
  const ids = scenario.ids(stage);
  const records = await Promise.all(ids.map(getRecord));
  const sent = (await mailsOf()).slice(sentBefore.length);
  return {
    findings: records.map((record) => record?.result.findings.map(({ rule }) => rule).sort() ?? null),
    listed: (await listReports({ agency }, 10, null)).reports.length,
    mails: [...ids, stage.address].map((about) => sent.filter((mail) => mail.includes(about)).length),
    events: ids.map((id) => (events.get(id) ?? 0) - (before.get(id) ?? 0)),
    also: (await scenario.also?.(stage)) ?? null,
  };
}

function millisecondsUntil(hour: number): number {
  const at = new Date();
  at.setUTCHours(hour, 0, 0, 0);
  return (at.getTime() - Date.now() + 24 * HOUR_MILLISECONDS) % (24 * HOUR_MILLISECONDS);
}

/** Each as text, with those whom it went to. */
async function mailsOf(): Promise<string[]> {
  const { emails } = (await (await fetch(`${engines().ses}/store`)).json()) as { emails: unknown[] };
  return emails.map((mail) => JSON.stringify(mail));
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

/** Each label once in the suite, wherever it is met first, of these one of so many; in the long form all in every scenario. */
const struck = new Set<string>();
const EACH = 3;

test.each(Object.entries(SCENARIOS))(
  '%s: the outcome is the same whichever call fails',
  async (_name, scenario) => {
    await trial(scenario, null);
    const calm = await trial(scenario, null);
    const labels = [...new Set(watch.calls)];
    expect(labels.filter((label) => faultsOf(label) === undefined)).toEqual([]);
    const wrong: string[] = [];
    for (const [at, label] of labels.entries()) {
      if (runs(1) === 1 && struck.has(label)) continue;
      struck.add(label);
      if (runs(1) === 1 && struck.size % EACH > 0) continue;
      const faults = faultsOf(label) ?? [];
      // In the suite one each, in turn; all of them in the long form.
      for (const fault of runs(1) > 1 ? faults : faults.filter((_, index) => index === at % faults.length)) {
        const outcome = await trial(scenario, { label, fault });
        const isReceipt = label.includes('SENT') || label === scenario.receipt;
        const isWindow = label.startsWith('SendEmail') ? fault === 'unheard' : isReceipt;
        const once = (count: number, index: number) => (isWindow && count === 2 ? (calm.mails[index] ?? 0) : count);
        // A second event says nothing new: its receiver keys what it did.
        const events = outcome.events.map((count) => Math.min(count, 1));
        const same = JSON.stringify({ ...outcome, mails: outcome.mails.map(once), events }) === JSON.stringify(calm);
        if (!same) wrong.push(`${label}, ${fault}: ${JSON.stringify(outcome)} ≠ ${JSON.stringify(calm)}`);
      }
    }
    expect(wrong).toEqual([]);
  },
  3_600_000,
);

test('every command that functions send has its faults, or a place where they are tested', () => {
  const folder = new URL('../../functions/', import.meta.url).pathname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const sent = files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/\bnew (\w+)Command\(|\bpaginate(\w+)\(/g)].map(
      ([, command, paged]) => command ?? paged,
    ),
  );
  const covered = new Set([...Object.keys(FAULTS), ...Object.keys(ELSEWHERE)]);
  expect([...new Set(sent)].sort()).toEqual([...covered].sort());
});
