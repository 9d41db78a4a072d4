/** The short form of `npm run chaos -- --once`. */
import { expect, test } from 'vitest';
import { freePorts } from '../support/free-ports.ts';
import { chaosOnce } from './chaos/run.ts';
import { PATIENCE_MILLISECONDS, SHORT } from './chaos/short.ts';

test(
  'killed with --once, and called again: it ends as check would',
  async () => {
    expect((await chaosOnce({ ...SHORT, port: await freePorts() })).wrong).toEqual([]);
  },
  PATIENCE_MILLISECONDS,
);
