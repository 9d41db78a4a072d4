/** The rights of each function: those that its code can use, and those that a run through everything does use. */
import { fileURLToPath } from 'node:url';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { buildSync } from 'esbuild';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { contextOf } from '../../infra/local/context.ts';
import { FUNCTIONS, type FunctionName, QUEUES, type QueueName } from '../../infra/wiring.ts';
import { reportId } from '../../shared/record.ts';
import { useEngines } from '../support/engines.ts';
import { reportText } from '../support/report.ts';
import { ACTIONS, as, record } from './recorded.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
const engines = useEngines();
const names = Object.keys(FUNCTIONS) as FunctionName[];
const root = fileURLToPath(new URL('../..', import.meta.url));
const isOfTable = (action: string) => action.startsWith('table:');

/** Commands that are left in a function's bundle when what it does not use is gone. */
function inBundle(name: FunctionName): Set<string> {
  const { outputFiles } = buildSync({
    ...{ absWorkingDir: root, entryPoints: [FUNCTIONS[name].entry], write: false, bundle: true, splitting: true },
    ...{ platform: 'node', format: 'esm', packages: 'external', outdir: 'dist', logLevel: 'error' },
  });
  const text = outputFiles.map((file) => file.text).join('\n');
  const pages = text.includes('paginateScan(') ? ['table:Scan'] : [];
  return new Set([
    ...[...text.matchAll(/new (\w+Command)\(/g)].flatMap(([, word = '']) => ACTIONS[word] ?? []),
    ...pages,
  ]);
}

test.each(names)('%s has the rights on the table that its code can use, and no other', (name) => {
  const granted = new Set(FUNCTIONS[name].access.filter(isOfTable));
  const used = [...inBundle(name)].filter(isOfTable);
  // Whether a query asks the table or an index does not stand in a command: the run below tells.
  expect([...granted].filter((action) => action !== 'table:Query').sort()).toEqual(
    used.filter((action) => action !== 'table:Query').sort(),
  );
});

let recorded: ReturnType<typeof record>;
beforeAll(async () => {
  recorded = record();
  // Ten in the morning in China: digests are due.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T02:00:00Z') });
  const handlers = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, (await import(`../../${FUNCTIONS[name].entry}`)).handler] as const),
    ),
  );
  const call = (name: FunctionName, event: unknown) => as(name, () => handlers[name](event, contextOf(name)));
  const work = async () => {
    for (let left = true; left; ) {
      left = false;
      for (const queue of Object.keys(QUEUES) as QueueName[]) {
        for (const { body, receiptHandle } of engines().queues.receive(queue, 10)) {
          left = true;
          await call(QUEUES[queue].target, eventOf(body, queue === 'ingest' ? '1' : '9'));
          engines().queues.remove(queue, receiptHandle);
        }
      }
    }
  };
  const s3 = new S3Client({});
  const put = (Key: string, Body: string | Uint8Array) =>
    s3.send(new PutObjectCommand({ Bucket: 'reports', Key, Body }));
  await put('甲.txt', reportText({ agency: '浔阳区甲局', received: 4 }));
  await put('乙.txt', reportText({ agency: '浔阳区乙局' }));
  await put('浔阳区.txt', reportText({ agency: '浔阳区人民政府' }));
  await put('多.zip', zipSync({ '1.txt': strToU8(reportText({ agency: '浔阳区丙局' })), '2.txt': strToU8('无') }));
  await work();
  later();
  // What waits in the outbox is sent when its time has come: by the next event, and by the sweep.
  const { receive } = engines().queues;
  await put('丁.txt', reportText({ agency: '浔阳区丁局', received: 3 }));
  for (const { body } of receive('ingest', 10)) await call('ingest', eventOf(body, '1'));
  for (const { body } of receive('notify', 10)) {
    await call('notify', eventOf(body, '9'));
    later();
    await call('notify', eventOf(body, '9'));
  }
  later();
  await call('schedule', { task: 'sweep' });
  await put('甲.txt', reportText({ agency: '浔阳区甲局' }));
  await put('多.zip', zipSync({ '1.txt': strToU8(reportText({ agency: '浔阳区丙局', received: 4 })) }));
  await s3.send(new DeleteObjectCommand({ Bucket: 'reports', Key: '乙.txt' }));
  await work();
  const { tendRegions } = await import('../../functions/ingest/regions.ts');
  await as('tend', () => tendRegions(Date.now(), { all: true }));
  await work();
  later();
  // Events that are lost.
  await put('lost.txt', reportText({ agency: '浔阳区甲局', year: 2022 }));
  await s3.send(new DeleteObjectCommand({ Bucket: 'reports', Key: '丁.txt' }));
  for (const { receiptHandle } of receive('ingest', 10)) engines().queues.remove('ingest', receiptHandle);
  for (const [name, event] of [
    ...([
      ['tend', { task: 'tend' }],
      ['schedule', { task: 'sweep' }],
      ['schedule', { task: 'digest' }],
    ] as const),
    ...([
      ['dataset', { task: 'dataset' }],
      ['inventory', { task: 'inventory' }],
    ] as const),
    ['inventory', { task: 'list', scope: 'all', keys: [], name: 'x' }],
    ['reprocess', { Items: ['甲.txt', '多.zip', 'lost.txt', '丁.txt'].map((key) => ({ key })) }],
    ['amend', { report: reportId('reports', '浔阳区.txt'), content: Buffer.from('更正').toString('base64') }],
    ['amend', { report: reportId('reports', '多.zip', '1.txt'), content: null }],
    ['feedback', { Records: [{ messageId: '1', body: bounce('clerk@example.com') }] }],
  ] as const) {
    await call(name, event);
  }
  await useTheApi(reportId('reports', '甲.txt'));
  // The address that was subscribed is asked.
  await call('schedule', { task: 'sweep' });
});

afterAll(() => void vi.useRealTimers());

/** An hour goes by. */
const later = () => vi.setSystemTime(Date.now() + 3600_000);
const eventOf = (body: string, tries: string) => ({
  Records: [{ messageId: '1', body, attributes: { ApproximateReceiveCount: tries } }],
});
const bounce = (emailAddress: string) =>
  JSON.stringify({
    detail: { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress }] } },
  });

async function useTheApi(id: string): Promise<void> {
  const { createApp } = await import('../../functions/query/app.ts');
  const { dependenciesFromEnvironment } = await import('../../functions/query/dependencies.ts');
  const app = createApp(dependenciesFromEnvironment());
  const json = (body: object) => ({ body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  const scope = { kind: 'region', region: '360403' };
  const { findings } = (await (await app.request(`/reports/${id}`)).json()) as { findings: { fingerprint: string }[] };
  const decision = `/reports/${id}/findings/${findings[0]?.fingerprint}/decision`;
  const bytes = { 'Content-Type': 'application/octet-stream', 'If-None-Match': '*' };
  for (const [method, path, init] of [
    ['PUT', decision, json({ decision: 'dismissed', remark: '已核实' })],
    ...['/reports', `/reports/${id}`, '/statistics', '/agencies/浔阳区甲局/reports', '/dataset', '/subscriptions'].map(
      (path) => ['GET', path, {}] as const,
    ),
    ['PUT', '/uploads/新.txt', { body: '内容', headers: bytes }],
    ['PUT', '/rosters/360403', json({ agencies: ['浔阳区甲局'], by: 'x' })],
    ['DELETE', '/rosters/360403', {}],
    ['PUT', '/subscriptions/s', json({ address: 'a@b.example', scope })],
    ['PUT', '/grants/x', json({ grants: [] })],
    ['DELETE', '/grants/x', {}],
    ['PUT', `/reports/${id}/file`, { body: '更正' }],
    ['DELETE', `/reports/${id}?reason=x`, {}],
  ] as const) {
    const answer = await as('query', async () => app.request(path, { method, ...init }));
    expect([path, answer.status < 400]).toEqual([path, true]);
  }
}

/**
 * Rights that this run did not use, each with what uses it. What is not named here and not used is surplus.
 */
const ELSEWHERE: Partial<Record<FunctionName, Record<string, string>>> = {
  feedback: { 'table:GetItem': 'a subscription that another worker changed meanwhile is read again' },
  query: {
    'table:UpdateItem': 'a roster that renames an agency marks the data set of its province (test/dataset)',
    'dataset:read': 'GET /dataset/… leads to a signed address, which S3 checks when it is followed',
    'sign-in:secret': 'the client secret of an issuer; only deployments that have one grant anything',
  },
};

test.each(names)('%s uses no right that it has not, and has none that it does not use', (name) => {
  // The code of ingest, called for files that this run has none of.
  const used = recorded.get(name === 'pictures' ? 'ingest' : name) ?? new Set();
  const { access } = FUNCTIONS[name];
  expect([...used].filter((action) => !(access as readonly string[]).includes(action))).toEqual([]);
  const elsewhere = Object.keys(ELSEWHERE[name] ?? {});
  expect(access.filter((action) => !used.has(action) && !elsewhere.includes(action))).toEqual([]);
});
