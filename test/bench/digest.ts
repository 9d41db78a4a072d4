/**
 * Read units of the numbers of a national digest with 200,000 reports stored. The digest reads sums and nothing else
 * where no rosters are: so the sums are made as they would stand, of a sample's cells and a dozen rules a report.
 *
 *     node test/bench/digest.ts [--reports 200000] [--json]
 */
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
const { reads, commands } = await measured(() => readNumbers(null, latest, null));
await engines.stop();

report([
  { name: `national digest at ${all}: read units`, value: reads, bar: 200 },
  { name: `national digest at ${all}: requests`, value: commands.length },
]);
