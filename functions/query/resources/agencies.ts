/** `GET /agencies/{agency}/reports`: the years of one agency side by side. */

import * as z from 'zod/mini';
import { type CellAddress, cellAddresses, FORM_EDITIONS } from '../../../shared/domain/addresses.ts';
import { cellLabel } from '../../../shared/domain/labels.ts';
import { loadSay } from '../../../shared/output/language.ts';
import { WORDS } from '../../../shared/output/words/page.ts';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { XLSX } from '../../store/records/mistake-sheet.ts';
import { notAllowed } from '../access/guard.ts';
import { agencyPageResponse, yearsSheet } from '../agency-page.ts';
import { CSV, csvResponse, savedFile } from '../csv.ts';
import { namesakesOf } from '../namesakes.ts';
import { negotiate } from '../negotiate.ts';
import { operation } from '../operation.ts';
import { notFound } from '../problem.ts';
import { reportsOf, yearsOf } from '../report-view.ts';
import { AgencyField, AgencySchema, LanguageField, orEmpty, RegionField } from '../schemas.ts';

const ALL_CELLS: CellAddress[] = [...new Set(FORM_EDITIONS.flatMap(cellAddresses))];

const FORMATS = { json: 'application/json', html: 'text/html', csv: CSV, xlsx: XLSX } as const;

export const agencyOperation = operation({
  method: 'get',
  path: '/agencies/{agency}/reports',
  summary:
    'The years of one body side by side: one row a cell, one column a year, ready for a chart; as a page with charts, as csv or xlsx. Where several bodies bear the name, `region` chooses one',
  fields: z.strictObject({ agency: AgencyField }),
  query: z.strictObject({
    format: z.optional(z.enum(['json', 'html', 'csv', 'xlsx'])),
    region: z.optional(orEmpty(RegionField)),
    lang: LanguageField,
  }),
  answers: {
    200: {
      description: 'The years',
      content: { 'application/json': AgencySchema, 'text/html': null, [CSV]: null, [XLSX]: null },
    },
    404: { description: 'No report of this body' },
  },
  async handle({ path: { agency }, query, context, caller, dependencies }) {
    const wanted = query.format
      ? FORMATS[query.format]
      : negotiate(context.req.header('Accept'), Object.values(FORMATS));
    const all = await reportsOf(agency);
    const namesakes = namesakesOf(agency, all, query.region, caller, dependencies);
    const { reports, region } = namesakes;
    if (reports.length === 0 && all.length > 0) throw notAllowed();
    if (reports.length === 0) throw notFound(PROBLEMS.noAgency);
    const say = await loadSay(query.lang ?? 'zh');
    const years = await yearsOf(reports);
    if (wanted === 'text/html') return agencyPageResponse(agency, { ...namesakes, years }, query.lang ?? 'zh', caller);
    const read = ALL_CELLS.filter((address) => years.some(({ cells }) => cells[address] !== undefined));
    if (wanted === CSV) {
      const head = ['address', 'label', ...years.map(({ year }) => String(year))];
      const value = (number: number | null | undefined) => (number === null ? 'null' : (number ?? null));
      const rows = read.map((address) => [
        ...[address, say(cellLabel(address))],
        ...years.map(({ cells }) => value(cells[address])),
      ]);
      return csvResponse('years', [head, ...rows], `${agency}-${say(WORDS.allYears)}`);
    }
    if (wanted === XLSX) {
      const base = new URL(context.req.url).origin;
      const bytes = await yearsSheet(read, { reports, years }, base, say);
      return savedFile(Buffer.from(bytes), XLSX, 'years.xlsx', `${agency}-${say(WORDS.allYears)}.xlsx`);
    }
    const cells = read.map((address) => ({
      address,
      label: say(cellLabel(address)),
      values: Object.fromEntries(
        years.flatMap(({ year, cells }) => (cells[address] === undefined ? [] : [[year, cells[address]]])),
      ),
    }));
    return context.json({ agency, region, years: years.map(({ year }) => year), cells, reports });
  },
});
