/** `PUT …/decision`: a reviewer confirms or dismisses a finding. */
import * as z from 'zod/mini';
import { project } from '../../store/lists/projections.ts';
import { DECISIONS, type Decision, deleteDecision, putDecision } from '../../store/records/decisions.ts';
import { getRecord } from '../../store/records/records.ts';
import { noReport } from '../no-report.ts';
import { noFields, operation } from '../operation.ts';
import { notFound } from '../problem.ts';
import { DecisionSchema, FingerprintField, IdField, LanguageField, WhoField } from '../schemas.ts';

const path = '/reports/{id}/findings/{fingerprint}/decision';
const fields = z.strictObject({ id: IdField, fingerprint: FingerprintField });

export const putDecisionOperation = operation({
  method: 'put',
  path,
  summary:
    'Confirms or dismisses a finding. A dismissed finding no longer makes the report fail. Repeating it changes nothing.',
  fields,
  query: noFields,
  body: z.strictObject({
    decision: z.enum(DECISIONS),
    remark: z._default(z.string().check(z.maxLength(2000)), ''),
    by: WhoField,
  }),
  answers: {
    200: { description: 'The decision that stands', content: { 'application/json': DecisionSchema } },
    404: { description: 'No such report or finding' },
  },
  async handle({ path: { id, fingerprint }, body, identity, context }) {
    return context.json(await decide(id, fingerprint, { ...body, identity }));
  },
});

/** Keeps the decision and brings lists and statistics in step. @throws ProblemError 404 */
async function decide(id: string, fingerprint: string, decision: Omit<Decision, 'at'>): Promise<Decision> {
  const record = await getRecord(id);
  if (record === null) throw noReport();
  if (!record.result.findings.some((finding) => finding.fingerprint === fingerprint)) {
    throw notFound(
      '这份报告现在没有这个问题；重新打开报告查看现有的问题。',
      'The report has no such finding now; read the report again.',
    );
  }
  const standing = await putDecision(id, fingerprint, { ...decision, at: new Date().toISOString() });
  await project(id);
  return standing;
}

/** The form of the page, which works without the script. */
export const decisionFormOperation = operation({
  method: 'post',
  path,
  summary: 'The same from the form of the page; leads back to it',
  fields,
  query: noFields,
  form: true,
  body: z.strictObject({
    decision: z.enum([...DECISIONS, 'none']),
    remark: z.string().check(z.maxLength(2000)),
    by: WhoField,
    /** Where on the page to go back to. */
    finding: z.string().check(z.regex(/^\d{1,4}$/)),
    lang: LanguageField,
  }),
  answers: { 303: { description: 'Location is the page' }, 404: { description: 'No such report or finding' } },
  async handle({ path: { id, fingerprint }, body, identity, context }) {
    const { decision, remark, by, finding, lang } = body;
    if (decision === 'none') await reopen(id, fingerprint);
    else await decide(id, fingerprint, { decision, remark, by, identity });
    return context.redirect(`/reports/${id}${lang ? `?lang=${lang}` : ''}#finding-${finding}`, 303);
  },
});

async function reopen(id: string, fingerprint: string): Promise<void> {
  await deleteDecision(id, fingerprint);
  await project(id);
}

export const deleteDecisionOperation = operation({
  method: 'delete',
  path,
  summary: 'Takes a decision back. Repeating it changes nothing.',
  fields,
  query: noFields,
  answers: { 204: { description: 'There is no decision (any more)' } },
  async handle({ path: { id, fingerprint }, context }) {
    await reopen(id, fingerprint);
    return context.body(null, 204);
  },
});
