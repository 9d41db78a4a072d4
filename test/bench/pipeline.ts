/**
 * What the pipeline asks of the table: requests, rows of requests and units a report, alone and in a county with its
 * government. Counts of the embedded engine, which are exact; no times.
 *
 *     node test/bench/pipeline.ts [--agencies 60] [--json]
 */
import { parseArgs } from 'node:util';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startEngines } from '../../infra/local/engines.ts';
import { reportText } from '../support/report.ts';
import { report } from './figures.ts';

const { values } = parseArgs({
  options: {
    agencies: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
  },
});
const agencies = Number(values.agencies);
const engines = await startEngines({ data: null, strict: true });
Object.assign(process.env, engines.environment, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
// Imported once the environment is there.
const { processWork } = await import('../../functions/ingest/process.ts');
const { readWork } = await import('../../functions/ingest/work.ts');
const { tendRegions } = await import('../../functions/ingest/regions.ts');
const { measured } = await import('../query/capacity.ts');
const s3 = new S3Client({});

/** Takes the next message of a queue and works on it; `null` where there is none. */
async function workOn(queue: 'ingest' | 'rechecks') {
  const [message] = engines.queues.receive(queue, 1);
  if (message === undefined) return null;
  const cost = await measured(() => processWork(readWork(message.body)));
  engines.queues.remove(queue, message.receiptHandle);
  return cost;
}
async function upload(key: string, text: string) {
  await s3.send(new PutObjectCommand({ Bucket: 'reports', Key: key, Body: text }));
  const cost = await workOn('ingest');
  if (cost === null) throw new Error(`no message for ${key}`);
  return cost;
}

const alone = await upload('alone.txt', reportText({ agency: '青禾市示例局' }));
const county = { requests: 0, writes: 0, reads: 0 };
const add = ({ commands, writes, reads }: { commands: string[]; writes: number; reads: number }) => {
  county.requests += commands.length;
  county.writes += writes;
  county.reads += reads;
};
let rechecks = 0;
for (let at = 0; at < agencies; at++) {
  const agency = at === 0 ? '浔阳区人民政府' : `浔阳区第${at}局`;
  add(await upload(`${agency}.txt`, reportText({ agency })));
}
add(await measured(() => tendRegions(Date.now(), { all: true })));
for (let cost = await workOn('rechecks'); cost !== null; cost = await workOn('rechecks')) {
  rechecks++;
  add(cost);
}
await engines.stop();

/** What was aimed at. */
const BARS: Readonly<Record<string, number>> = {
  'alone: requests': 12,
  'alone: requests in a row': 5,
  'alone: write units': 12,
  [`county of ${agencies}: write units a report`]: 20,
  [`county of ${agencies}: rechecks a report`]: 1.1,
};
const rounded = (value: number) => Math.round(value * 10) / 10;
report(
  Object.entries({
    'alone: requests': alone.commands.length,
    'alone: requests in a row': alone.rows,
    'alone: write units': alone.writes,
    'alone: read units': alone.reads,
    [`county of ${agencies}: requests a report`]: rounded(county.requests / agencies),
    [`county of ${agencies}: write units a report`]: rounded(county.writes / agencies),
    [`county of ${agencies}: read units a report`]: rounded(county.reads / agencies),
    [`county of ${agencies}: rechecks a report`]: rounded(rechecks / agencies),
  }).map(([name, value]) => ({ name, value, ...(BARS[name] !== undefined && { bar: BARS[name] }) })),
);
