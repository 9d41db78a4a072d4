import { expect, test } from 'vitest';
import { workingDays } from '../../../shared/rules/metadata/working-days.ts';

test.each([
  ['2024-03-04', '2024-03-08', 4, 'Monday to Friday: the first day does not count'],
  ['2024-03-08', '2024-03-11', 1, 'over a weekend'],
  ['2024-02-06', '2024-03-07', 18, 'over the Spring Festival, with a Sunday worked'],
  ['2020-01-18', '2020-02-02', 5, 'the Spring Festival of 2020, with a Sunday worked'],
  ['2021-02-06', '2021-02-20', 7, 'the Spring Festival of 2021, with a Sunday and a Saturday worked'],
  ['2022-01-28', '2022-02-06', 2, 'the Spring Festival of 2022, with a Saturday and a Sunday worked'],
  ['2023-01-20', '2023-01-29', 2, 'the Spring Festival of 2023, with a Saturday and a Sunday worked'],
  ['2025-01-25', '2025-02-08', 6, 'the Spring Festival of 2025, with a Sunday and a Saturday worked'],
  ['2026-02-13', '2026-02-28', 6, 'the Spring Festival of 2026, with two Saturdays worked'],
  ['2022-08-01', '2030-01-01', 283, 'not more than 400 days are looked at'],
  ['2024-03-08', '2024-03-08', 0, 'the same day'],
  ['2024-03-08', '2024-03-01', 0, 'backwards'],
])('%s to %s: %d (%s)', (from, to, days) => {
  expect(workingDays(from, to)).toBe(days);
});
