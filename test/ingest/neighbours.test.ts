/** Rules across years and agencies in the pipeline, on the embedded engines: in every order of arrival. */
import { readFileSync } from 'node:fs';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cardOf } from '../../functions/ingest/card.ts';
import { tendRegions } from '../../functions/ingest/regions.ts';
import { requestRecheck } from '../../functions/platform/bus.ts';
import { getRecord } from '../../functions/store/records/records.ts';
import { startRunner } from '../../infra/local/runner.ts';
import { check } from '../../shared/check.ts';
import { OTHER_SECTION, OWN_SECTION } from '../../shared/neighbours/example.ts';
import { reportId } from '../../shared/record.ts';
import { useEngines } from '../support/engines.ts';
import { type ReportOptions, reportText } from '../support/report.ts';

const engines = useEngines();
const Bucket = 'reports';
const handled: string[] = [];
let s3: S3Client;
let sqs: SQSClient;
let runner: ReturnType<typeof startRunner>;

beforeAll(() => {
  s3 = new S3Client({});
  sqs = new SQSClient({});
  const onHandled = ({ body }: { body: string }) => void handled.push(body);
  runner = startRunner(engines(), { queues: ['ingest', 'rechecks'], schedules: [], onHandled, retryAfter: () => 0.01 });
});
afterAll(() => runner.stop());
beforeEach(() => void handled.splice(0));

async function put(Key: string, report: ReportOptions): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: reportText(report) }));
  await settled();
}
async function remove(Key: string): Promise<void> {
  await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  await settled();
}
/** Nothing is being worked on, and the regions were tended since. */
async function settled(): Promise<void> {
  const idle = async () => expect(await runner.idle(['ingest', 'rechecks'], 30_000)).toBe(true);
  await idle();
  await tendRegions(Date.now(), { all: true });
  await idle();
}
async function recordOf(key: string) {
  const record = await getRecord(reportId(Bucket, key));
  if (record === null) throw new Error(`no record of ${key}`);
  return record;
}
const rulesOf = async (key: string) => (await recordOf(key)).result.findings.map(({ rule }) => rule);
const waitsFor = async (key: string, rule: string) =>
  (await recordOf(key)).result.undecided.find((one) => one.rule === rule);
/** Rules of the findings in each event about an object that reached the queue of the notification function. */
const announced = (key: string): string[][] =>
  engines()
    .waiting('notify')
    .map((body) => JSON.parse(body).detail)
    .filter((detail) => detail.key === key)
    .map(({ findings }) => findings.map(({ rule }: { rule: string }) => rule));
const rechecks = () => handled.map((body) => JSON.parse(body)).filter((event) => event.source === 'gouji');

test('departments of a functional zone that come after its committee: it has less than they have together', async () => {
  const folder = new URL('../corpus/findings/', import.meta.url);
  for (const name of ['whole', 'part-a', 'part-b']) {
    const Body = readFileSync(new URL(`miss-zone-${name}.txt`, folder));
    await s3.send(new PutObjectCommand({ Bucket, Key: `zone-${name}.txt`, Body }));
    await settled();
  }
  expect(await rulesOf('zone-whole.txt')).toContain('XAG.GE-PART');
  await remove('zone-part-a.txt');
  expect(await rulesOf('zone-whole.txt')).not.toContain('XAG.GE-PART');
});

describe('the year before of the same body', () => {
  const agency = '青禾市示例局';
  const later = { agency, year: 2022, carriedIn: 5 };

  test('comes late: the later year is checked again, and its new error is announced', async () => {
    await put('2022.txt', later);
    expect(await waitsFor('2022.txt', 'XYR.CARRY')).toMatchObject({
      reason: { zh: '等待青禾市示例局2021年度的报告。' },
    });
    const before = await recordOf('2022.txt');
    await put('2021.txt', { agency, year: 2021 });
    expect(await rulesOf('2022.txt')).toContain('XYR.CARRY');
    expect(announced('2022.txt')).toEqual([expect.arrayContaining(['XYR.CARRY'])]);
    const { sequencer, version, receivedAt } = await recordOf('2022.txt');
    expect({ sequencer, version, receivedAt }).toEqual({
      sequencer: before.sequencer,
      version: before.version,
      receivedAt: before.receivedAt,
    });
  });

  test('its event comes again: nobody is checked', async () => {
    const { checkedAt } = await recordOf('2022.txt');
    const { sequencer } = await recordOf('2021.txt');
    const object = { key: '2021.txt', sequencer };
    const detail = { bucket: { name: Bucket }, object };
    const event = { id: 'e', time: '2026-01-01T00:00:00Z', source: 'aws.s3', 'detail-type': 'Object Created', detail };
    await sqs.send(
      new SendMessageCommand({ QueueUrl: engines().queueUrl('ingest'), MessageBody: JSON.stringify(event) }),
    );
    await settled();
    expect((await recordOf('2022.txt')).checkedAt).toBe(checkedAt);
    expect(rechecks()).toEqual([]);
  });

  test('the same file is uploaded again: nobody is checked', async () => {
    await put('2021.txt', { agency, year: 2021 });
    expect(rechecks()).toEqual([]);
  });

  test('is replaced by one that agrees: the error is gone, and nothing is announced as faulty', async () => {
    await put('2021.txt', { agency, year: 2021, carriedOut: 5 });
    expect(await rulesOf('2022.txt')).not.toContain('XYR.CARRY');
    expect(await waitsFor('2022.txt', 'XYR.CARRY')).toBeUndefined();
    expect(announced('2022.txt')).toHaveLength(1);
  });

  test('was that of another body: the later year waits again', async () => {
    await put('2021.txt', { agency: '青禾市样例局', year: 2021 });
    expect(await waitsFor('2022.txt', 'XYR.CARRY')).toMatchObject({ reason: { zh: expect.stringContaining('等待') } });
  });

  test('is removed: the later year waits again', async () => {
    await put('2021.txt', { agency, year: 2021 });
    expect(await rulesOf('2022.txt')).toContain('XYR.CARRY');
    await remove('2021.txt');
    expect(await rulesOf('2022.txt')).not.toContain('XYR.CARRY');
    expect(await waitsFor('2022.txt', 'XYR.CARRY')).toMatchObject({ reason: { zh: expect.stringContaining('等待') } });
  });

  test('calls itself by a longer name', async () => {
    await put('county-2022.txt', { agency: '云溪县', year: 2022, carriedIn: 5 });
    await put('county-2021.txt', { agency: '云溪县人民政府', year: 2021 });
    expect(await rulesOf('county-2022.txt')).toContain('XYR.CARRY');
  });
});

test('two copies of one year are compared in both, and each of them once', async () => {
  const agency = '霖岭市示例局';
  await put('copy-1.txt', { agency });
  await put('copy-2.txt', { agency, carriedIn: 1 });
  for (const key of ['copy-1.txt', 'copy-2.txt']) expect(await rulesOf(key)).toContain('META.REVISED');
  expect(rechecks().map(({ detail }) => detail.key)).toEqual(['copy-1.txt']);
});

test('a check asked for by hand reads the file again, and asks nobody whose verdict it cannot change', async () => {
  const agency = '柳塘市示例局';
  await put('asked-2021.txt', { agency, year: 2021 });
  await put('asked-2022.txt', { agency, year: 2022 });
  handled.splice(0);
  await requestRecheck({ bucket: Bucket, key: 'asked-2022.txt', reread: true });
  await settled();
  expect(rechecks().map(({ detail }) => detail.key)).toEqual(['asked-2022.txt']);
});

describe('bodies of one area', () => {
  const agency = '浔阳区示例局';
  const overview = OWN_SECTION;

  test('copied text is found in both, whichever came first', async () => {
    await put('peer-1.txt', { agency, overview });
    expect(await waitsFor('peer-1.txt', 'XAG.COPY')).toMatchObject({
      reason: { zh: '等待同级其他单位2023年度的报告。' },
    });
    await put('peer-2.txt', { agency: '浔阳区样例局', overview });
    for (const key of ['peer-1.txt', 'peer-2.txt']) expect(await rulesOf(key)).toContain('XAG.COPY');
  });

  test('and is gone in both when one is rewritten; who shares nothing is left in peace', async () => {
    await put('peer-3.txt', { agency: '浔阳区范例局' });
    await put('peer-2.txt', { agency: '浔阳区样例局', overview: OTHER_SECTION });
    for (const key of ['peer-1.txt', 'peer-2.txt']) expect(await rulesOf(key)).not.toContain('XAG.COPY');
    expect(rechecks().map(({ detail }) => detail.key)).toEqual(['peer-1.txt']);
  });

  test('of two files of one body the one that passes is compared with, as long as it is there', async () => {
    await put('copied-1.txt', { agency: '武宁县示例局', overview: OWN_SECTION });
    await put('copied-2.txt', { agency: '武宁县样例局', overview: OWN_SECTION, received: 9 });
    expect(await rulesOf('copied-1.txt')).toContain('XAG.COPY');
    await put('copied-3.txt', { agency: '武宁县样例局' });
    expect(await rulesOf('copied-1.txt')).not.toContain('XAG.COPY');
    await remove('copied-3.txt');
    expect(await rulesOf('copied-1.txt')).toContain('XAG.COPY');
  });

  test('a government is checked again when a department comes, and when it goes', async () => {
    await put('government.txt', { agency: '浔阳区人民政府' });
    expect(await rulesOf('government.txt')).not.toContain('XAG.GE-PART');
    await put('large.txt', { agency: '浔阳区大例局', carriedIn: 50 });
    expect(await rulesOf('government.txt')).toContain('XAG.GE-PART');
    await remove('large.txt');
    expect(await rulesOf('government.txt')).not.toContain('XAG.GE-PART');
  });

  test('a roster that comes after the reports says who is absent, and those above ask for the bodies it names', async () => {
    const absent = async () => (await recordOf('city.txt')).result.undecided.find(({ rule }) => rule === 'XAG.ABSENT');
    await put('city.txt', { agency: '九江市人民政府' });
    expect(await absent()).toMatchObject({ reason: { zh: '没有应当发布报告的单位名录。' } });
    const roster = { agencies: ['浔阳区新例局', '浔阳区无例局'], by: 'test' };
    const { createApp } = await import('../../functions/query/app.ts');
    const { dependenciesFromEnvironment } = await import('../../functions/query/dependencies.ts');
    const api = createApp(dependenciesFromEnvironment());
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify(roster);
    expect((await api.request('/rosters/360400', { method: 'PUT', headers, body })).status).toBe(200);
    await settled();
    expect(await absent()).toMatchObject({
      reason: { zh: expect.stringMatching(/^等待浔阳区新例局、浔阳区无例局2023年度的报告/) },
    });
    await put('named.txt', { agency: '浔阳区新例局' });
    expect(await absent()).toMatchObject({ reason: { zh: expect.stringMatching(/^等待浔阳区无例局2023年度的报告/) } });
    handled.splice(0);
    await put('unnamed.txt', { agency: '浔阳区别例局' });
    expect(rechecks().map(({ detail }) => detail.key)).not.toContain('city.txt');
  });
});

test('where an area holds more than is read, the result says so, and nobody is called absent', async () => {
  const { checkAmong } = await import('../../functions/ingest/neighbours.ts');
  const agency = '浔阳区人民政府';
  const [alone] = await check({ name: 'x.txt', bytes: Buffer.from(reportText({ agency })) });
  const owner = { id: 'x', bucket: Bucket, key: 'x.txt', sequencer: '1' };
  const self = alone && cardOf(owner, alone)?.shown;
  if (!self || alone.report === null) throw new Error('no report');
  const area = ['浔阳区示例局', '浔阳区样例局'].map((name) => ({
    ...self,
    id: name,
    agency: name,
    level: 'department' as const,
  }));
  const roster = { region: '360403', agencies: ['浔阳区无例局'], merged: {}, by: 'test', at: '' };
  const around = { self, report: alone.report, body: [], area, roster, peers: new Map() };
  const said = (more: boolean) => checkAmong(alone, { ...around, more }).undecided;
  const because = (zh: string) => expect.objectContaining({ zh: expect.stringMatching(zh) });
  const some = because('本地区2023年度有3份报告，只与其中0份比较。');
  expect(said(false)).toContainEqual({ rule: 'XAG.SUM', reason: some });
  expect(said(false)).toContainEqual({ rule: 'XAG.ABSENT', reason: because('^等待浔阳区无例局') });
  expect(said(true)).toContainEqual({ rule: 'XAG.ABSENT', reason: because('没有应当发布报告的单位名录。') });
  expect(said(true)).toContainEqual({ rule: 'XAG.ABSENT', reason: because('没有核对名录') });
});
