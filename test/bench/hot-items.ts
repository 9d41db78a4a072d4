/**
 * Which item gives first when many workers take in reports at once. The requests of real checks are recorded on the embedded
 * table; a simulation lets 20, 200 and 1,000 workers repeat them against partitions that give 1,000 write units and 3,000
 * read units a second for each partition key, with a second's worth in reserve, and counts who had to wait.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html
 *
 *     node test/bench/hot-items.ts [--latency 6] [--seconds 20] [--json]
 */
import { parseArgs } from 'node:util';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startEngines } from '../../infra/local/engines.ts';
import { reportText } from '../support/report.ts';
import { type Figure, report } from './figures.ts';
import { type Asked, recorded } from './recorded.ts';
import { simulate } from './simulated.ts';

const text = (fallback: string) => ({ type: 'string', default: fallback }) as const;
const options = { latency: text('6'), seconds: text('20'), json: { type: 'boolean', default: false } } as const;
const { values } = parseArgs({ options });

const engines = await startEngines({ data: null, strict: true });
Object.assign(process.env, engines.environment, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
const { processWork } = await import('../../functions/ingest/process.ts');
const { readWork } = await import('../../functions/ingest/work.ts');
const { tendRegions } = await import('../../functions/ingest/regions.ts');

const s3 = new S3Client({});
const traces: Asked[][] = [];
for (let at = 0; at < 40; at++) {
  const agency = at === 0 ? '浔阳区人民政府' : `浔阳区第${at}局`;
  const object = { Bucket: 'reports', Key: `${agency}.txt`, Body: reportText({ agency }) };
  await s3.send(new PutObjectCommand(object));
  const [message] = engines.queues.receive('ingest', 1);
  if (message === undefined) throw new Error(`no message for ${agency}`);
  traces.push(await recorded(() => processWork(readWork(message.body))));
  engines.queues.remove('ingest', message.receiptHandle);
}
const tending = await recorded(() => tendRegions(Date.now(), { all: true }));
await engines.stop();

/** The last ones see the whole county. */
const reports = traces.slice(-20);
const seen = new Map<string, number>();
for (const trace of traces) for (const pk of new Set(trace.map((one) => one.pk))) seen.set(pk, (seen.get(pk) ?? 0) + 1);
const isShared = (pk: string) => (seen.get(pk) ?? 0) > 1;
const ofThePlace = (pk: string) => /^AREA#|^BODY#|浔阳|360403/.test(pk);
const [PROVINCES, COUNTIES] = [31, 2843];

/** Where all come from one county, or from the whole country, county by county. */
const SCENARIOS = {
  'one county': (pk: string, report: number) => (isShared(pk) ? pk : `${pk} ${report}`),
  'the whole country': (pk: string, report: number) => {
    if (!isShared(pk)) return `${pk} ${report}`;
    return ofThePlace(pk) ? `${pk} ${report % (pk.startsWith('AREA#') ? PROVINCES : COUNTIES)}` : pk;
  },
};
const figures: Figure[] = [];
for (const [scenario, place] of Object.entries(SCENARIOS)) {
  for (const workers of [20, 200, 1000]) {
    const limits = { latency: Number(values.latency), seconds: Number(values.seconds) };
    const { rate, waits, busiest } = simulate(reports, tending, { workers, place, ...limits });
    const [first] = busiest;
    if (!values.json) {
      const named = busiest
        .map(({ pk, load }) => `${pk.replace(/ \d+ /, ' ')} ${Math.round(load * 100)} %`)
        .join(' · ');
      console.log(`| ${scenario} | ${workers} | ${Math.round(rate)} | ${Math.round(waits * 1000) / 10} % | ${named} |`);
    }
    const value = Math.round((first?.load ?? 0) * 100);
    figures.push({ name: `${scenario}, ${workers} workers: busiest key, per cent of what it gives`, value });
  }
}
report(figures);
