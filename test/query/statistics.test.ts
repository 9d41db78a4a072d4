/** Statistics as a researcher asks for them: each agency and year once, levels apart. */
import { beforeAll, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { StatisticsSchema } from '../../functions/query/schemas.ts';
import { project } from '../../functions/store/lists/projections.ts';
import { removeRecord } from '../../functions/store/records/records.ts';
import type { Level } from '../../shared/domain/level.ts';
import { useApi } from './api.ts';
import { record, store } from './records.ts';

const api = useApi();

const TOTAL = 'requests.received.total';
const put = (key: string, agency: string, regionCode: string | null, level: Level, received: number) =>
  store(record(key, { cells: { [TOTAL]: received }, report: { agency, regionCode, level, year: 2023 } }));

async function statistics(query: string): Promise<z.output<typeof StatisticsSchema>> {
  return StatisticsSchema.parse(await (await fetch(`${api().address}/statistics?${query}`)).json());
}
const sums = ({ cells }: z.output<typeof StatisticsSchema>) =>
  cells.filter(({ address }) => address === TOTAL).map(({ level, tier, sum }) => [level, tier, sum]);

let newest: Awaited<ReturnType<typeof put>>;
let first: Awaited<ReturnType<typeof put>>;
beforeAll(async () => {
  first = await put('区府.txt', '浔阳区人民政府', '360403', 'government', 4000);
  await put('区府-副本.docx', '九江市浔阳区人民政府', '360403', 'government', 4466);
  newest = await put('区府-再传.pdf', '浔阳区人民政府', '360403', 'government', 4467);
  await put('教体局.txt', '浔阳区教育体育局', '360403', 'department', 1194);
  await put('市府.txt', '九江市人民政府', '360400', 'government', 9000);
  await put('甲镇.txt', '城关镇人民政府', null, 'town', 3);
  await put('乙镇.txt', '城关镇人民政府', null, 'town', 4);
  await put('乙镇又.txt', '城关镇人民政府', null, 'town', 4);
  const roster = {
    agencies: ['浔阳区人民政府', '浔阳区教育局', '浔阳区教育体育局', '浔阳区民政局'],
    merged: { 浔阳区教育局: '浔阳区教育体育局' },
    by: '管理员',
  };
  const sent = { method: 'PUT', body: JSON.stringify(roster), headers: { 'Content-Type': 'application/json' } };
  await fetch(`${api().address}/rosters/360403`, sent);
});

test('of three files of one government the newest counts, and its departments are not added to it', async () => {
  const found = await statistics('year=2023&region=360403');
  expect(sums(found)).toEqual([
    ['government', 'county', 4467],
    ['department', null, 1194],
  ]);
  expect(found).toMatchObject({ reports: 2, copies: 2, expected: 3 });
  expect(found.levels.map(({ level, reports, copies, expected }) => [level, reports, copies, expected])).toEqual([
    ['government', 1, 2, 1],
    ['department', 1, 0, 2],
  ]);
  const shown = await (await fetch(`${api().address}/reports/${first.id}`)).json();
  expect(shown).toMatchObject({ counted: newest.id });
});

test('a city is not added to its counties, and one level can be asked for', async () => {
  const found = await statistics('year=2023&region=360400&level=government');
  expect(sums(found)).toEqual([
    ['government', 'city', 9000],
    ['government', 'county', 4467],
  ]);
  expect(found).toMatchObject({ level: 'government', reports: 2, copies: 2 });
  expect(found.regions).toMatchObject([{ region: '360403', reports: 1, copies: 2 }]);
  const csv = await (await fetch(`${api().address}/statistics?year=2023&region=360403&format=csv`)).text();
  expect(csv).toContain('department,,cell,requests.received.total');
});

test('one name in no known region is one agency only where the numbers are the same', async () => {
  const found = await statistics('year=2023&level=town');
  expect(sums(found)).toEqual([['town', null, 7]]);
  expect(found).toMatchObject({ reports: 2, copies: 1 });
});

test('the newest withdrawn, the one before it counts again', async () => {
  await removeRecord({ ...newest, sequencer: record('x').sequencer });
  await project(newest.id);
  const found = await statistics('year=2023&region=360403&level=government');
  expect(sums(found)).toEqual([['government', 'county', 4466]]);
  expect(found).toMatchObject({ reports: 1, copies: 1 });
});
