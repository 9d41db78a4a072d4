/**
 * Whatever comes in whatever order, many at once, repeated and cut off anywhere: in the end each report has the
 * findings that a check of all present files together gives.
 */
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { processWork } from '../../functions/ingest/process.ts';
import { tendRegions } from '../../functions/ingest/regions.ts';
import { readWork } from '../../functions/ingest/work.ts';
import { ComeAgainError } from '../../functions/platform/queue.ts';
import { getRecord } from '../../functions/store/records/records.ts';
import { table } from '../../functions/store/table/table.ts';
import type { QueueName } from '../../infra/wiring.ts';
import { check } from '../../shared/check.ts';
import { checkTogether } from '../../shared/check-together.ts';
import { OTHER_SECTION, OWN_SECTION } from '../../shared/neighbours/example.ts';
import { reportId } from '../../shared/record.ts';
import type { Finding } from '../../shared/result.ts';
import { PROFILES } from '../../shared/rules/profile.ts';
import { useEngines } from '../support/engines.ts';
import { reportText } from '../support/report.ts';

const engines = useEngines();
const Bucket = 'reports';
let s3: S3Client;
let sqs: SQSClient;
let work: typeof processWork;

class Crash extends Error {}
/** What happens just before the record of an object is put, once. */
let meanwhile: { key: string; happens: () => Promise<void> } | null = null;
/** Whether the process dies at the next request to the table, before or after it is carried out. */
let dies: () => 'before' | 'after' | null = () => null;

beforeAll(async () => {
  // Not before the engines have set the level of the log.
  work = (await import('../../functions/ingest/process.ts')).processWork;
  s3 = new S3Client({});
  sqs = new SQSClient({});
  table().client.middlewareStack.add(
    (next) => async (request) => {
      const input = JSON.stringify(request.input);
      if (meanwhile && input.includes('"RECORD"') && input.includes(`"${meanwhile.key}"`)) {
        const { happens } = meanwhile;
        meanwhile = null;
        await happens();
      }
      const death = dies();
      if (death === 'before') throw new Crash();
      const answer = await next(request);
      if (death === 'after') throw new Crash();
      return answer;
    },
    { step: 'initialize', name: 'crashes' },
  );
});
afterAll(() => void table().client.middlewareStack.remove('crashes'));

const report = fc.record({
  agency: fc.constantFrom('浔阳区示例局', '浔阳区样例局', '浔阳区人民政府', '浔阳区'),
  year: fc.constantFrom(2021, 2022, 2023),
  carriedIn: fc.constantFrom(0, 5),
  carriedOut: fc.constantFrom(0, 5),
  overview: fc.constantFrom(OWN_SECTION, OTHER_SECTION, []),
});
const change = fc.record({
  key: fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt'),
  report: fc.option(report, { freq: 5 }),
});
/** Changes that come together, then those that come when all is done. */
const changes = fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

test('the findings are those of all files checked together', async () => {
  await fc.assert(
    fc.asyncProperty(changes, fc.infiniteStream(fc.noBias(fc.nat(999))), async (batches, random) => {
      const chance = () => (random.next().value as number) / 1000;
      const files = new Map<string, string>();
      for (const key of ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt'])
        await s3.send(new DeleteObjectCommand({ Bucket, Key: key }));
      await drain(chance);
      for (const batch of batches) {
        dies = () => (chance() < 0.01 ? (chance() < 0.5 ? 'before' : 'after') : null);
        for (const { key: Key, report } of batch) {
          if (report === null) await s3.send(new DeleteObjectCommand({ Bucket, Key }));
          else await s3.send(new PutObjectCommand({ Bucket, Key, Body: reportText(report) }));
          if (report === null) files.delete(Key);
          else files.set(Key, reportText(report));
        }
        await drain(chance);
        dies = () => null;
        expect(await stored(files)).toEqual(await together(files));
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 120_000);

test.each<[string, { stored: boolean }]>([
  ['for the first time', { stored: false }],
  ['once more', { stored: true }],
])('what comes while a report is checked %s is not missed', async (_when, { stored }) => {
  const never = () => 1;
  const put = (Key: string, year: number, carriedIn: number) => {
    const agency = stored ? '云溪县示例局' : '青禾市示例局';
    return s3.send(new PutObjectCommand({ Bucket, Key, Body: reportText({ agency, year, carriedIn }) }));
  };
  const [key, earlier] = stored ? ['again.txt', 'before-again.txt'] : ['first.txt', 'before-first.txt'];
  await put(key, 2022, 5);
  if (stored) {
    await drain(never);
    // Another copy of the same year: the check of the first has something to write.
    await put('copy-again.txt', 2022, 6);
  }
  const happens = async () => {
    await put(earlier, 2021, 0);
    await drain(never);
  };
  meanwhile = { key, happens };
  await drain(never);
  expect(meanwhile).toBeNull();
  const record = await getRecord(reportId(Bucket, key));
  expect(record?.result.findings.map(({ rule }) => rule)).toContain('XYR.CARRY');
});

/** Works on all messages at once, some of them twice, on what follows from them, and on regions that fell quiet. */
async function drain(chance: () => number): Promise<void> {
  do {
    while (await workOn('ingest', chance)) await workOn('rechecks', chance);
    while (await workOn('rechecks', chance));
  } while (await untilDone(() => tendRegions(Date.now(), { all: true })));
}

/** @returns whether a message was done; those whose time has not come stay in their queue, as in the cloud */
async function workOn(queue: QueueName, chance: () => number): Promise<boolean> {
  const QueueUrl = engines().queueUrl(queue);
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  const twice = Messages.flatMap((message) => (chance() < 0.2 ? [message, message] : [message]));
  const early = new Set<Message>();
  await Promise.all(
    twice.map((message) =>
      untilDone(() => work(readWork(message.Body ?? ''))).catch((error) => {
        if (!(error instanceof ComeAgainError)) throw error;
        early.add(message);
      }),
    ),
  );
  for (const message of Messages) {
    const { ReceiptHandle } = message;
    if (!early.has(message)) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    else await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  }
  return Messages.length > early.size;
}

/** As the queue does: what was cut off comes again. */
async function untilDone<Done>(doing: () => Promise<Done>): Promise<Done> {
  try {
    return await doing();
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    return untilDone(doing);
  }
}

const said = (findings: readonly Finding[]) => findings.map(({ rule, message }) => `${rule} ${message.zh}`).sort();

async function stored(files: ReadonlyMap<string, string>): Promise<Record<string, string[] | null>> {
  const records = [...files.keys()].map(async (key) => {
    const record = await getRecord(reportId(Bucket, key));
    return [key, record && said(record.result.findings)] as const;
  });
  return Object.fromEntries(await Promise.all(records));
}

/** As `gouji check` would, the files in the order in which the table has them. */
async function together(files: ReadonlyMap<string, string>): Promise<Record<string, string[]>> {
  const ordered = [...files].sort(([one], [other]) => (reportId(Bucket, one) < reportId(Bucket, other) ? -1 : 1));
  const alone = await Promise.all(
    ordered.map(([name, text]) => check({ name, bytes: new TextEncoder().encode(text) })),
  );
  const checked = checkTogether(alone.flat(), PROFILES.strict);
  return Object.fromEntries([...checked].map(({ source, findings }) => [source.name, said(findings)]));
}
