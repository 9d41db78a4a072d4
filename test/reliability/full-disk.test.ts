/** The short form of `npm run chaos -- --full`: a bound on the size of files instead of a small disk. */
import { expect, test } from 'vitest';
import { freePorts } from '../support/free-ports.ts';
import { fullDisk } from './chaos/full.ts';
import { PATIENCE_MILLISECONDS } from './chaos/short.ts';

test(
  'no more can be written: a sentence and exit status 1; with room again, all that was accepted has its result',
  async () => {
    const { counts, wrong } = await fullDisk({ port: await freePorts(), small: 'file', say: () => {} });
    expect(wrong).toEqual([]);
    expect(counts.accepted).toBeGreaterThan(10);
  },
  PATIENCE_MILLISECONDS,
);
