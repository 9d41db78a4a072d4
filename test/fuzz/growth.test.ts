/** Hostile families doubled: the steps that are counted may double as well, and little more. */
import { describe, expect, test } from 'vitest';
import { FAMILIES } from './families.ts';
import { stepsOf } from './steps.ts';

/** Twice is in proportion; some steps more for what is sorted or looked up. */
const BOUND = 2.5;

describe('twice the input costs twice the steps', () => {
  test.each(FAMILIES)('$name', async ({ make, size }) => {
    const none = await stepsOf(make(1));
    const one = (await stepsOf(make(size))) - none;
    const two = (await stepsOf(make(size * 2))) - none;
    expect(two).toBeLessThanOrEqual(Math.max(one, none) * BOUND);
  });
});
