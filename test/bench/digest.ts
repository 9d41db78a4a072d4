/**
 * Read units of the numbers of a national digest with 200,000 reports stored, without rosters and with one of each county.
 * The digest reads sums, and what is kept of each roster: so the sums are made as they would stand, of a sample's cells and a
 * dozen rules a report, and of each roster a tenth of its agencies is missing, or all of them, as in January.
 *
 *     node test/bench/digest.ts [--reports 200000] [--json]
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startEngines } from '../../infra/local/engines.ts';
import { check } from '../../shared/check.ts';
import { RULES } from '../../shared/rules/index.ts';
import { report } from './figures.ts';

const options = { reports: { type: 'string', default: '200000' }, json: { type: 'boolean', default: false } } as const;
const { values } = parseArgs({ options });
const YEARS = [2021, 2022, 2023, 2024, 2025];
/** First digits of the codes of the provinces: GB/T 2260. */
const PROVINCES = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(
  ' ',
);
const RULES_OF_A_REPORT = 12;

const engines = await startEngines({ data: null });
Object.assign(process.env, engines.environment, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
const { readNumbers } = await import('../../functions/notify/digests/digest-numbers.ts');
const { GROUPS } = await import('../../functions/store/statistics/groups.ts');
const { addTotals, sumsOf } = await import('../../functions/store/statistics/totals.ts');
const { putMissing } = await import('../../functions/store/neighbours/missing-items.ts');
const { putItem } = await import('../../functions/store/table/items.ts');
const { packJson } = await import('../../functions/store/table/packing.ts');
const { measured } = await import('../query/capacity.ts');

const sample = new URL('../../samples/北岭市教育局2024.txt', import.meta.url);
const [result] = await check({ name: '北岭市教育局2024.txt', bytes: readFileSync(sample) });
const cells = Object.fromEntries([...(result?.report?.cells ?? [])].map(([address, { value }]) => [address, value]));

/** Sums of so many reports of each group, with numbers and rules that differ from report to report. */
function totalsOf(reports: number) {
  const rules = (at: number) => RULES.filter((_, place) => (place * 7 + at) % RULES.length < RULES_OF_A_REPORT);
  // A few hundred tell every rule and number of digits; more of the same only make the numbers larger.
  const each = Array.from({ length: Math.min(reports, 60) }, (_, at) => ({
    groups: Object.fromEntries(
      GROUPS.map((group) => [
        group,
        sumsOf(
          'failed',
          cells,
          rules(at).map(({ id }) => id),
        ),
      ]),
    ),
  }));
  let totals = addTotals(each);
  for (let count = each.length; count * 2 <= reports / GROUPS.length; count *= 2) totals = addTotals([totals, totals]);
  return totals;
}
const put = (parent: string, node: string, reports: number) =>
  putItem({ pk: `SUMS#${parent}`, sk: node, rev: 2, totals: packJson(totalsOf(reports)) });

const all = Number(values.reports);
for (const year of YEARS) await put('all', String(year), all / YEARS.length);
const latest = YEARS.at(-1) as number;
for (const province of PROVINCES) {
  await put(String(latest), `${latest}/${province}0000`, all / YEARS.length / PROVINCES.length);
}
const sums = await measured(() => readNumbers(null, latest, null));

const COUNTIES_OF_A_PROVINCE = 92;
const AGENCIES = 70;
const counties = PROVINCES.flatMap((province) =>
  Array.from({ length: COUNTIES_OF_A_PROVINCE }, (_, at) => `${province}${String(101 + at).padStart(4, '0')}`),
);
const agencies = Array.from({ length: AGENCIES }, (_, at) => `第${at}示例局`);
const roster = { agencies, merged: {}, by: 'bench', at: '2026-01-01T00:00:00Z' };
for (const region of counties)
  await putItem({ pk: `ROSTER#${region}`, sk: 'ROSTER', gsi1pk: 'ROSTERS', gsi1sk: region, region, ...roster });
const withMissing = async (share: number) => {
  for (const region of counties) await putMissing(region, latest, randomBytes(6 * AGENCIES * share));
  return measured(() => readNumbers(null, latest, null));
};
const [few, every] = [await withMissing(0.1), await withMissing(1)];
await engines.stop();

const name = `national digest at ${all}`;
report([
  { name: `${name}: read units`, value: sums.reads, bar: 200 },
  { name: `${name}: requests`, value: sums.commands.length },
  { name: `${name}, ${counties.length} rosters, a tenth missing: read units`, value: few.reads, bar: 200 },
  { name: `${name}, ${counties.length} rosters, all missing: read units`, value: every.reads, bar: 200 },
  { name: `${name}, ${counties.length} rosters: requests`, value: every.commands.length },
]);
