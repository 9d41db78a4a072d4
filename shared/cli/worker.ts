/** One of the threads of `pool.ts`: checks the files whose paths it is sent. */
import { parentPort, workerData } from 'node:worker_threads';
import { check } from '../check.ts';
import type { Profile } from '../rules/profile.ts';
import { readInput } from './files.ts';
import type { Answer, Order } from './pool.ts';

const profile = workerData as Profile;

parentPort?.on('message', async ({ id, file }: Order) => {
  const answer: Answer = await readInput(file)
    .then(async (bytes) => ({ id, results: await check({ name: file, bytes }, { profile }) }))
    .catch((error: unknown) => ({ id, error }));
  parentPort?.postMessage(answer);
});
