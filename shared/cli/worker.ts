/** The thread of `host.ts`: checks the files whose paths it is sent. */
import { parentPort, workerData } from 'node:worker_threads';
import type { OnStep } from '../document/read.ts';
import type { Profile } from '../rules/profile.ts';
import type { Answer } from './messages.ts';
import { checkFile } from './one.ts';

// Each thread has a language of its own: Node 20 lacks some of it.
if (!('groupBy' in Map)) await import('./node-20.ts');

const profile = workerData as Profile;
const say = (answer: Answer) => parentPort?.postMessage(answer);

parentPort?.on('message', async (file: string) => {
  const onStep: OnStep = (step, allowed = 0) => say({ step, allowed });
  say(
    await checkFile(file, profile, onStep)
      .then((results) => ({ results }))
      .catch((error: unknown) => ({ error })),
  );
});
