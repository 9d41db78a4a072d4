/** `/regions/{region}/{year}`: a region and year by name, and its roster as people have it. */

import * as z from 'zod/mini';
import { readDocuments } from '../../../shared/document/read.ts';
import { UnreadableError } from '../../../shared/document/unreadable.ts';
import { regionAncestors, regionName } from '../../../shared/domain/regions.ts';
import { linesOf, rosterOf, rowsOf } from '../../../shared/neighbours/roster-rows.ts';
import { regionPage } from '../../../shared/output/page/region.ts';
import { regionPath } from '../../../shared/output/page/region-path.ts';
import type { AgencyStanding } from '../../../shared/output/page/region-types.ts';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { simplifier } from '../../../shared/report/script.ts';
import { putRoster, readRoster } from '../../store/neighbours/roster.ts';
import { type Caller, may } from '../access/caller.ts';
import type { Dependencies } from '../dependencies.ts';
import { negotiate } from '../negotiate.ts';
import { noFields, operation } from '../operation.ts';
import { pageResponse, voiceOf } from '../pages.ts';
import { personOf } from '../person.ts';
import { ProblemError } from '../problem.ts';
import { regionCodeOf } from '../region-names.ts';
import { regionYear } from '../region-year.ts';
import {
  LanguageField,
  LevelField,
  LocalPathField,
  orEmpty,
  RankField,
  RegionField,
  RegionNameField,
  RosterSchema,
  YearField,
} from '../schemas.ts';
import { todayInChina } from '../today.ts';
import { requestRechecks } from './rosters.ts';

const LARGEST_ROSTER = 2 * 1024 * 1024;
const MOST_AGENCIES = 3000;

const StandingSchema = z.looseObject({ agency: z.string(), state: z.string(), due: z.string(), days: z.number() });

const PageQuery = z.strictObject({
  level: z.optional(orEmpty(LevelField)),
  rank: z.optional(orEmpty(RankField)),
  lang: LanguageField,
});
const answers = {
  200: {
    description: 'How it stands',
    content: {
      'application/json': z.looseObject({
        region: z.nullable(z.string()),
        year: z.number(),
        hasRoster: z.boolean(),
        counts: z.looseObject({ expected: z.nullable(z.number()), missing: z.nullable(z.number()) }),
        agencies: z.array(StandingSchema),
        others: z.array(StandingSchema),
      }),
      'text/html': null,
    },
  },
};

interface Asked {
  region: string | null;
  year: number;
  query: z.output<typeof PageQuery>;
  accept: string | undefined;
  caller: Caller;
}

/** The page or the document of a region and year, or of a year as a whole. */
async function standing({ region, year, query, accept, caller }: Asked, { openReading }: Dependencies) {
  const wanted = negotiate(accept, ['application/json', 'text/html'] as const);
  const { level, rank, lang } = query;
  const known = await regionYear({ region, year, level: level ?? null, rank: rank ?? null, today: todayInChina() });
  const place = { region };
  const writable = region !== null && may(caller, 'roster', place);
  const bare = (one: AgencyStanding) => ({ ...one, mail: writable ? one.mail : null });
  const view = { ...known, agencies: known.agencies.map(bare), others: known.others.map(bare) };
  if (wanted === 'application/json') return Response.json(view);
  const sees = (code: string | null) => openReading || may(caller, 'read', code === null ? null : { region: code });
  const codes = region === null ? [] : [null, ...regionAncestors(region).slice(0, -1)];
  const around = codes.filter(sees).map((code) => ({ code, name: code && regionName(code) }));
  const fields = { level, rank: rank && `${rank.group}.${rank.id}` };
  const voice = await voiceOf(lang ?? 'zh', regionPath(region, year), fields);
  const rights = { writable, subscribable: may(caller, 'subscribe', region === null ? null : place) };
  return pageResponse(regionPage({ ...view, around }, rights, voice));
}

export const regionOperation = operation({
  method: 'get',
  path: '/regions/{region}/{year}',
  summary:
    'A region (by code or name) and year: who owes a report, who is late, missing, failed or unreadable; rates of each level',
  fields: z.strictObject({ region: RegionNameField, year: YearField }),
  query: PageQuery,
  answers,
  async handle({ path, query, context, caller, dependencies }) {
    const region = regionCodeOf((await simplifier('traditional'))(path.region));
    const asked = { region, year: path.year, query, accept: context.req.header('Accept'), caller };
    return standing(asked, dependencies);
  },
});

export const yearOperation = operation({
  method: 'get',
  path: '/years/{year}',
  summary:
    'A year as a whole: how many reports are owed, late, missing, failed or unreadable, by province, and the rates of each level; ministries and agencies of no known region by name',
  fields: z.strictObject({ year: YearField }),
  query: PageQuery,
  answers,
  async handle({ path: { year }, query, context, caller, dependencies }) {
    return standing({ region: null, year, query, accept: context.req.header('Accept'), caller }, dependencies);
  },
});

/** Leads from the filters of the list to the page of their region and year. */
export const chooseRegionOperation = operation({
  method: 'get',
  path: '/regions',
  open: true,
  summary: 'Leads to the page of a region and year',
  fields: noFields,
  query: z.strictObject({ region: RegionNameField, year: YearField, lang: LanguageField }),
  answers: { 302: { description: 'Location is the page' } },
  async handle({ query: { region, year, lang }, context }) {
    const code = regionCodeOf((await simplifier('traditional'))(region));
    return context.redirect(`/regions/${code}/${year}${lang ? `?lang=${lang}` : ''}`, 302);
  },
});

async function keepRoster(region: string, rows: string[][], identity: string | null) {
  const { agencies, mails } = rosterOf(rows);
  if (agencies.length === 0 || agencies.length > MOST_AGENCIES) {
    throw new ProblemError('invalid-request', PROBLEMS.rosterSize(MOST_AGENCIES, agencies.length));
  }
  const merged = (await readRoster(region))?.merged ?? {};
  const roster = { region, agencies, merged, mails, by: personOf(identity), at: new Date().toISOString() };
  const kept = await putRoster(roster);
  await requestRechecks(region);
  return kept;
}

const fields = z.strictObject({ region: RegionField });

export const rosterFormOperation = operation({
  method: 'post',
  path: '/rosters/{region}/form',
  summary: 'Replaces the roster by a pasted one: a line an agency, perhaps with its mail address',
  fields,
  query: noFields,
  form: true,
  body: z.strictObject({
    text: z.string().check(z.minLength(1), z.maxLength(200_000)),
    back: LocalPathField,
    lang: LanguageField,
  }),
  answers: { 303: { description: 'Location is the page' } },
  async handle({ path: { region }, body, identity, context }) {
    await keepRoster(region, linesOf(body.text), identity);
    return context.redirect(body.back, 303);
  },
});

export const rosterFileOperation = operation({
  method: 'put',
  path: '/rosters/{region}/file',
  summary: 'Replaces the roster by a file (xlsx, csv, text): a row an agency, perhaps with its mail address',
  fields,
  query: noFields,
  bytes: LARGEST_ROSTER,
  answers: { 200: { description: 'The roster', content: { 'application/json': RosterSchema } } },
  async handle({ path: { region }, body, identity, context }) {
    const read = await readDocuments({ name: 'roster', bytes: body as Uint8Array });
    const rows = read.flatMap(({ document }) => (document instanceof UnreadableError ? [] : rowsOf(document.blocks)));
    return context.json(await keepRoster(region, rows, identity));
  },
});
