/** Reading is work for the processor, so that many files are checked on as many threads as it has. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CheckResult } from '../result.ts';
import type { Profile } from '../rules/profile.ts';

export interface Order {
  id: number;
  file: string;
}
export type Answer = { id: number; results: CheckResult[] } | { id: number; error: unknown };

interface Pool {
  check(file: string): Promise<CheckResult[]>;
  close(): Promise<void>;
}

/** Beside this file as source, beside the chunk that holds it as a bundle. */
const WORKER = new URL(`./worker${extname(import.meta.url)}`, import.meta.url);

/** Starts the threads; files go to them in turn. The caller closes the pool. */
export function startPool(threads: number, profile: Profile): Pool {
  const waiting = new Map<number, PromiseWithResolvers<CheckResult[]>>();
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(WORKER, { workerData: profile });
    worker.on('message', (answer: Answer) => {
      const turn = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('error' in answer) turn?.reject(answer.error);
      else turn?.resolve(answer.results);
    });
    worker.on('error', (error) => {
      for (const turn of waiting.values()) turn.reject(error);
    });
    return worker;
  });
  let orders = 0;
  return {
    check(file) {
      const id = orders;
      orders += 1;
      const turn = Promise.withResolvers<CheckResult[]>();
      waiting.set(id, turn);
      workers[id % threads]?.postMessage({ id, file } satisfies Order);
      return turn.promise;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
