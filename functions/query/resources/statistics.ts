/** `GET /statistics`: sums, counts and rates of a year and a region, for each level. */
import * as z from 'zod/mini';
import { type CellAddress, cellAddresses, FORM_EDITIONS } from '../../../shared/domain/addresses.ts';
import { cellLabel } from '../../../shared/domain/labels.ts';
import { regionName } from '../../../shared/domain/regions.ts';
import { loadSay, type Say } from '../../../shared/output/language.ts';
import { readExpected } from '../../store/neighbours/expected.ts';
import { type Group, groupsOf, partsOf } from '../../store/statistics/groups.ts';
import { readAllTotals, readRegionsBelow, readTotals, readYears } from '../../store/statistics/statistics.ts';
import {
  addTotals,
  copiesOf,
  countOf,
  MILLION,
  noSums,
  type StatisticsSums,
  statusesOf,
  type Totals,
} from '../../store/statistics/totals.ts';
import { CSV, csvResponse } from '../csv.ts';
import { negotiate } from '../negotiate.ts';
import { noFields, operation } from '../operation.ts';
import { ratesOf } from '../rates.ts';
import { LanguageField, LevelField, orEmpty, RegionField, StatisticsSchema, YearField } from '../schemas.ts';

const ALL_CELLS: CellAddress[] = [...new Set(FORM_EDITIONS.flatMap(cellAddresses))];
type Expected = Partial<Record<Group, number>> | null;

/** StatisticsSums of a year (or of all) and a region (or the whole country): one item, or one a year. */
async function readSums(year: number | undefined, region: string | undefined): Promise<Totals> {
  if (year !== undefined) return readTotals(year, region ?? null);
  if (region === undefined) return readAllTotals();
  const years = await readYears();
  return addTotals(await Promise.all(years.map((each) => readTotals(each, region))));
}

export const statisticsOperation = operation({
  method: 'get',
  path: '/statistics',
  summary:
    'Sums of every cell, numbers of reports and rates, of a year and a region with everything under it. Each agency and year counts once; levels, and governments of different tiers, are never added to each other.',
  fields: noFields,
  query: z.strictObject({
    year: z.optional(orEmpty(YearField)),
    region: z.optional(orEmpty(RegionField)),
    level: z.optional(orEmpty(LevelField)),
    format: z.optional(z.enum(['json', 'csv'])),
    lang: LanguageField,
  }),
  answers: { 200: { description: 'The statistics', content: { 'application/json': StatisticsSchema, [CSV]: null } } },
  async handle({ query: { year, region, level, format, lang }, context }) {
    const offered = ['application/json', CSV] as const;
    const wanted = format ? { json: offered[0], csv: CSV }[format] : negotiate(context.req.header('Accept'), offered);
    const [totals, years, expected] = await Promise.all([
      readSums(year, region),
      readYears(),
      year === undefined ? null : readExpected(region ?? null),
    ]);
    const say = await loadSay(lang ?? 'zh');
    const groups = groupsOf(level ?? null).filter((group) => totals.groups[group] ?? expected?.[group]);
    if (wanted === CSV) return csvResponse('statistics', toRows(totals, groups, expected, say));
    const below = year === undefined ? [] : await readRegionsBelow(year, region ?? null);
    return context.json({
      ...{ year: year ?? null, region: region ?? null, regionName: region ? regionName(region) : null },
      ...{ level: level ?? null, years },
      ...countsOf(totals, groups, expected),
      levels: groups.map((group) => ({ ...partsOf(group), ...countsOf(totals, [group], expected) })),
      cells: groups.flatMap((group) => cellsOf(group, totals, say)),
      rates: groups.flatMap((group) => ratesIn(group, totals, say)),
      regions: below.map(({ node, totals: sums }) => {
        const code = node.slice(-6);
        const statuses = statusesOf(sums, groupsOf(level ?? null));
        const copies = countOf(copiesOf(sums, groupsOf(level ?? null)));
        return { region: code, name: regionName(code), reports: countOf(statuses), failed: statuses.failed, copies };
      }),
    });
  },
});

/** @returns `expected` is `null` where no roster says it */
function countsOf(totals: Totals, groups: readonly Group[], expected: Expected) {
  const statuses = statusesOf(totals, groups);
  return {
    reports: countOf(statuses),
    ...statuses,
    copies: countOf(copiesOf(totals, groups)),
    expected: expected && groups.reduce((sum, group) => sum + (expected[group] ?? 0), 0),
  };
}

const sumsAt = ({ groups }: Totals, group: Group): StatisticsSums => groups[group] ?? noSums();

function cellsOf(group: Group, totals: Totals, say: Say) {
  const { cells } = sumsAt(totals, group);
  return ALL_CELLS.flatMap((address) => {
    const [millionths, reports] = cells[address] ?? [];
    if (millionths === undefined || reports === undefined) return [];
    return [{ ...partsOf(group), address, label: say(cellLabel(address)), sum: millionths / MILLION, reports }];
  });
}

const ratesIn = (group: Group, totals: Totals, say: Say) =>
  ratesOf(group, totals).map((rate) => ({ ...rate, title: say(rate.title) }));

function toRows(totals: Totals, groups: readonly Group[], expected: Expected, say: Say): (string | number | null)[][] {
  return [
    ['level', 'tier', 'kind', 'id', 'label', 'sum', 'denominator', 'rate', 'reports'],
    ...groups.flatMap((group) => {
      const { level, tier } = partsOf(group);
      const counts = Object.entries(countsOf(totals, [group], expected));
      return [
        ...counts.map(([name, count]) => [level, tier, 'count', name, name, count, null, null, count]),
        ...cellsOf(group, totals, say).map((cell) => [
          ...[level, tier, 'cell', cell.address, cell.label, cell.sum, null, null, cell.reports],
        ]),
        ...ratesIn(group, totals, say).map((rate) => [
          ...[level, tier, 'rate', rate.id, rate.title, rate.numerator, rate.denominator, rate.rate, rate.reports],
        ]),
      ];
    }),
  ];
}
