/**
 * `npm run fuzz -- [--time SECONDS] [--seed N] [--count N] [--kind txt,html,…] [--only NUMBER]`: changed files through all
 * readers and rules, 60 seconds where neither time nor count is given. Prints counts as JSON, also when it is told to end; inputs
 * that failed are written to `.fuzz/`. Exit status 1 with a failure.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from './run.ts';

const { values } = parseArgs({
  options: {
    time: { type: 'string' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string' },
    kind: { type: 'string', default: '' },
    only: { type: 'string' },
  },
});
const FOLDER = '.fuzz';
/** Inputs of one seed; those of another begin behind them. */
const APART = 10_000_000;

mkdirSync(FOLDER, { recursive: true });
const first = values.only === undefined ? Number(values.seed) * APART : Number(values.only);
const most = values.only === undefined ? Number(values.count ?? Number.POSITIVE_INFINITY) : 1;
const seconds = Number(values.time ?? (values.count === undefined ? 60 : Number.POSITIVE_INFINITY));
const end = Date.now() + seconds * 1000;
let isStopped = false;
process.once('SIGTERM', () => {
  isStopped = true;
});
const { failed, ...counts } = await run(
  values.kind.split(',').filter((kind) => kind !== ''),
  first,
  (count) => isStopped || count >= most || Date.now() > end,
  ({ number, failure, detail, input }) => {
    const name = `${failure}-${number}-${input.name}`;
    writeFileSync(join(FOLDER, name), input.bytes);
    console.error(`${name}: ${detail.split('\n').slice(0, 4).join(' ')}`);
  },
);
const failures = Object.fromEntries(
  [...Map.groupBy(failed, ({ failure }) => failure)].map(([failure, all]) => [failure, all.length]),
);
console.log(JSON.stringify({ seed: values.seed, ...counts, slowest: Math.round(counts.slowest), failures }));
process.exitCode = failed.length > 0 ? 1 : 0;
