/** A region and a year, and a year as a whole, as documents: what is counted, and what is not claimed. */
import { afterEach, describe, expect, test } from 'vitest';
import { regionYear } from '../../functions/query/region-year.ts';
import { putRoster } from '../../functions/store/neighbours/roster.ts';
import { regionIndex } from '../../shared/domain/region-index.ts';
import { regionPage } from '../../shared/output/page/region.ts';
import type { RegionYear } from '../../shared/output/page/region-types.ts';
import { finding, unreadable } from '../output/results.ts';
import { voice } from '../page/view.ts';
import { useApi } from './api.ts';
import { record, store } from './records.ts';

const api = useApi();
const get = async (path: string) => (await fetch(`${api().address}${path}`)).json() as Promise<RegionYear>;
const roster = (region: string, ...agencies: string[]) =>
  putRoster({ region, agencies, merged: {}, by: '王', at: '2026-01-01T00:00:00Z' });

describe('agencies of one name', () => {
  test('in two counties of a city are two; in no known region too, unless their numbers are equal', async () => {
    const town = { agency: '城关镇人民政府', level: 'town', year: 2012 } as const;
    const numbers = (total: number) => ({ cells: { 'requests.received.total': total } as const });
    await store(record('甲/一.txt', { report: { ...town, regionCode: '360423' } }));
    await store(record('乙/一.txt', { report: { ...town, regionCode: '360424' } }));
    await store(record('丙/一.txt', { report: { ...town, regionCode: null }, ...numbers(1) }));
    await store(record('丁/一.txt', { report: { ...town, regionCode: null }, ...numbers(2) }));
    await store(record('丁/又.txt', { report: { ...town, regionCode: null }, ...numbers(2) }));
    const city = await get('/regions/360400/2012');
    expect([city.counts.reports, city.others.map(({ agency }) => agency)]).toEqual([2, Array(2).fill(town.agency)]);
    const year = await get('/years/2012');
    expect([year.counts.reports, year.others.length]).toEqual([4, 2]);
  });
});

describe('a year as a whole', () => {
  test('a copy of a late report is late once', async () => {
    const late = { agency: '浔阳区财政局', regionCode: '360403', year: 2013, publishedOn: '2014-04-20' };
    const findings = [finding({ rule: 'META.DEADLINE-DEPT' })];
    await store(record('财政.txt', { report: late }, { findings }));
    await store(record('财政（改）.txt', { report: late }, { findings }));
    expect((await get('/years/2013')).counts).toMatchObject({ reports: 1, late: 1 });
    expect((await get('/regions/360403/2013')).counts).toMatchObject({ reports: 1, late: 1 });
  });

  test('an agency that the rosters of a city and of its county name is owed once', async () => {
    await roster('360400', '浔阳区教育局', '九江市教育局');
    await roster('360403', '浔阳区教育局', '浔阳区水利局');
    await store(record('教育.txt', { report: { agency: '浔阳区教育局', regionCode: '360403', year: 2014 } }));
    const { counts, below } = await get('/years/2014');
    expect(counts).toMatchObject({ expected: 3, missing: 2 });
    expect(below.map(({ expected, missing }) => [expected, missing])).toEqual([[3, 2]]);
  });

  test('with more rosters than are looked through, nothing is said of who is missing', async () => {
    const counties = [...regionIndex().names.keys()].filter((code) => !code.endsWith('00')).slice(0, 121);
    await Promise.all(counties.map((region) => roster(region, '某局')));
    const known = await get('/years/2015');
    expect(known.manyRosters).toBe(true);
    expect(known.counts).toMatchObject({ expected: null, missing: null });
    expect(known.below.every(({ missing }) => missing === null)).toBe(true);
    const page = await (await fetch(`${api().address}/years/2015`, { headers: { Accept: 'text/html' } })).text();
    expect(page).toContain('单位名单过多');
    expect(page).not.toContain('<dt>未报送</dt>');
  });
});

describe('the last day', () => {
  afterEach(() => {
    process.env.PROFILE = 'strict';
  });

  test.each([
    ['strict', '2023-01-31', true],
    ['town', '2023-03-31', false],
  ] as const)('in the profile %s is %s for towns and zones; a university has none', async (profile, due, late) => {
    process.env.PROFILE = profile;
    await roster('360403', '浔阳区白水湖街道办事处', '浔阳区城西港区管理委员会', '九江学院');
    const town = { agency: '浔阳区白水湖街道办事处', level: 'town', regionCode: '360403', year: 2022 } as const;
    await store(record('街道.txt', { report: { ...town, publishedOn: '2023-03-07' } }));
    const { agencies } = await get('/regions/360403/2022');
    expect(agencies.map((one) => [one.due, one.late])).toEqual([
      [due, late],
      [due, null],
      [null, null],
    ]);
  });
});

test('a file that could not be read is an agency’s where its name says so, and names no other year', async () => {
  await roster('360402', '濂溪区民政局', '濂溪区水利局');
  await store(record('濂溪区民政局2020年报.pdf', {}, unreadable()));
  await store(record('濂溪区水利局年报.pdf', {}, unreadable()));
  const states = async (year: number) => (await get(`/regions/360402/${year}`)).agencies.map(({ state }) => state);
  expect([await states(2020), await states(2021)]).toEqual([
    ['unreadable', 'unreadable'],
    ['missing', 'unreadable'],
  ]);
});

test('with more reports than are looked at, an agency that was not met is “not looked for”, and nobody is missing', async () => {
  const county = { region: '360426', year: 2016 } as const;
  await roster(county.region, '德安县教育局', '德安县水利局', '德安县民政局');
  for (const agency of ['德安县教育局', '德安县财政局', '德安县水利局']) {
    await store(record(`${agency}.txt`, { report: { agency, regionCode: county.region, year: county.year } }));
  }
  const asked = { ...county, level: null, rank: null, today: '2017-02-01' };
  const all = await regionYear(asked, 3);
  expect(all.agencies.map(({ state }) => state)).toEqual(['passed', 'passed', 'missing']);
  expect(all.counts).toMatchObject({ expected: 3, missing: 1 });
  const some = await regionYear(asked, 1);
  expect(some.more).toBe(true);
  expect(some.counts).toMatchObject({ expected: 3, missing: null });
  const states = some.agencies.map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(['passed', 'unknown']));
  const page = regionPage({ ...some, around: [] }, { writable: true, subscribable: false }, await voice());
  expect(page).toContain('本页不列“未报送”单位');
  expect(page).toContain('未核实');
  expect(page).not.toMatch(/<dt>未报送|status failed">未报送/);
});
