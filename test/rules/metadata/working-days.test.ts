import { expect, test } from 'vitest';
import { workingDays } from '../../../shared/rules/metadata/working-days.ts';

test.each([
  ['2024-03-04', '2024-03-08', 4, 'Monday to Friday: the first day does not count'],
  ['2024-03-08', '2024-03-11', 1, 'over a weekend'],
  ['2024-02-06', '2024-03-07', 18, 'over the Spring Festival, with a Sunday worked'],
  ['2024-03-08', '2024-03-08', 0, 'the same day'],
  ['2024-03-08', '2024-03-01', 0, 'backwards'],
])('%s to %s: %d (%s)', (from, to, days) => {
  expect(workingDays(from, to)).toBe(days);
});
