/** The short form of `npm run chaos`: few kills, few files, and no waiting for mails. */
import { expect, test } from 'vitest';
import { freePorts } from '../support/free-ports.ts';
import { chaos, chaosOnce } from './chaos/run.ts';

/** Processes start and end many times, on machines that do other things as well. */
const PATIENCE = 300_000;
const SHORT = { seed: 20211, kills: 2, keys: 12, longestLife: 1500, short: true, say: () => {} };

test(
  'killed under load, and started again: every accepted file has its result, and its news is told',
  async () => {
    const { counts, wrong } = await chaos({ ...SHORT, port: await freePorts() });
    expect(wrong).toEqual([]);
    expect(counts).toMatchObject({ kills: 2, keys: 12 });
  },
  PATIENCE,
);

test(
  'killed with --once, and called again: it ends as check would',
  async () => {
    expect((await chaosOnce({ ...SHORT, port: await freePorts() })).wrong).toEqual([]);
  },
  PATIENCE,
);
