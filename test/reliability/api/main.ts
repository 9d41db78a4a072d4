/** `npm run fuzz:api [-- --seed N --times 20000]`: exit status 1 where an answer or what is kept is not as it should be. */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fuzzApi } from './run.ts';

const GREATEST_SEED = 2 ** 31 - 1;
const { values } = parseArgs({ options: { seed: { type: 'string' }, times: { type: 'string', default: '20000' } } });
const seed = Number(values.seed ?? randomInt(GREATEST_SEED));
const started = performance.now();
console.log(`seed ${seed}, ${values.times} requests`);
const { statuses, operations, wrong } = await fuzzApi(seed, Number(values.times), console.log);
for (const [status, count] of Object.entries(statuses)) console.log(`${status.padEnd(8)} ${count}`);
const never = Object.entries(operations).filter(([, { done }]) => done === 0);
console.log(
  `${Object.keys(operations).length} operations, never done: ${never.map(([name]) => name).join(', ') || 'none'}`,
);
console.log(`${Math.round((performance.now() - started) / 1000)} s`);
for (const one of wrong) console.error(`WRONG  ${one}`);
process.exit(wrong.length === 0 ? 0 : 1);
