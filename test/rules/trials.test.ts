import { expect, test } from 'vitest';
import { findingsWith } from './sentences/place.ts';
import { TRIALS } from './trials.ts';

test.each(TRIALS)('$title', async ({ finds = [], replace, title: _, ...words }) => {
  expect(await findingsWith(words, replace)).toEqual([...finds].sort());
});
