/** `GET /reports`: the list of reports, for programs and for people. */

import * as z from 'zod/mini';
import { SEVERITIES } from '../../../shared/domain/severity.ts';
import { STATUSES } from '../../../shared/domain/status.ts';

import { type Filter, listReports } from '../../store/lists/listing.ts';
import type { Summary } from '../../store/records/summary.ts';
import { mayWrite } from '../access.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { frontPageResponse } from '../front-page.ts';
import { negotiate } from '../negotiate.ts';
import { noFields, operation } from '../operation.ts';
import {
  AgencyField,
  CursorField,
  LanguageField,
  LevelField,
  LimitField,
  orEmpty,
  RegionField,
  ReportsSchema,
  RuleField,
  YearField,
} from '../schemas.ts';

const ListQuery = z.strictObject({
  year: z.optional(orEmpty(YearField)),
  agency: z.optional(orEmpty(AgencyField)),
  region: z.optional(orEmpty(RegionField)),
  level: z.optional(orEmpty(LevelField)),
  status: z.optional(orEmpty(z.enum(STATUSES))),
  rule: z.optional(orEmpty(RuleField)),
  severity: z.optional(orEmpty(z.enum(SEVERITIES))),
  text: z.optional(orEmpty(z.string().check(z.maxLength(100)))),
  limit: LimitField,
  cursor: CursorField,
  lang: LanguageField,
});

/** One page of the list as a client asked for it. */
async function page(query: z.output<typeof ListQuery>): Promise<{ reports: Summary[]; cursor: string | null }> {
  const { year, agency, region, level, status, rule, severity, text, limit, cursor } = query;
  const filter: Filter = { year, agency, region, level, status, rule, severity, text };
  const after = cursor === undefined ? null : await readCursor(cursor, filter);
  const { reports, next } = await listReports(filter, limit, after);
  return { reports, cursor: next === null ? null : await writeCursor(next, filter) };
}

const JSON_FIRST = ['application/json', 'text/html'] as const;

export const reportsOperation = operation({
  method: 'get',
  path: '/reports',
  summary:
    'Reports, latest year first, then by region and body. Filters combine; `region` takes in everything under it, `agency` is the exact name of a body, `text` any part of it.',
  fields: noFields,
  query: ListQuery,
  answers: {
    200: { description: 'One page', content: { 'application/json': ReportsSchema, 'text/html': null } },
    400: { description: 'A filter or the cursor is not valid' },
  },
  async handle({ query, context, dependencies, identity }) {
    const wanted = negotiate(context.req.header('Accept'), JSON_FIRST);
    const found = await page(query);
    return wanted === 'text/html'
      ? frontPageResponse(query, found, mayWrite(dependencies, identity))
      : context.json(found);
  },
});

/** The front page is the same list for people, with the counts above it. */
export const frontOperation = operation({
  method: 'get',
  path: '/',
  summary: 'The front page',
  fields: noFields,
  query: ListQuery,
  answers: { 200: { description: 'The page', content: { 'text/html': null } } },
  async handle({ query, context, dependencies, identity }) {
    negotiate(context.req.header('Accept'), ['text/html']);
    return frontPageResponse(query, await page(query), mayWrite(dependencies, identity));
  },
});
