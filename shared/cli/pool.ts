/**
 * Files are checked on threads of their own, one at a time each: reading is work for the processor, and a file that ends
 * its thread or never ends takes no other file with it.
 */
import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { unreadable } from '../check.ts';
import { tookTooMuch } from '../document/limits.ts';
import { UNKNOWN } from '../document/types.ts';
import type { CheckResult } from '../result.ts';
import type { Profile } from '../rules/profile.ts';
import { readInput } from './files.ts';

/** What a thread says: what it is doing, and in the end what came out. */
export type Answer = { step: string } | { results: CheckResult[] } | { error: unknown };

export interface Pool {
  check(file: string): Promise<CheckResult[]>;
  close(): Promise<void>;
}

/** Bounds of one file. The largest that are read take 5 s and 750 MB (docs/formats.md). */
interface Bounds {
  /** Seconds of processor time: a busy machine changes nothing. */
  seconds: number;
  megabytes: number;
}
const BOUNDS: Bounds = { seconds: 15, megabytes: 1024 };
/** How often the time of a thread is looked at. */
const LOOK_MS = 250;

/** Beside this file as source, beside the chunk that holds it as a bundle. */
const WORKER = new URL(`./worker${extname(import.meta.url)}`, import.meta.url);

interface Job extends PromiseWithResolvers<CheckResult[]> {
  file: string;
  step: string;
}

/** Threads start when there is a file for them, `threads` at most. The caller closes the pool. */
export function startPool(threads: number, profile: Profile, bounds = BOUNDS): Pool {
  const waiting: Job[] = [];
  const seats: Seat[] = [];
  const next = (seat: Seat) => {
    const job = waiting.shift();
    if (job) seat.take(job);
  };
  return {
    check(file) {
      const job: Job = { ...Promise.withResolvers<CheckResult[]>(), file, step: 'starting' };
      waiting.push(job);
      const free = seats.find((seat) => seat.isFree);
      if (free) next(free);
      else if (seats.length < threads) {
        const seat = new Seat(profile, bounds, next);
        seats.push(seat);
        next(seat);
      }
      return job.promise;
    },
    async close() {
      await Promise.all(seats.map((seat) => seat.close()));
    },
  };
}

/** Processor time of a thread; on Node 20, which does not tell it, the time in which its loop was not idle. */
async function secondsUsed(worker: Worker): Promise<number> {
  if (!('cpuUsage' in worker)) return (worker as Worker).performance.eventLoopUtilization().active / 1000;
  const { user, system } = await worker.cpuUsage();
  return (user + system) / 1e6;
}

/** One thread at a time, replaced when a file has ended it. */
class Seat {
  readonly #profile: Profile;
  readonly #bounds: Bounds;
  readonly #ready: (seat: Seat) => void;
  #worker: Worker | null = null;
  #job: Job | null = null;
  #watch: NodeJS.Timeout | undefined;
  /** Seconds of processor time that the thread had used when it was last looked at. */
  #spent = 0;

  constructor(profile: Profile, bounds: Bounds, ready: (seat: Seat) => void) {
    this.#profile = profile;
    this.#bounds = bounds;
    this.#ready = ready;
  }

  get isFree(): boolean {
    return this.#job === null;
  }

  take(job: Job): void {
    this.#job = job;
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const before = this.#spent;
    const look = async () => {
      this.#spent = await secondsUsed(worker);
      if (this.#spent - before > this.#bounds.seconds) await this.#giveUp(job, `${this.#bounds.seconds} s`);
    };
    this.#watch = setInterval(() => void look().catch(ignoreIdle), LOOK_MS);
    worker.postMessage(job.file);
  }

  async close(): Promise<void> {
    clearInterval(this.#watch);
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: this.#bounds.megabytes };
    const worker = new Worker(WORKER, { workerData: this.#profile, resourceLimits });
    worker.on('message', (answer: Answer) => {
      const job = this.#job;
      if (worker !== this.#worker || job === null) return;
      if ('step' in answer) job.step = answer.step;
      else if ('error' in answer) this.#finish(() => job.reject(answer.error));
      else this.#finish(() => job.resolve(answer.results));
    });
    worker.on('error', (error: Error & { code?: string }) => {
      const job = this.#job;
      if (worker !== this.#worker || job === null) return;
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') void this.#giveUp(job, `${this.#bounds.megabytes} MB`);
      else this.#finish(() => job.reject(error));
    });
    return worker;
  }

  /** Ends the thread and gives its file a result. */
  async #giveUp(job: Job, bound: string): Promise<void> {
    if (this.#job !== job) return;
    const worker = this.#worker;
    this.#worker = null;
    this.#spent = 0;
    clearInterval(this.#watch);
    await worker?.terminate();
    const bytes = await readInput(job.file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const source = { name: job.file, bytes: bytes.length, sha256, mediaType: UNKNOWN, encoding: null };
    this.#finish(() => job.resolve([unreadable(source, tookTooMuch(bound, job.step))]));
  }

  #finish(settle: () => void): void {
    clearInterval(this.#watch);
    this.#job = null;
    settle();
    this.#ready(this);
  }
}

/** A thread that has not begun or has ended meanwhile tells no time. */
function ignoreIdle(error: Error & { code?: string }): void {
  if (error.code !== 'ERR_WORKER_NOT_RUNNING') throw error;
}
