/** `/reports/{id}/assignment` and `/review`: by whom a report is to be reviewed until when, and all that is open. */

import * as z from 'zod/mini';
import { reviewPage } from '../../../shared/output/page/review.ts';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { type Assignment, putAssignment, readAssignment, removeAssignment } from '../../store/records/assignments.ts';
import { getRecord } from '../../store/records/records.ts';
import { negotiate } from '../negotiate.ts';
import { noReport } from '../no-report.ts';
import { noFields, operation } from '../operation.ts';
import { pageResponse, voiceOf } from '../pages.ts';
import { personOf } from '../person.ts';
import { notFound } from '../problem.ts';
import { openReviews } from '../review.ts';
import { IdField, LanguageField, LocalPathField, orEmpty, WhoField } from '../schemas.ts';
import { todayInChina } from '../today.ts';

const path = '/reports/{id}/assignment';
const fields = z.strictObject({ id: IdField });
const DayField = z.iso.date();
const AssignmentSchema = z.strictObject({
  assignee: z.string(),
  due: z.nullable(z.string()),
  by: z.string(),
  identity: z.nullable(z.string()),
  at: z.string(),
});
const ok = { description: 'The assignment', content: { 'application/json': AssignmentSchema } };

async function assign(id: string, assignment: Omit<Assignment, 'at'>): Promise<Assignment> {
  if ((await getRecord(id)) === null) throw noReport();
  const whole = { ...assignment, at: new Date().toISOString() };
  await putAssignment(id, whole);
  return whole;
}

const getOperation = operation({
  method: 'get',
  path,
  summary: 'By whom the report is to be reviewed, and until when',
  fields,
  query: noFields,
  answers: { 200: ok, 404: { description: 'Nobody was asked to' } },
  async handle({ path: { id }, context }) {
    const there = await readAssignment(id);
    if (there === null) throw notFound(PROBLEMS.noAssignment);
    return context.json(there);
  },
});

const putOperation = operation({
  method: 'put',
  path,
  summary: 'Assigns the review of a report. Repeating it changes nothing but the time.',
  fields,
  query: noFields,
  body: z.strictObject({ assignee: WhoField, due: z._default(z.nullable(DayField), null), by: z.optional(WhoField) }),
  answers: { 200: ok, 404: { description: 'No such report' } },
  async handle({ path: { id }, body: { assignee, due, by }, identity, context }) {
    return context.json(await assign(id, { assignee, due, by: personOf(identity, by), identity }));
  },
});

const deleteOperation = operation({
  method: 'delete',
  path,
  summary: 'Takes the assignment back. Repeating it changes nothing.',
  fields,
  query: noFields,
  answers: { 204: { description: 'The report is assigned to nobody (any more)' } },
  async handle({ path: { id }, context }) {
    await removeAssignment(id);
    return context.body(null, 204);
  },
});

const formOperation = operation({
  method: 'post',
  path,
  summary: 'The same from the form of the page; without a name it is taken back. Leads back to the page',
  fields,
  query: noFields,
  form: true,
  body: z.strictObject({
    assignee: orEmpty(WhoField),
    due: z.optional(orEmpty(DayField)),
    back: LocalPathField,
    lang: LanguageField,
  }),
  answers: { 303: { description: 'Location is the page' }, 404: { description: 'No such report' } },
  async handle({ path: { id }, body: { assignee, due, back }, identity, context }) {
    if (assignee === undefined) await removeAssignment(id);
    else await assign(id, { assignee, due: due ?? null, by: personOf(identity), identity });
    return context.redirect(back, 303);
  },
});

const reviewOperation = operation({
  method: 'get',
  path: '/review',
  summary: 'What is open in review: reports that are assigned, the most urgent first, and the latest notes of offices',
  fields: noFields,
  query: z.strictObject({ assignee: z.optional(orEmpty(WhoField)), lang: LanguageField }),
  answers: {
    200: {
      description: 'What is open',
      content: { 'application/json': z.looseObject({ reports: z.array(z.looseObject({})) }), 'text/html': null },
    },
  },
  async handle({ query: { assignee, lang }, context, caller }) {
    const wanted = negotiate(context.req.header('Accept'), ['application/json', 'text/html'] as const);
    const reports = await openReviews(caller, assignee ?? null);
    if (wanted === 'application/json') return context.json({ reports });
    const voice = await voiceOf(lang ?? 'zh', '/review', { assignee });
    return pageResponse(reviewPage({ reports, today: todayInChina() }, voice));
  },
});

export const ASSIGNMENT_OPERATIONS = [getOperation, putOperation, deleteOperation, formOperation, reviewOperation];
