/** The short form of `never-wrong.ts`, whose long form is run by hand. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeTrial, trialArbitrary, tryOnce } from './never-wrong.ts';

test('no number stands in a cell that the printed report does not have there, whatever was dropped', async () => {
  const named = trialArbitrary.map((trial) => ({ ...trial, [fc.toStringMethod]: () => describeTrial(trial) }));
  await fc.assert(
    fc.asyncProperty(named, async (trial) => {
      expect((await tryOnce(trial)).wrong).toEqual([]);
    }),
    { numRuns: 300, seed: 20211, endOnFailure: true },
  );
});
