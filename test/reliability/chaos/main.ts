/**
 * `npm run chaos [-- --seed N] [--kills 20] [--keys 500] [--once | --full] [--port 4500]`: exit status 1 where something was lost,
 * doubled or left half done. `--full` fills a small disk instead, and needs the right to mount one. What is measured stands in docs/reliability.md.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fullDisk } from './full.ts';
import { chaos, chaosOnce } from './run.ts';

const GREATEST_SEED = 2 ** 31 - 1;
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    kills: { type: 'string', default: '20' },
    keys: { type: 'string' },
    life: { type: 'string', default: '6000' },
    port: { type: 'string', default: '4500' },
    once: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? randomInt(GREATEST_SEED));
const keys = Number(values.keys ?? (values.once ? 120 : 500));
const [kills, longestLife, port] = [Number(values.kills), Number(values.life), Number(values.port)];
const started = performance.now();
console.log(`seed ${seed}, ${kills} kills, ${keys} keys${values.once ? ', --once' : ''}`);
const options = { seed, kills, keys, longestLife, port, short: values.short, say: console.log };
const run = () => (values.once ? chaosOnce(options) : chaos(options));
const { counts, wrong } = await (values.full ? fullDisk({ port, small: 'disk', say: console.log }) : run());
for (const [name, count] of Object.entries(counts)) console.log(`${name.padEnd(16)} ${count}`);
console.log(`${'seconds'.padEnd(16)} ${Math.round((performance.now() - started) / 1000)}`);
for (const one of wrong) console.error(`WRONG  ${one}`);
process.exit(wrong.length === 0 ? 0 : 1);
