/** `GET /statistics`: sums, counts and rates of a year and a region. */
import * as z from 'zod/mini';
import { type CellAddress, cellAddresses, FORM_EDITIONS } from '../../../shared/domain/addresses.ts';
import { cellLabel } from '../../../shared/domain/labels.ts';
import { RATES } from '../../../shared/domain/rates.ts';
import { regionName } from '../../../shared/domain/regions.ts';
import { loadSay, type Say } from '../../../shared/output/language.ts';
import { readAllTotals, readRegionsBelow, readTotals, readYears } from '../../store/statistics/statistics.ts';
import { addTotals, MILLION, type Totals } from '../../store/statistics/totals.ts';
import { CSV, csvResponse } from '../csv.ts';
import { negotiate } from '../negotiate.ts';
import { noFields, operation } from '../operation.ts';
import { LanguageField, orEmpty, RegionField, StatisticsSchema, YearField } from '../schemas.ts';

const ALL_CELLS: CellAddress[] = [...new Set(FORM_EDITIONS.flatMap(cellAddresses))];

/** Sums of a year (or of all) and a region (or the whole country): one item, or one a year. */
export async function readSums(year: number | undefined, region: string | undefined): Promise<Totals> {
  if (year !== undefined) return readTotals(year, region ?? null);
  if (region === undefined) return readAllTotals();
  const years = await readYears();
  return addTotals(await Promise.all(years.map((each) => readTotals(each, region))));
}

export const statisticsOperation = operation({
  method: 'get',
  path: '/statistics',
  summary: 'Sums of every cell, numbers of reports and rates, of a year and a region with everything under it',
  fields: noFields,
  query: z.strictObject({
    year: z.optional(orEmpty(YearField)),
    region: z.optional(orEmpty(RegionField)),
    format: z.optional(z.enum(['json', 'csv'])),
    lang: LanguageField,
  }),
  answers: { 200: { description: 'The statistics', content: { 'application/json': StatisticsSchema, [CSV]: null } } },
  async handle({ query: { year, region, format, lang }, context }) {
    const offered = ['application/json', CSV] as const;
    const wanted = format ? { json: offered[0], csv: CSV }[format] : negotiate(context.req.header('Accept'), offered);
    const [totals, years] = await Promise.all([readSums(year, region), readYears()]);
    const say = await loadSay(lang ?? 'zh');
    if (wanted === CSV) return csvResponse('statistics', toRows(totals, say));
    const { passed, failed, incomplete, unreadable } = totals.statuses;
    const below = year === undefined ? [] : await readRegionsBelow(year, region ?? null);
    return context.json({
      ...{ year: year ?? null, region: region ?? null, regionName: region ? regionName(region) : null, years },
      ...{ reports: passed + failed + incomplete + unreadable, passed, failed, incomplete, unreadable },
      cells: cellsOf(totals, say),
      rates: ratesOf(totals, say),
      regions: below.map(({ node, totals: { statuses } }) => {
        const code = node.slice(-6);
        const reports = statuses.passed + statuses.failed + statuses.incomplete + statuses.unreadable;
        return { region: code, name: regionName(code), reports, failed: statuses.failed };
      }),
    });
  },
});

function cellsOf({ cells }: Totals, say: Say) {
  return ALL_CELLS.flatMap((address) => {
    const [millionths, reports] = cells[address] ?? [];
    if (millionths === undefined || reports === undefined) return [];
    return [{ address, label: say(cellLabel(address)), sum: millionths / MILLION, reports }];
  });
}

function ratesOf({ rates }: Totals, say: Say) {
  return RATES.map(({ id, title }) => {
    const [numerator, denominator, reports] = rates[id] ?? [0, 0, 0];
    const rate = denominator === 0 ? null : numerator / denominator;
    return { id, title: say(title), numerator: numerator / MILLION, denominator: denominator / MILLION, rate, reports };
  });
}

function toRows(totals: Totals, say: Say): (string | number | null)[][] {
  return [
    ['kind', 'id', 'label', 'sum', 'denominator', 'rate', 'reports'],
    ...Object.entries(totals.statuses).map(([status, count]) => ['status', status, status, count, null, null, count]),
    ...cellsOf(totals, say).map((cell) => ['cell', cell.address, cell.label, cell.sum, null, null, cell.reports]),
    ...ratesOf(totals, say).map((rate) => [
      ...['rate', rate.id, rate.title],
      ...[rate.numerator, rate.denominator, rate.rate, rate.reports],
    ]),
  ];
}
