/** `GET /agencies/{agency}/reports`: the years of one agency side by side. */
import * as z from 'zod/mini';
import { type CellAddress, cellAddresses, FORM_EDITIONS } from '../../../shared/domain/addresses.ts';
import { cellLabel } from '../../../shared/domain/labels.ts';
import { loadSay } from '../../../shared/output/language.ts';
import { CSV, csvResponse } from '../csv.ts';
import { negotiate } from '../negotiate.ts';
import { operation } from '../operation.ts';
import { notFound } from '../problem.ts';
import { reportsOf, yearsOf } from '../report-view.ts';
import { AgencyField, AgencySchema, LanguageField } from '../schemas.ts';

const ALL_CELLS: CellAddress[] = [...new Set(FORM_EDITIONS.flatMap(cellAddresses))];

export const agencyOperation = operation({
  method: 'get',
  path: '/agencies/{agency}/reports',
  summary: 'The years of one body side by side: one row a cell, one column a year, ready for a chart',
  fields: z.strictObject({ agency: AgencyField }),
  query: z.strictObject({ format: z.optional(z.enum(['json', 'csv'])), lang: LanguageField }),
  answers: {
    200: { description: 'The years', content: { 'application/json': AgencySchema, [CSV]: null } },
    404: { description: 'No report of this body' },
  },
  async handle({ path: { agency }, query, context }) {
    const offered = ['application/json', CSV] as const;
    const wanted = query.format
      ? { json: offered[0], csv: CSV }[query.format]
      : negotiate(context.req.header('Accept'), offered);
    const reports = await reportsOf(agency);
    if (reports.length === 0) {
      throw notFound(
        '没有该机关的报告。agency 须为机关全称；按部分名称查找请用 /reports?text=。',
        'No report of this body. `agency` is its full name; find it by a part of it with /reports?text=.',
      );
    }
    const say = await loadSay(query.lang ?? 'zh');
    const years = await yearsOf(reports);
    const read = ALL_CELLS.filter((address) => years.some(({ cells }) => cells[address] !== undefined));
    if (wanted === CSV) {
      const head = ['address', 'label', ...years.map(({ year }) => String(year))];
      const value = (number: number | null | undefined) => (number === null ? 'null' : (number ?? null));
      const rows = read.map((address) => [
        ...[address, say(cellLabel(address))],
        ...years.map(({ cells }) => value(cells[address])),
      ]);
      return csvResponse('years', [head, ...rows]);
    }
    const cells = read.map((address) => ({
      address,
      label: say(cellLabel(address)),
      values: Object.fromEntries(
        years.flatMap(({ year, cells }) => (cells[address] === undefined ? [] : [[year, cells[address]]])),
      ),
    }));
    return context.json({ agency, years: years.map(({ year }) => year), cells, reports });
  },
});
