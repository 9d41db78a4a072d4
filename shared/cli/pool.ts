/**
 * Files are checked in processes of their own, one at a time each: reading is work for the processor, and a file that
 * ends its process or never ends takes no other file with it.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unreadable } from '../check.ts';
import { tookTooMuch } from '../document/limits.ts';
import { UNKNOWN } from '../document/types.ts';
import { UnreadableError } from '../document/unreadable.ts';
import type { CheckResult, Source } from '../result.ts';
import type { Profile } from '../rules/profile.ts';
import { readInput } from './files.ts';
import { type Answer, OUT_OF_MEMORY, type Start } from './messages.ts';

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
/** Beside this file as source, beside the chunk that holds it as a bundle. */
const HOST = fileURLToPath(new URL(`./host${extname(import.meta.url)}`, import.meta.url));

interface Job extends PromiseWithResolvers<CheckResult[]> {
  file: string;
  step: string;
  /** Seconds that the file's steps said they may take beside those of any file. */
  allowed: number;
}

/** Processes start when there is a file for them, `most` at once. The caller closes the pool. */
export function startPool(most: number, profile: Profile, bounds = BOUNDS): Pool {
  const waiting: Job[] = [];
  const seats: Seat[] = [];
  const next = (seat: Seat) => {
    const job = waiting.shift();
    if (job) seat.take(job);
  };
  return {
    check(file) {
      const job: Job = { ...Promise.withResolvers<CheckResult[]>(), file, step: 'starting', allowed: 0 };
      waiting.push(job);
      const free = seats.find((seat) => seat.isFree);
      if (free) next(free);
      else if (seats.length < most) {
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

/** One process at a time, replaced when a file has ended it. */
class Seat {
  readonly #profile: Profile;
  readonly #bounds: Bounds;
  readonly #ready: (seat: Seat) => void;
  #host: ChildProcess | null = null;
  #job: Job | null = null;
  /** Seconds of processor time that the process had used when it was last told, and when its file began. */
  #spent = 0;
  #before = 0;

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
    this.#host ??= this.#start();
    this.#before = this.#spent;
    this.#host.send(job.file);
  }

  async close(): Promise<void> {
    this.#host?.kill();
  }

  #start(): ChildProcess {
    // What ends a process for good is told by its exit; V8's own words about it are for no reader of reports.
    const host = fork(HOST, { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'inherit', 'ignore', 'ipc'] });
    const { megabytes } = this.#bounds;
    host.send({ profile: this.#profile, megabytes } satisfies Start);
    host.on('message', (answer: Answer) => {
      const job = this.#job;
      if (host !== this.#host || job === null) return;
      if ('step' in answer) Object.assign(job, { step: answer.step, allowed: job.allowed + answer.allowed });
      else if ('seconds' in answer) this.#look(job, answer.seconds);
      else if ('ended' in answer) this.#giveUp(job, ended(answer.ended, job.step));
      else if ('error' in answer) this.#finish(() => job.reject(answer.error));
      else this.#finish(() => job.resolve(answer.results));
    });
    host.on('exit', (code, signal) => {
      if (host !== this.#host) return;
      this.#host = null;
      const job = this.#job;
      if (job === null) return;
      // A signal is V8's, or the system's that has no memory left.
      const isFull = code === OUT_OF_MEMORY || signal !== null;
      this.#giveUp(job, isFull ? tookTooMuch(`${megabytes} MB`, job.step) : ended(`status ${code}`, job.step));
    });
    return host;
  }

  #look(job: Job, seconds: number): void {
    this.#spent = seconds;
    const most = this.#bounds.seconds + job.allowed;
    if (seconds - this.#before > most) this.#giveUp(job, tookTooMuch(`${most} s`, job.step));
  }

  /** Ends the process and gives its file a result. */
  #giveUp(job: Job, why: UnreadableError): void {
    this.#host?.kill('SIGKILL');
    this.#host = null;
    this.#spent = 0;
    const result = sourceOf(job.file).then((source) => [unreadable(source, why)]);
    this.#finish(() => job.resolve(result));
  }

  #finish(settle: () => void): void {
    this.#job = null;
    settle();
    this.#ready(this);
  }
}

/** What is said of a file that ended the process which read it: a fault of this program that no other file is to suffer from. */
function ended(how: string, step: string): UnreadableError {
  return new UnreadableError('FILE.NOT-PROCESSED', `${how}, ${step}`);
}

/** A file of which no more is known than its bytes. */
async function sourceOf(name: string): Promise<Source> {
  const bytes = await readInput(name);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, bytes: bytes.length, sha256, mediaType: UNKNOWN, encoding: null };
}
