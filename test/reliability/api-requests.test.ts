/** The short form of `npm run fuzz:api`: every operation of the description some times. */
import { expect, test } from 'vitest';
import { fuzzApi } from './api/run.ts';

const SEED = 20211;
const TIMES = 700;

test('whatever is sent, the answer is what is described or a problem document, and nothing is kept as U+FFFD', async () => {
  const { wrong, statuses, operations } = await fuzzApi(SEED, TIMES, () => {});
  expect(wrong).toEqual([]);
  // Of all that was sent some is done and some refused: neither by a mistake of the sender alone.
  expect(statuses[200]).toBeGreaterThan(TIMES / 20);
  expect(statuses[400]).toBeGreaterThan(TIMES / 5);
  expect(Object.values(operations).every(({ done, refused }) => done + refused > 0)).toBe(true);
}, 300_000);
