/** `/agencies/{agency}/region`: the region of an agency whose name leads to several or to none. */
import * as z from 'zod/mini';
import { regionName, regionOf } from '../../../shared/domain/regions.ts';
import { agencyPath } from '../../../shared/output/page/agency-path.ts';
import { simplifier } from '../../../shared/report/script.ts';
import { requestRechecks } from '../../platform/bus.ts';
import { getRecords } from '../../store/records/records.ts';
import { putAssignedRegion, readAssignedRegion, removeAssignedRegion } from '../../store/regions/assigned.ts';
import { noFields, operation } from '../operation.ts';
import { personOf } from '../person.ts';
import { notFound, ProblemError } from '../problem.ts';
import { regionCodeOf } from '../region-names.ts';
import { reportsOf } from '../report-view.ts';
import { AgencyField, LanguageField, orEmpty, RegionField, RegionNameField, WhoField } from '../schemas.ts';

const path = '/agencies/{agency}/region';
const fields = z.strictObject({ agency: AgencyField });
const AssignedSchema = z.strictObject({
  region: z.string(),
  by: z.string(),
  identity: z.nullable(z.string()),
  at: z.string(),
});
const ok = { description: 'The region', content: { 'application/json': AssignedSchema } };
const clear = { description: 'The name of the agency leads to one region already' };

/** @param region `null` takes it back. @throws ProblemError 400 for a code that no region has, 409 for a clear name */
async function assign(agency: string, region: string | null, by: string, identity: string | null) {
  const own = regionOf(agency);
  if (own !== null) {
    const name = regionName(own) ?? own;
    throw new ProblemError('conflict', {
      zh: `从机关名称已能确定所属地区：${name}，不能另行指定。`,
      en: `The name of the agency says its region already: ${name}.`,
    });
  }
  if (region !== null && regionName(region) === null) {
    throw new ProblemError('invalid-request', {
      zh: `没有代码为${region}的地区。`,
      en: `No region has the code ${region}.`,
    });
  }
  const assigned = region === null ? null : { region, by, identity, at: new Date().toISOString() };
  if (assigned === null) await removeAssignedRegion(agency);
  else await putAssignedRegion(agency, assigned);
  // Read once more, each of its reports finds the region there, and moves.
  const records = await getRecords((await reportsOf(agency)).map(({ id }) => id));
  const objects = new Map(
    [...records.values()].map(({ bucket, key }) => [`${bucket}/${key}`, { bucket, key, reread: true }]),
  );
  await requestRechecks([...objects.values()]);
  return assigned;
}

const getRegionOperation = operation({
  method: 'get',
  path,
  summary: 'The region that was given to an agency whose name leads to several or to none',
  fields,
  query: noFields,
  answers: { 200: ok, 404: { description: 'None was given' } },
  async handle({ path: { agency }, context }) {
    const assigned = await readAssignedRegion(agency);
    if (assigned === null) throw notFound('该机关未指定所属地区。', 'No region was given to this agency.');
    return context.json(assigned);
  },
});

const putRegionOperation = operation({
  method: 'put',
  path,
  summary: 'Gives an agency a region, which holds for all its reports. Repeating it checks them again.',
  fields,
  query: noFields,
  body: z.strictObject({ region: RegionField, by: z.optional(WhoField) }),
  answers: { 200: ok, 409: clear },
  async handle({ path: { agency }, body: { region, by }, identity, context }) {
    return context.json(await assign(agency, region, personOf(identity, by), identity));
  },
});

const deleteRegionOperation = operation({
  method: 'delete',
  path,
  summary: 'Takes the region of an agency back. Repeating it checks its reports again.',
  fields,
  query: noFields,
  answers: { 204: { description: 'None is given (any more)' }, 409: clear },
  async handle({ path: { agency }, identity, context }) {
    await assign(agency, null, personOf(identity), identity);
    return context.body(null, 204);
  },
});

const formOperation = operation({
  method: 'post',
  path,
  summary: 'The same from the form of the page, by name or code; empty takes it back. Leads back to the page',
  fields,
  query: noFields,
  form: true,
  body: z.strictObject({ region: orEmpty(RegionNameField), lang: LanguageField }),
  answers: { 303: { description: 'Location is the page' }, 409: clear },
  async handle({ path: { agency }, body: { region, lang }, identity, context }) {
    const simplify = await simplifier('traditional');
    const code = region === undefined ? null : regionCodeOf(simplify(region));
    await assign(agency, code, personOf(identity), identity);
    return context.redirect(`${agencyPath(agency)}${lang ? `?lang=${lang}` : ''}`, 303);
  },
});

export const AGENCY_REGION_OPERATIONS = [getRegionOperation, putRegionOperation, deleteRegionOperation, formOperation];
