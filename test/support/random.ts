/**
 * The seed of all random tests: fixed, so that a change of the code and nothing else can turn a test, but for
 * `npm run test:long` (`test/support/long.ts`), which gives one and asks for more runs.
 */
import fc from 'fast-check';

const FIXED = 20211;
export const SEED = Number(process.env.GOUJI_SEED ?? FIXED);
const TIMES = Number(process.env.GOUJI_TIMES ?? 1);
/** What fast-check runs where a test names no number. */
const DEFAULT_RUNS = 100;

/** How often a test runs that says how often. */
export function runs(ordinary: number): number {
  return ordinary * TIMES;
}

fc.configureGlobal({ seed: SEED, numRuns: runs(DEFAULT_RUNS) });
