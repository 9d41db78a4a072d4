/** What one report brings to the statistics, and how sums are added: the arithmetic, without a table. */
import { describe, expect, test } from 'vitest';
import { type Contribution, contributionOf, totalsOf } from '../../functions/store/statistics/contribution.ts';
import { GROUPS, type Group, groupOf, groupsOf, isGroup, partsOf } from '../../functions/store/statistics/groups.ts';
import {
  addTotals,
  type CellValues,
  copiesOf,
  countOf,
  noSums,
  noTotals,
  rulesOf,
  type StatisticsSums,
  statusesOf,
  sumsOf,
} from '../../functions/store/statistics/totals.ts';
import type { Level } from '../../shared/domain/level.ts';

const NONE = { passed: 0, failed: 0, incomplete: 0, unreadable: 0 };

test.each<[level: Level | null, regionCode: string | null, group: Group]>([
  [null, '360403', 'none'],
  ['government', '360000', 'government.province'],
  ['government', '360400', 'government.city'],
  ['government', '360403', 'government.county'],
  ['government', null, 'government.unknown'],
  ['department', '360000', 'department'],
])('%s of %s is in the group %s, which tells the level', (level, regionCode, group) => {
  const tier = group.split('.')[1] ?? null;
  expect(groupOf(level, regionCode)).toBe(group);
  expect(partsOf(group)).toEqual({ level, tier });
  expect(isGroup(group)).toBe(true);
});

test('the groups of a level are its own, and of no level all', () => {
  expect(groupsOf(null)).toBe(GROUPS);
  expect(groupsOf('government')).toEqual(['province', 'city', 'county', 'unknown'].map((tier) => `government.${tier}`));
  expect(groupsOf('town')).toEqual(['town']);
  expect(GROUPS.at(-1)).toBe('none');
  expect(isGroup('government')).toBe(false);
});

describe('what one report adds', () => {
  const received = 'requests.received.total';
  const carriedIn = 'requests.carriedIn.total';
  const done = 'requests.total.total';

  test('numbers in millionths, a rate only where it has every cell, and each rule once', () => {
    const cells: CellValues = { [received]: 3, [carriedIn]: 1, [done]: 0.1, 'fees.amount': null } as CellValues;
    expect(sumsOf('failed', cells, ['STR.SEC6-FEE', 'NAR.SUM'])).toEqual({
      ...noSums(),
      statuses: { ...NONE, failed: 1 },
      cells: { [received]: [3_000_000, 1], [carriedIn]: [1_000_000, 1], [done]: [100_000, 1] },
      rates: { done: [100_000, 4_000_000, 1] },
      rules: { 'STR.SEC6-FEE': 1, 'NAR.SUM': 1 },
    });
  });

  test.each([
    [999_999_999, [999_999_999_000_000, 1]],
    [-999_999_999, [-999_999_999_000_000, 1]],
    [1e9, undefined],
    [-1e9, undefined],
  ])('%s is %j', (value, sum) => {
    expect(sumsOf('passed', { [received]: value } as CellValues).cells).toEqual(sum ? { [received]: sum } : {});
  });
});

const sums = (more: Partial<StatisticsSums>): StatisticsSums => ({ ...noSums(), ...more });
const passed = (count: number) => ({ ...NONE, passed: count });

describe('sums of sums', () => {
  const one = { groups: { town: sums({ statuses: passed(2), rates: { done: [1, 2, 1] }, rules: { A: 1, B: 2 } }) } };
  const other = {
    groups: {
      town: sums({ statuses: { ...NONE, failed: 3 }, copies: passed(1), rates: { done: [2, 5, 1] }, rules: { B: 1 } }),
      none: sums({ statuses: { ...NONE, unreadable: 4 }, copies: { ...NONE, incomplete: 2 } }),
    },
  };

  test('groups are added to none but themselves', () => {
    expect(addTotals([])).toEqual(noTotals());
    expect(addTotals([one, other])).toEqual({
      groups: {
        town: sums({
          statuses: { ...passed(2), failed: 3 },
          copies: passed(1),
          rates: { done: [3, 7, 2] },
          rules: { A: 1, B: 3 },
        }),
        none: other.groups.none,
      },
    });
  });

  test('a group that this release does not know is left out', () => {
    expect(addTotals([{ groups: { county: noSums() } as never }])).toEqual(noTotals());
  });

  test('statuses, copies and rules over all groups, and over those that are chosen', () => {
    const total = addTotals([one, other]);
    expect(statusesOf(total)).toEqual({ ...NONE, passed: 2, failed: 3, unreadable: 4 });
    expect(statusesOf(total, ['none'])).toEqual({ ...NONE, unreadable: 4 });
    expect(copiesOf(total)).toEqual({ ...NONE, passed: 1, incomplete: 2 });
    expect(copiesOf(total, ['town', 'ministry'])).toEqual(passed(1));
    expect(countOf(statusesOf(total))).toBe(9);
    expect(rulesOf(total)).toEqual({ A: 1, B: 3 });
    expect(rulesOf(total, ['none'])).toEqual({});
  });

  test('rules of which an earlier release summed up some are not known', () => {
    const { rules: _, ...earlier } = noSums();
    const total = addTotals([one, { groups: { town: earlier } }, one]);
    expect(rulesOf(total)).toBeNull();
    expect(rulesOf(total, ['none'])).toEqual({});
  });
});

describe('the reports of one agency and year', () => {
  const report = (id: string, receivedAt: string, more: Partial<Contribution> = {}): Contribution => ({
    ...{ id, receivedAt, group: 'town', sums: sums({ statuses: passed(1), rules: { [id]: 1 } }) },
    ...more,
  });

  test('none add nothing', () => expect(totalsOf([])).toEqual(noTotals()));

  test('the newest counts, and those before it are copies', () => {
    const all = [report('a', '2024-01-01'), report('c', '2024-03-01'), report('b', '2024-02-01')];
    expect(totalsOf(all)).toEqual({
      groups: { town: sums({ statuses: passed(1), copies: passed(2), rules: { c: 1 } }) },
    });
  });

  test('a copy of another group is a copy there', () => {
    const all = [report('a', '2024-01-01', { group: 'other' }), report('b', '2024-02-01')];
    expect(totalsOf(all)).toEqual({
      groups: { town: all[1]?.sums, other: sums({ copies: passed(1) }) },
    });
  });

  test('a summary brings its status, rules and group', () => {
    const summary = { id: 'a', level: 'government', regionCode: '360403', receivedAt: 't', status: 'passed' } as const;
    expect(contributionOf({ ...summary, rules: ['A'] } as Parameters<typeof contributionOf>[0], {})).toEqual({
      ...{ id: 'a', receivedAt: 't', group: 'government.county' },
      sums: sums({ statuses: passed(1), rules: { A: 1 } }),
    });
  });
});
