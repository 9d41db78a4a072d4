/**
 * A process of `pool.ts` with one thread, which checks files one at a time. A file that fills the memory can end V8 with
 * its whole process, whatever bound a thread has; the process beside it tells the time, which a busy thread cannot.
 */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Answer, OUT_OF_MEMORY, type Start } from './messages.ts';

/** How often the time of the thread is told. */
const LOOK_MS = 250;
/** Beside this file as source, and as an entry of the bundle. */
const WORKER = new URL(`./worker${extname(import.meta.url)}`, import.meta.url);

/** Runs until the pool goes. */
function host({ profile, megabytes }: Start): void {
  const thread = new Worker(WORKER, {
    workerData: profile,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  const say = (answer: Answer) => process.send?.(answer);
  thread.on('message', say);
  thread.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') process.exit(OUT_OF_MEMORY);
    process.send?.({ ended: error.message } satisfies Answer, () => process.exit(1));
  });
  thread.once('online', () => {
    const look = async () => say({ seconds: await secondsUsed(thread) });
    setInterval(() => void look().catch(ignoreEnded), LOOK_MS);
  });
  process.on('message', (file: string) => thread.postMessage(file));
}

/** Processor time of a thread; on Node 20, which does not tell it, the time in which its loop was not idle. */
async function secondsUsed(thread: Worker): Promise<number> {
  if (!('cpuUsage' in thread)) return (thread as Worker).performance.eventLoopUtilization().active / 1000;
  const { user, system } = await thread.cpuUsage();
  return (user + system) / 1e6;
}

/** A thread that has ended meanwhile tells no time; its end is told by itself. */
function ignoreEnded(error: Error & { code?: string }): void {
  if (error.code !== 'ERR_WORKER_NOT_RUNNING') throw error;
}

process.once('message', host);
process.once('disconnect', () => process.exit());
