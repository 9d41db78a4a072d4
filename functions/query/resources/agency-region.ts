/** `/agencies/{agency}/region`: the regions of agencies whose name leads to several or to none. */

import * as z from 'zod/mini';
import { regionName, regionOf } from '../../../shared/domain/regions.ts';
import { agencyPath } from '../../../shared/output/page/agency-path.ts';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { simplifier } from '../../../shared/report/script.ts';
import { requestRechecks } from '../../platform/bus.ts';
import { getRecords } from '../../store/records/records.ts';
import { putAssignedRegion, readAssignedRegions, removeAssignedRegion } from '../../store/regions/assigned.ts';
import { type Caller, may } from '../access/caller.ts';
import { noFields, operation } from '../operation.ts';
import { personOf } from '../person.ts';
import { ProblemError } from '../problem.ts';
import { regionCodeOf } from '../region-names.ts';
import { reportsOf } from '../report-view.ts';
import { AgencyField, LanguageField, RegionField, RegionNameField, WhoField } from '../schemas.ts';

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
const RegionQuery = z.strictObject({ region: RegionField });

/**
 * A region can be given and taken back by whom it belongs to: the right over the name would be a right over other
 * agencies of the same name.
 * @throws ProblemError 400 for a code that no region has, 403 for a region that is not the caller's, 409 for a clear name
 */
function checkPlace(agency: string, region: string, caller: Caller): void {
  const own = regionOf(agency);
  if (own !== null) {
    const name = regionName(own) ?? own;
    throw new ProblemError('conflict', PROBLEMS.regionClear(name));
  }
  if (regionName(region) === null) {
    throw new ProblemError('invalid-request', PROBLEMS.noRegionCode(region));
  }
  if (!may(caller, 'decide', { region })) {
    throw new ProblemError('not-allowed', PROBLEMS.foreignRegion);
  }
}

/** Read once more, each report of the name finds its region there, and moves. */
async function readAgain(agency: string): Promise<void> {
  const records = await getRecords((await reportsOf(agency)).map(({ id }) => id));
  const objects = new Map(
    [...records.values()].map(({ bucket, key }) => [`${bucket}/${key}`, { bucket, key, reread: true }]),
  );
  await requestRechecks([...objects.values()]);
}

async function give(agency: string, region: string, by: string, identity: string | null) {
  const assigned = { region, by, identity, at: new Date().toISOString() };
  await putAssignedRegion(agency, assigned);
  await readAgain(agency);
  return assigned;
}

async function takeBack(agency: string, region: string): Promise<void> {
  await removeAssignedRegion(agency, region);
  await readAgain(agency);
}

const getRegionOperation = operation({
  method: 'get',
  path,
  summary: 'The regions that were given to an agency whose name leads to several or to none',
  fields,
  query: noFields,
  answers: {
    200: {
      description: 'The regions; none where none was given',
      content: { 'application/json': z.strictObject({ regions: z.array(AssignedSchema) }) },
    },
  },
  async handle({ path: { agency }, context }) {
    return context.json({ regions: await readAssignedRegions(agency) });
  },
});

const putRegionOperation = operation({
  method: 'put',
  path,
  summary:
    'Gives an agency a region, which holds for its reports. Where several agencies bear the name each is given its own, and reports are told apart by the city or province that their source names. Repeating it checks them again.',
  fields,
  query: noFields,
  body: z.strictObject({ region: RegionField, by: z.optional(WhoField) }),
  answers: { 200: ok, 403: { description: 'Not a region of the caller' }, 409: clear },
  async handle({ path: { agency }, body: { region, by }, identity, context, caller }) {
    checkPlace(agency, region, caller);
    return context.json(await give(agency, region, personOf(identity, by), identity));
  },
});

const deleteRegionOperation = operation({
  method: 'delete',
  path,
  summary: 'Takes a region of an agency back. Repeating it checks its reports again.',
  fields,
  query: RegionQuery,
  answers: {
    204: { description: 'It is not given (any more)' },
    403: { description: 'Not a region of the caller' },
    409: clear,
  },
  async handle({ path: { agency }, query: { region }, context, caller }) {
    checkPlace(agency, region, caller);
    await takeBack(agency, region);
    return context.body(null, 204);
  },
});

const formOperation = operation({
  method: 'post',
  path,
  summary: 'The same from the forms of the page, by name or code. Leads back to the page',
  fields,
  query: noFields,
  form: true,
  body: z.strictObject({
    region: RegionNameField,
    take: z.optional(z.literal('back')),
    lang: LanguageField,
  }),
  answers: { 303: { description: 'Location is the page' }, 409: clear },
  async handle({ path: { agency }, body: { region: named, take, lang }, identity, context, caller }) {
    const region = regionCodeOf((await simplifier('traditional'))(named));
    checkPlace(agency, region, caller);
    if (take === 'back') await takeBack(agency, region);
    else await give(agency, region, personOf(identity), identity);
    return context.redirect(`${agencyPath(agency)}${lang ? `?lang=${lang}` : ''}`, 303);
  },
});

export const AGENCY_REGION_OPERATIONS = [getRegionOperation, putRegionOperation, deleteRegionOperation, formOperation];
