/** `GET /reports`: the list of reports, for programs and for people. */

import * as z from 'zod/mini';
import { SEVERITIES } from '../../../shared/domain/severity.ts';
import { STATUSES } from '../../../shared/domain/status.ts';

import { SORTS } from '../../../shared/output/page/types.ts';
import { simplifier } from '../../../shared/report/script.ts';
import type { Filter } from '../../store/lists/filter.ts';
import { listReports } from '../../store/lists/listing.ts';
import type { Summary } from '../../store/records/summary.ts';
import { type Caller, may } from '../access/caller.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { Dependencies } from '../dependencies.ts';
import { frontPageResponse } from '../front-page.ts';
import { negotiate } from '../negotiate.ts';
import { noFields, operation } from '../operation.ts';
import { regionCodeOf } from '../region-names.ts';
import {
  AgencyField,
  CursorField,
  LanguageField,
  LevelField,
  LimitField,
  orEmpty,
  PageField,
  RegionNameField,
  ReportsSchema,
  RuleField,
  YearField,
} from '../schemas.ts';

export const ListQuery = z.strictObject({
  year: z.optional(orEmpty(YearField)),
  agency: z.optional(orEmpty(AgencyField)),
  region: z.optional(orEmpty(RegionNameField)),
  level: z.optional(orEmpty(LevelField)),
  status: z.optional(orEmpty(z.enum(STATUSES))),
  rule: z.optional(orEmpty(RuleField)),
  severity: z.optional(orEmpty(z.enum(SEVERITIES))),
  text: z.optional(orEmpty(z.string().check(z.maxLength(100)))),
  limit: LimitField,
  cursor: CursorField,
  lang: LanguageField,
});
/** What only the page has: an order of its own, and pages by number. */
const PageQuery = z.extend(ListQuery, {
  sort: z.optional(orEmpty(z.enum(SORTS))),
  order: z.optional(orEmpty(z.literal('desc'))),
  page: z._default(PageField, 1),
});

/** Regions and words as people write them become those of the lists. */
export async function filterOf(query: z.output<typeof ListQuery>): Promise<Filter> {
  const { year, agency, region, level, status, rule, severity, text } = query;
  const simplify = await simplifier('traditional');
  return {
    ...{ year, agency, level, status, rule, severity },
    region: region === undefined ? undefined : regionCodeOf(simplify(region)),
    text: text === undefined ? undefined : simplify(text),
  };
}

/** One page of the list as a client asked for it. */
async function page(query: z.output<typeof ListQuery>): Promise<{ reports: Summary[]; cursor: string | null }> {
  const { limit, cursor } = query;
  const filter = await filterOf(query);
  const after = cursor === undefined ? null : await readCursor(cursor, filter);
  const { reports, next } = await listReports(filter, limit, after);
  return { reports, cursor: next === null ? null : await writeCursor(next, filter) };
}

const seesAll = (caller: Caller, { openReading }: Dependencies) => openReading || may(caller, 'read', null);

const JSON_FIRST = ['application/json', 'text/html'] as const;

export const reportsOperation = operation({
  method: 'get',
  path: '/reports',
  summary:
    "Reports, latest year first, then by region and body. Filters combine; `region` takes in everything under it, `agency` is the exact name of a body, `text` words of its name or of the file's. A region may be given by its name.",
  fields: noFields,
  query: PageQuery,
  answers: {
    200: { description: 'One page', content: { 'application/json': ReportsSchema, 'text/html': null } },
    400: { description: 'A filter or the cursor is not valid' },
  },
  async handle({ query, context, caller, dependencies }) {
    const wanted = negotiate(context.req.header('Accept'), JSON_FIRST);
    return wanted === 'text/html'
      ? frontPageResponse(query, await filterOf(query), caller, seesAll(caller, dependencies))
      : context.json(await page(query));
  },
});

/** The front page is the same list for people, with the counts above it. */
export const frontOperation = operation({
  method: 'get',
  path: '/',
  summary: 'The front page',
  fields: noFields,
  query: PageQuery,
  answers: { 200: { description: 'The page', content: { 'text/html': null } } },
  async handle({ query, context, caller, dependencies }) {
    negotiate(context.req.header('Accept'), ['text/html']);
    return frontPageResponse(query, await filterOf(query), caller, seesAll(caller, dependencies));
  },
});
