/**
 * Working days between two dates. Only the Spring Festival is taken into account: it falls where reports are due. The
 * table gets a line each year: docs/yearly-chores.md.
 */

/** Days off and, of the weekends around them, days worked, as the State Council announced them. */
const SPRING_FESTIVALS: readonly { from: string; to: string; worked: readonly string[] }[] = [
  { from: '2020-01-24', to: '2020-02-02', worked: ['2020-01-19'] },
  { from: '2021-02-11', to: '2021-02-17', worked: ['2021-02-07', '2021-02-20'] },
  { from: '2022-01-31', to: '2022-02-06', worked: ['2022-01-29', '2022-01-30'] },
  { from: '2023-01-21', to: '2023-01-27', worked: ['2023-01-28', '2023-01-29'] },
  { from: '2024-02-10', to: '2024-02-17', worked: ['2024-02-04', '2024-02-18'] },
  { from: '2025-01-28', to: '2025-02-04', worked: ['2025-01-26', '2025-02-08'] },
  { from: '2026-02-15', to: '2026-02-23', worked: ['2026-02-14', '2026-02-28'] },
];
const DAY = 24 * 60 * 60 * 1000;
/** Nobody needs the exact count of a gap of years. */
const MOST_DAYS = 400;

const YEARS = new Set(SPRING_FESTIVALS.map(({ from }) => from.slice(0, 4)));

/** The last year whose holidays are known. */
export const LAST_HOLIDAY_YEAR = Math.max(...[...YEARS].map(Number));

/**
 * Working days after `from`, up to and with `to`; both `YYYY-MM-DD`. 0 where `to` is not later; `null` where one of the
 * days is in a year whose holidays are not in the table.
 */
export function workingDays(from: string, to: string): number | null {
  let count = 0;
  const last = Math.min(Date.parse(to), Date.parse(from) + MOST_DAYS * DAY);
  for (let time = Date.parse(from) + DAY; time <= last; time += DAY) {
    const day = new Date(time).toISOString().slice(0, 10);
    if (!YEARS.has(day.slice(0, 4))) return null;
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}

function isWorkingDay(day: string): boolean {
  if (SPRING_FESTIVALS.some(({ worked }) => worked.includes(day))) return true;
  if (SPRING_FESTIVALS.some(({ from, to }) => from <= day && day <= to)) return false;
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
