/** One of the threads of `pool.ts`: checks the files whose paths it is sent. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Profile } from '../rules/profile.ts';
import { checkFile } from './one.ts';
import type { Answer, Order } from './pool.ts';

const profile = workerData as Profile;

parentPort?.on('message', async ({ id, file }: Order) => {
  const answer: Answer = await checkFile(file, profile)
    .then((results) => ({ id, results }))
    .catch((error: unknown) => ({ id, error }));
  parentPort?.postMessage(answer);
});
