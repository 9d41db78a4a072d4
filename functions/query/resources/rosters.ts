/** `/rosters/{region}`: the agencies of a region that owe a report. */

import * as z from 'zod/mini';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { requestRecheck } from '../../platform/bus.ts';
import { findGovernments } from '../../store/neighbours/neighbours.ts';
import { deleteRoster, putRoster, readRoster } from '../../store/neighbours/roster.ts';
import { noFields, operation } from '../operation.ts';
import { notFound } from '../problem.ts';
import { RegionField, RosterSchema, WhoField } from '../schemas.ts';

/** Year of the first reports in the form that is read here. */
const FIRST_YEAR = 2019;

/** Has the reports of the governments of this region checked again: they say who is absent. */
export async function requestRechecks(region: string): Promise<void> {
  for (let year = FIRST_YEAR; year <= new Date().getUTCFullYear(); year += 1) {
    for (const { bucket, key } of await findGovernments(region, year)) await requestRecheck({ bucket, key });
  }
}

const path = '/rosters/{region}';
const fields = z.strictObject({ region: RegionField });
const Name = z.string().check(z.minLength(2), z.maxLength(100));
const ok = { description: 'The roster', content: { 'application/json': RosterSchema } };

export const getRosterOperation = operation({
  method: 'get',
  path,
  summary: 'The bodies of a region that owe a report',
  fields,
  query: noFields,
  answers: { 200: ok, 404: { description: 'No roster for this region' } },
  async handle({ path: { region }, context }) {
    const roster = await readRoster(region);
    if (roster === null) throw notFound(PROBLEMS.noRoster);
    return context.json(roster);
  },
});

export const putRosterOperation = operation({
  method: 'put',
  path,
  summary: 'Replaces the roster of a region. Repeating it changes nothing.',
  fields,
  query: noFields,
  body: z.strictObject({
    agencies: z.array(Name).check(z.maxLength(3000)),
    merged: z._default(z.record(Name, Name), {}),
    by: WhoField,
  }),
  answers: { 200: ok },
  async handle({ path: { region }, body, context }) {
    const roster = await putRoster({ region, ...body, at: new Date().toISOString() });
    await requestRechecks(region);
    return context.json(roster);
  },
});

export const deleteRosterOperation = operation({
  method: 'delete',
  path,
  summary: 'Removes the roster of a region. Repeating it changes nothing.',
  fields,
  query: noFields,
  answers: { 204: { description: 'There is no roster (any more)' } },
  async handle({ path: { region }, context }) {
    await deleteRoster(region);
    await requestRechecks(region);
    return context.body(null, 204);
  },
});
