/**
 * What a page of 50, a report and statistics take with 1,000 and with 100,000 reports stored: units, requests and the 95th
 * percentile of processor time, on the embedded table. The aim is 1.3 times at most.
 *
 *     node test/bench/stored.ts [--many 100000] [--json]
 */
import { parseArgs } from 'node:util';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { startEngines } from '../../infra/local/engines.ts';
import { type Figure, report } from './figures.ts';

const options = { many: { type: 'string', default: '100000' }, json: { type: 'boolean', default: false } } as const;
const { values } = parseArgs({ options });
const engines = await startEngines({ data: null });
Object.assign(process.env, engines.environment, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
// Imported once the environment is there.
const { listReports, entriesOf } = await import('../../functions/store/lists/listing.ts');
const { getWithDecisions } = await import('../../functions/store/records/records.ts');
const { readTotals } = await import('../../functions/store/statistics/statistics.ts');
const { table } = await import('../../functions/store/table/table.ts');
const { measured } = await import('../query/capacity.ts');
const { record, store } = await import('../query/records.ts');

/** Projections and list entries of reports of many counties, as far as lists need them. */
async function seed(from: number, to: number): Promise<void> {
  const { client, name } = table();
  const [nothing, at] = [{ title: null, publishedOn: null, format: null, catalog: '' }, '2026-01-01T00:00:00.000Z'];
  let items: object[] = [];
  const flush = async () => {
    if (items.length === 0) return;
    await client.send(
      new BatchWriteCommand({ RequestItems: { [name]: items.map((Item) => ({ PutRequest: { Item } })) } }),
    );
    items = [];
  };
  for (let i = from; i < to; i++) {
    const id = i.toString(16).padStart(20, '0');
    const regionCode = String(110000 + (i % 2843) * 10).padStart(6, '0');
    const about = { id, key: `${i}.txt`, agency: `第${i}局`, level: 'department', regionCode, year: 2019 + (i % 6) };
    const status = i % 3 ? ('failed' as const) : ('passed' as const);
    const checked = {
      counts: { error: i % 3, warning: 0, notice: 0 },
      rules: [],
      status,
      receivedAt: at,
      checkedAt: at,
    };
    const summary = { ...nothing, ...about, ...checked };
    for (const item of [{ pk: `REPORT#${id}`, sk: 'PROJECTED', rev: 1, summary }, ...entriesOf(summary)]) {
      items.push({ ...item });
      if (items.length === 25) await flush();
    }
  }
  await flush();
}

const { id } = await store(record('一.txt', { report: { agency: '示例市示例局', regionCode: '360403', year: 2024 } }));
const WORK: Record<string, () => Promise<unknown>> = {
  'page of 50': () => listReports({}, 50, null),
  'page of 50, failed': () => listReports({ status: 'failed' }, 50, null),
  'page of 50, a province and year': () => listReports({ region: '110000', year: 2023 }, 50, null),
  report: () => getWithDecisions(id),
  statistics: () => readTotals(2024, '360000'),
};
const RUNS = 300;

async function measure(work: () => Promise<unknown>) {
  const { reads, commands } = await measured(work);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  times.sort((one, other) => one - other);
  return { reads, requests: commands.length, p95: times[Math.floor(RUNS * 0.95)] ?? 0, least: times[0] ?? 0 };
}

const figures: Figure[] = [];
let stored = 0;
for (const many of [1000, Number(values.many)]) {
  await seed(stored, many);
  stored = many;
  for (const [name, work] of Object.entries(WORK)) {
    const { reads, requests, p95, least } = await measure(work);
    if (!values.json)
      console.log(`| ${name} | ${many} | ${reads} | ${requests} | ${p95.toFixed(2)} | ${least.toFixed(2)} |`);
    figures.push({ name: `${name}, ${many} stored: read units`, value: reads });
    figures.push({ name: `${name}, ${many} stored: requests`, value: requests });
    figures.push({ name: `${name}, ${many} stored: least of ${RUNS}`, value: least, unit: 'ms' });
  }
}
await engines.stop();
report(figures);
