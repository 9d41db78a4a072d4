/** What an operator's command works on: a stack in an account, or the laptop. */
import type { Write } from '../../shared/cli/check.ts';

/** A queue of messages that failed too often. */
export interface DeadQueue {
  /** As the operator names it: `ingest`, `undelivered`. */
  name: string;
  dead: string;
  /** Where its messages came from; `null` where each says itself. */
  source: string | null;
}

export interface Deployment {
  kind: 'stack' | 'laptop';
  /** Address of the pages and the API. */
  baseUrl: string;
  bucket: string;
  datasetBucket: string;
  queues: DeadQueue[];
  /** State machine that reads objects again; `null` on the laptop, where it is done in this process. */
  reprocessing: string | null;
  /** Where a command keeps how far it is; `null` where the account does. */
  folder: string | null;
  stop(): Promise<void>;
}

/** What a command is given. */
export interface Operation {
  deployment: Deployment;
  write: Write;
  /** A line that the next one overwrites. */
  progress(text: string): void;
}
