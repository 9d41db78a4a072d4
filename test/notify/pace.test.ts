import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_SINGLES, PACE_SECONDS, whenDue } from '../../functions/notify/outbox/pace.ts';

const at = (seconds: number) => new Date(Date.UTC(2030, 0, 1) + seconds * 1000).toISOString();
const dueAfter = (since: number[], pace: number[], now: number) => {
  const due = whenDue(since.map(at), pace.map(at), new Date(at(now)));
  return { seconds: (due.at - Date.parse(at(0))) / 1000, shared: due.shared };
};
const many = (count: number, every: number) => Array.from({ length: count }, (_, index) => index * every);

test.each([
  ['one report, within seconds', [0], [], 0, { seconds: 4, shared: false }],
  ['a few: after the last', [0, 3, 6], [], 6, { seconds: 10, shared: false }],
  ['many: half a minute after the last', many(100, 1), [], 99, { seconds: 129, shared: true }],
  ['without end: after ten minutes', many(100, 20), [], 1980, { seconds: 600, shared: true }],
  ['one more after ten mails', [100], many(MOST_SINGLES, 9), 100, { seconds: 130, shared: true }],
  ['one more when those are long gone', [700], many(MOST_SINGLES, 9), 700, { seconds: 704, shared: false }],
] as const)('%s', (_, since, pace, now, due) => {
  expect(dueAfter([...since], [...pace], now)).toEqual(due);
});

test('a reader never gets more single mails in ten minutes than the bound, whenever reports come', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(gaps, (between) => {
      let arrival = 0;
      const arrivals = between.map((gap) => {
        arrival += gap;
        return arrival;
      });
      const singles: number[] = [];
      let waiting: number[] = [];
      for (let second = 0; second <= arrival + PACE_SECONDS; second++) {
        waiting.push(...arrivals.filter((time) => time === second));
        if (waiting.length === 0) continue;
        const due = dueAfter(waiting, singles, second);
        if (due.seconds > second) continue;
        if (!due.shared) singles.push(...waiting.map(() => second));
        waiting = [];
      }
      expect(waiting).toEqual([]);
      for (const first of singles) {
        const lately = singles.filter((time) => time >= first && time < first + PACE_SECONDS);
        expect(lately.length).toBeLessThanOrEqual(MOST_SINGLES);
      }
    }),
  );
});
