/** The place of a report in a list, what it tells, and which reports a list's question means. */
import { expect, test } from 'vitest';
import { type Filter, matches, regionPrefix } from '../../functions/store/lists/filter.ts';
import { isWithoutYear, partsOf, sortKeyOf, yearSegment } from '../../functions/store/lists/sort-key.ts';
import type { Summary } from '../../functions/store/records/summary.ts';

const known = {
  ...{ id: 'abc', key: '九江/浔阳/2023 年报.docx', agency: '浔阳区教育局', level: 'department', regionCode: '360403' },
  ...{ year: 2023, status: 'failed', rules: ['NAR.SUM'], counts: { error: 1, warning: 0, notice: 2 } },
} as unknown as Summary;

test.each<[what: string, edit: Partial<Summary>, told: object]>([
  ['all', {}, { id: 'abc', year: 2023, regionCode: '360403', agency: '浔阳区教育局' }],
  ['no year', { year: null }, { id: 'abc', year: null, regionCode: '360403', agency: '浔阳区教育局' }],
  ['no region', { regionCode: null }, { id: 'abc', year: 2023, regionCode: '~', agency: '浔阳区教育局' }],
  ['no agency', { agency: null }, { id: 'abc', year: 2023, regionCode: '360403', agency: '~' }],
  ['a # in the name', { agency: '一#局' }, { id: 'abc', year: 2023, regionCode: '360403', agency: '一#局' }],
  ['a name that was cut', { agency: '局'.repeat(101) }, { id: 'abc', year: 2023, regionCode: '360403' }],
  [
    'a name that fits',
    { agency: '局'.repeat(99) },
    { id: 'abc', year: 2023, regionCode: '360403', agency: '局'.repeat(99) },
  ],
])('a place tells of its report: %s', (_what, edit, told) => {
  expect(partsOf(sortKeyOf({ ...known, ...edit }))).toEqual(told);
});

test('the latest year comes first, and reports without one last', () => {
  const segments = [2023, 2022, 9, null].map(yearSegment);
  expect(segments).toEqual(['7976', '7977', '9990', '~']);
  expect([...segments].sort()).toEqual(segments);
  expect([sortKeyOf({ ...known, year: null }), sortKeyOf(known), null].map(isWithoutYear)).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ['360000', '36'],
  ['360400', '3604'],
  ['360403', '360403'],
  ['100000', '10'],
  ['~', '~'],
])('everything under %s begins with %s', (code, prefix) => expect(regionPrefix(code)).toBe(prefix));

test.each<[filter: Filter, isMeant: boolean]>([
  [{}, true],
  [{ year: 2023 }, true],
  [{ year: 2022 }, false],
  [{ agency: '浔阳区教育局' }, true],
  [{ agency: '浔阳区' }, false],
  [{ region: '360400' }, true],
  [{ region: '360500' }, false],
  [{ region: '~' }, false],
  [{ level: 'department' }, true],
  [{ level: 'town' }, false],
  [{ status: 'failed' }, true],
  [{ status: 'passed' }, false],
  [{ rule: 'NAR.SUM' }, true],
  [{ rule: 'STR.SEC6-FEE' }, false],
  [{ severity: 'error' }, true],
  [{ severity: 'warning' }, false],
  [{ text: '教育  年报' }, true],
  [{ text: ' 教育 财政 ' }, false],
  [{ text: '九江' }, false],
])('%j means the report: %s', (filter, isMeant) => {
  expect(matches(filter, known)).toBe(isMeant);
  // What is not known of a report may match; its year and region always are.
  const { year, regionCode } = known;
  const { year: _year, region: _region, ...rest } = filter;
  expect(matches(rest, { year, regionCode })).toBe(true);
});

test('a report without a region is asked for by the sign of none', () => {
  expect(matches({ region: '~' }, { ...known, regionCode: null })).toBe(true);
  expect(matches({ region: '360000' }, { ...known, regionCode: null })).toBe(false);
});

test('words are looked for in the name of an entry, where a file has one', () => {
  const entry = { ...known, name: '全.zip/2023 教育.docx' };
  expect(matches({ text: '2023 教育.docx' }, entry)).toBe(true);
  expect(matches({ text: '年报' }, entry)).toBe(false);
});
