/** `/grants`: who may do what where, for operators. */

import * as z from 'zod/mini';
import { grantsPage } from '../../../shared/output/page/grants.ts';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { simplifier } from '../../../shared/report/script.ts';
import { deleteGrants, type Grant, type GrantItem, listGrants, putGrants, ROLES } from '../../store/access/grants.ts';
import { negotiate } from '../negotiate.ts';
import { noFields, operation } from '../operation.ts';
import { pageResponse, voiceOf } from '../pages.ts';
import { personOf } from '../person.ts';
import { ProblemError } from '../problem.ts';
import { regionCodeOf, wholeName } from '../region-names.ts';
import { AgencyField, LanguageField, orEmpty, RegionField, RegionNameField } from '../schemas.ts';

const WhoField = z.string().check(z.trim(), z.minLength(1), z.maxLength(254));
const RoleField = z.enum(ROLES);
const GrantSchema = z.strictObject({
  role: RoleField,
  region: z._default(z.nullable(RegionField), null),
  agency: z._default(z.nullable(AgencyField), null),
});
const GrantsSchema = z.strictObject({ who: z.string(), grants: z.array(GrantSchema), by: z.string(), at: z.string() });
const path = '/grants/{who}';
const fields = z.strictObject({ who: WhoField });

/** @throws ProblemError 400: a clerk or supervisor of nothing named would be one of everything */
function checked(grants: readonly Grant[]): Grant[] {
  const wide = grants.some(
    ({ role, region, agency }) => (role === 'clerk' || role === 'supervisor') && region === null && agency === null,
  );
  const both = grants.some(({ region, agency }) => region !== null && agency !== null);
  if (!wide && !both) return [...grants];
  throw new ProblemError('invalid-request', PROBLEMS.grantOfNothing);
}

const keep = (who: string, grants: Grant[], identity: string | null): Promise<GrantItem> =>
  putGrants({ who, grants: checked(grants), by: personOf(identity), at: new Date().toISOString() });

/** With the name of each region beside its code. */
const named = ({ grants, ...rest }: GrantItem) => ({
  ...rest,
  grants: grants.map(({ region, ...grant }) => ({
    ...grant,
    region: region && `${wholeName(region)} ${region}`.trim(),
  })),
});

const listOperation = operation({
  method: 'get',
  path: '/grants',
  personal: true,
  summary: 'Who may do what where, as kept here; roles that the issuer names come on top',
  fields: noFields,
  query: z.strictObject({ lang: LanguageField }),
  answers: {
    200: {
      description: 'All of them',
      content: { 'application/json': z.strictObject({ grants: z.array(GrantsSchema) }), 'text/html': null },
    },
  },
  async handle({ query: { lang = 'zh' }, context }) {
    const grants = await listGrants();
    if (negotiate(context.req.header('Accept'), ['application/json', 'text/html']) === 'application/json') {
      return context.json({ grants });
    }
    return pageResponse(grantsPage(grants.map(named), await voiceOf(lang, '/grants', {})));
  },
});

const putOperation = operation({
  method: 'put',
  path,
  summary:
    'Replaces what a person may do: by verified mail address, or subject at the issuer. Repeating it changes nothing.',
  fields,
  query: noFields,
  body: z.strictObject({ grants: z.array(GrantSchema).check(z.maxLength(100)) }),
  answers: { 200: { description: 'What they may do', content: { 'application/json': GrantsSchema } } },
  async handle({ path: { who }, body, identity, context }) {
    return context.json(await keep(who, body.grants, identity));
  },
});

const deleteOperation = operation({
  method: 'delete',
  path,
  summary: 'Takes everything back. Repeating it changes nothing.',
  fields,
  query: noFields,
  answers: { 204: { description: 'They may do nothing by grants kept here' } },
  async handle({ path: { who }, context }) {
    await deleteGrants(who);
    return context.body(null, 204);
  },
});

const formOperation = operation({
  method: 'post',
  path: '/grants',
  form: true,
  summary: 'The same from the form of the page; leads back to it',
  fields: noFields,
  query: noFields,
  body: z.strictObject({
    who: WhoField,
    role: z.enum([...ROLES, 'none']),
    region: z.optional(orEmpty(RegionNameField)),
    agency: z.optional(orEmpty(AgencyField)),
    lang: LanguageField,
  }),
  answers: { 303: { description: 'Location is the page' } },
  async handle({ body: { who, role, region: named, agency, lang }, identity, context }) {
    const region = named === undefined ? null : regionCodeOf((await simplifier('traditional'))(named));
    if (role === 'none') await deleteGrants(who);
    else await keep(who, [{ role, region, agency: agency ?? null }], identity);
    return context.redirect(`/grants${lang ? `?lang=${lang}` : ''}`, 303);
  },
});

export const GRANT_OPERATIONS = [listOperation, putOperation, deleteOperation, formOperation];
