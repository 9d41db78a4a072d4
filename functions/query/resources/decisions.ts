/** `PUT …/decision`: a reviewer confirms or dismisses a finding. */

import * as z from 'zod/mini';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { DECISIONS } from '../../store/records/decisions.ts';
import { getRecord } from '../../store/records/records.ts';
import { sumUp } from '../../store/statistics/statistics.ts';
import { decideAll } from '../deciding.ts';
import { noReport } from '../no-report.ts';
import { noFields, operation } from '../operation.ts';
import { personOf } from '../person.ts';
import { notFound } from '../problem.ts';
import { DecisionSchema, FingerprintField, IdField, WhoField } from '../schemas.ts';

const path = '/reports/{id}/findings/{fingerprint}/decision';
const fields = z.strictObject({ id: IdField, fingerprint: FingerprintField });

export const putDecisionOperation = operation({
  method: 'put',
  path,
  summary:
    'Confirms or dismisses a finding. A dismissed finding no longer makes the report fail. Repeating it changes nothing. `by` counts only where the service asks nobody who they are.',
  fields,
  query: noFields,
  body: z.strictObject({
    decision: z.enum(DECISIONS),
    remark: z._default(z.string().check(z.maxLength(2000)), ''),
    by: z.optional(WhoField),
  }),
  answers: {
    200: { description: 'The decision that stands', content: { 'application/json': DecisionSchema } },
    404: { description: 'No such report or finding' },
  },
  async handle({ path: { id, fingerprint }, body: { by, ...body }, identity, context }) {
    const record = await getRecord(id);
    if (record === null) throw noReport();
    if (!record.result.findings.some((finding) => finding.fingerprint === fingerprint)) {
      throw notFound(PROBLEMS.noFinding);
    }
    const deciding = { ...body, by: personOf(identity, by), identity, at: new Date().toISOString() };
    const { standing, leaf } = await decideAll(id, [fingerprint], deciding);
    if (leaf !== null) await sumUp([leaf]);
    return context.json(standing);
  },
});

export const deleteDecisionOperation = operation({
  method: 'delete',
  path,
  summary: 'Takes a decision back. Repeating it changes nothing.',
  fields,
  query: noFields,
  answers: { 204: { description: 'There is no decision (any more)' } },
  async handle({ path: { id, fingerprint }, identity, context }) {
    const at = new Date().toISOString();
    const { leaf } = await decideAll(id, [fingerprint], {
      decision: 'none',
      remark: '',
      by: personOf(identity),
      identity,
      at,
    });
    if (leaf !== null) await sumUp([leaf]);
    return context.body(null, 204);
  },
});
