/** What one report costs: requests to the table, how many of them one after the other, and units. Budgets, not times. */
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { processWork } from '../../functions/ingest/process.ts';
import { tendRegions } from '../../functions/ingest/regions.ts';
import { readWork } from '../../functions/ingest/work.ts';
import { readSummaries } from '../../functions/store/lists/projected.ts';
import { project } from '../../functions/store/lists/projections.ts';
import { recordIds } from '../../functions/store/records/manifest.ts';
import { getRecord } from '../../functions/store/records/records.ts';
import { touchedItem, touchedRegions } from '../../functions/store/regions/touched.ts';
import { putItem } from '../../functions/store/table/items.ts';
import { table } from '../../functions/store/table/table.ts';
import { reportId } from '../../shared/record.ts';
import { measured } from '../query/capacity.ts';
import { useEngines } from '../support/engines.ts';
import { reportText } from '../support/report.ts';

const engines = useEngines();
const Bucket = 'reports';
let s3: S3Client;
beforeAll(() => {
  s3 = new S3Client({});
});

/** Puts an object, and gives the message that the queue got for it. */
async function message(Key: string, Body: string | Uint8Array): Promise<string> {
  await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
  const bodies = engines().waiting('ingest');
  return bodies.findLast((body) => JSON.parse(body).detail.object.key === Key) as string;
}
const work = async (Key: string, body: string | Uint8Array) => readWork(await message(Key, body));

test('a first check alone takes at most ten requests, five of them in a row, and twelve write units', async () => {
  const first = await work('alone.txt', reportText({ agency: '青禾市示例局' }));
  const { commands, rows, writes } = await measured(() => processWork(first));
  expect(commands.length, commands.join(' ')).toBeLessThanOrEqual(10);
  // What is known, and to show; to look; to store; to apply; to say that it is done.
  expect(rows).toBeLessThanOrEqual(5);
  expect(writes).toBeLessThanOrEqual(12);
});

test('what changes nothing is not written: the same event, a projection, a check on account of a card that it knows', async () => {
  const key = '浔阳区甲局2022.txt';
  await processWork(await work(key, reportText({ agency: '浔阳区甲局', year: 2022, carriedIn: 5 })));
  const earlier = await work('浔阳区甲局2021.txt', reportText({ agency: '浔阳区甲局', year: 2021 }));
  await processWork(earlier);
  const [asked] = engines()
    .waiting('rechecks')
    .filter((body) => JSON.parse(body).detail.key === key);
  const recheck = readWork(asked as string);
  expect((await measured(() => processWork(recheck))).writes).toBeGreaterThan(0);

  const known = await measured(() => processWork(recheck));
  expect([known.commands, known.writes]).toEqual([['QueryCommand'], 0]);
  const projection = await measured(() => project(reportId(Bucket, key)));
  expect([projection.commands.length, projection.writes]).toEqual([2, 0]);
  await processWork(earlier);
  const { checkedAt } = (await getRecord(reportId(Bucket, '浔阳区甲局2021.txt'))) ?? {};
  await processWork(earlier);
  expect((await getRecord(reportId(Bucket, '浔阳区甲局2021.txt')))?.checkedAt).toBe(checkedAt);
});

test('the sums over many reports of a region go up once', async () => {
  for (let at = 0; at < 8; at++) {
    await processWork(await work(`云溪区${at}.txt`, reportText({ agency: `岳阳市云溪区第${at}局` })));
  }
  const { commands } = await measured(() => tendRegions(Date.now(), { all: true }));
  const again = await measured(() => tendRegions(Date.now(), { all: true }));
  // Three requests a node: eight agencies, their sixteenths, and the few regions above, not eight times those.
  expect(commands.length).toBeLessThan(8 * 3 * 7);
  expect(again.commands).toEqual(['QueryCommand']);
});

test('in a burst that lasts an agency is summed until all of it was written for certain, and then forgotten', async () => {
  const start = Date.now();
  const [first, second, third] = ['a', 'b', 'c'].map((name) => `2023/430603/0/${name}`) as [string, string, string];
  const touch = (node: string, seconds: number) => putItem(touchedItem(node, start + seconds * 1000));
  const left = async () => [
    ...((await touchedRegions()).find(({ region }) => region === '2023/430603')?.agencies.keys() ?? []),
  ];
  await touch(first, 0);
  await touch(second, 200);
  await tendRegions(start + 206_000);
  expect(await left()).toEqual([first, second]);
  await touch(third, 260);
  await tendRegions(start + 266_000);
  expect(await left()).toEqual([second, third]);
});

test('a ZIP of many reports gives each a message: whatever is cut off is repeated alone, and what is done is not done again', async () => {
  const names = Array.from({ length: 120 }, (_, at) => `第${at}局.txt`);
  const entries = names.map((name, at) => [name, strToU8(reportText({ agency: `霖岭市第${at}局` }))] as const);
  const zip = await work('many.zip', zipSync(Object.fromEntries(entries)));
  const parts = () =>
    engines()
      .waiting('ingest')
      .filter((body) => JSON.parse(body)['detail-type'] === 'Reading Continued')
      .map(readWork);
  const ids = () => recordIds({ bucket: Bucket, key: 'many.zip' });
  await processWork(zip);
  expect(parts()).toHaveLength(names.length);
  expect((await readSummaries(await ids())).size).toBe(0);

  const [first = zip, second = zip, ...others] = parts();
  await processWork(first);
  // The call is killed in the middle of the second report, and what had been done by then comes again as well.
  const { middlewareStack } = table().client;
  const killed = () => Promise.reject(new Error('killed'));
  middlewareStack.add((next, { commandName }) => (commandName === 'BatchWriteItemCommand' ? killed : next), {
    step: 'initialize',
    name: 'kill',
  });
  await expect(processWork(second)).rejects.toThrow('killed');
  middlewareStack.remove('kill');
  const again = await measured(() => processWork(first));
  expect([again.commands, again.writes]).toEqual([['BatchGetItemCommand'], 0]);
  for (const one of [second, ...others]) await processWork(one);
  expect((await readSummaries(await ids())).size).toBe(names.length);

  const whole = await measured(() => processWork(zip));
  expect(whole.writes).toBe(0);
  expect(parts()).toHaveLength(names.length);
}, 120_000);

test('a ZIP whose first try failed, or for which there is no time, gives each report a message as well', async () => {
  const small = {
    '一.txt': strToU8(reportText({ agency: '霖岭市甲局' })),
    '二.txt': strToU8(reportText({ agency: '霖岭市乙局' })),
  };
  const zip = await work('small.zip', zipSync(small));
  await processWork(zip, () => false);
  const parts = engines()
    .waiting('ingest')
    .filter((body) => JSON.parse(body).detail.key === 'small.zip');
  expect(parts).toHaveLength(2);
  for (const part of parts) await processWork(readWork(part));
  expect((await readSummaries(await recordIds({ bucket: Bucket, key: 'small.zip' }))).size).toBe(2);
});
