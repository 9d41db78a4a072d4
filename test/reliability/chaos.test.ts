/** The short form of `npm run chaos`: few kills, few files, and no waiting for mails. */
import { expect, test } from 'vitest';
import { freePorts } from '../support/free-ports.ts';
import { chaos } from './chaos/run.ts';
import { PATIENCE_MILLISECONDS, SHORT } from './chaos/short.ts';

test(
  'killed under load, and started again: every accepted file has its result, and its news is told',
  async () => {
    const { counts, wrong } = await chaos({ ...SHORT, port: await freePorts() });
    expect(wrong).toEqual([]);
    expect(counts).toMatchObject({ kills: SHORT.kills, keys: SHORT.keys });
  },
  PATIENCE_MILLISECONDS,
);
