/**
 * The random tests, many times over and with a seed of their own: `npm run test:long [-- --seed N --times N]`. The seed
 * is printed first; with the same seed and times the same reports come again.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

const FILES = [
  'generator',
  'document/damage',
  'document/text',
  'report',
  'mistakes',
  'rules/narrative',
  'neighbours',
  'mail/hostile',
  'reliability/each-call',
  'reliability/each-query-call',
  'reliability/orders',
];
const GREATEST_SEED = 2 ** 31 - 1;
const { values } = parseArgs({ options: { seed: { type: 'string' }, times: { type: 'string', default: '20' } } });
const seed = values.seed ?? String(randomInt(GREATEST_SEED));

console.log(
  `seed ${seed}, ${values.times} times as many runs: npm run test:long -- --seed ${seed} --times ${values.times}`,
);
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--testTimeout', '3600000', ...FILES.map((name) => `test/${name}`)],
  { stdio: 'inherit', env: { ...process.env, GOUJI_SEED: seed, GOUJI_TIMES: values.times } },
);
process.exitCode = status ?? 1;
