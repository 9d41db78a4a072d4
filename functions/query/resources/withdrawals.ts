/** What ends a report: its withdrawal with a reason, or another report in its place. */

import * as z from 'zod/mini';
import { isSameAgency } from '../../../shared/neighbours/names.ts';
import { replacedWords } from '../../../shared/output/words/page.ts';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import type { ReportRecord } from '../../../shared/record.ts';
import { getRecord } from '../../store/records/records.ts';
import { putWithdrawal, removeWithdrawal } from '../../store/records/withdrawals.ts';
import { may, placeOfRecord } from '../access/caller.ts';
import { notAllowed } from '../access/guard.ts';
import { amendFile } from '../amending.ts';
import { noReport } from '../no-report.ts';
import { noFields, operation } from '../operation.ts';
import { personOf } from '../person.ts';
import { ProblemError } from '../problem.ts';
import { IdField, LanguageField, ReasonField, WhoField } from '../schemas.ts';
import { withdrawableRecord } from '../withdrawn.ts';

const fields = z.strictObject({ id: IdField });

/** Keeps why, then takes the object away, or the entry out of its ZIP; records follow by the event of the store. */
async function withdraw(
  record: ReportRecord,
  why: { reason: string; by: string; identity: string | null; supersededBy: string | null },
): Promise<void> {
  try {
    await putWithdrawal(record.id, { ...why, at: new Date().toISOString(), sequencer: record.sequencer });
    await amendFile(record.id, null);
  } catch (error) {
    // It stands as before, and must not be called withdrawn.
    await removeWithdrawal(record.id);
    throw error;
  }
}

const Reasoned = z.strictObject({ reason: ReasonField, by: z.optional(WhoField) });

export const withdrawOperation = operation({
  method: 'delete',
  path: '/reports/{id}',
  summary: 'Withdraws a report with a reason: its file is removed (a version of it is kept), its findings end',
  fields,
  query: z.strictObject({ reason: ReasonField, by: z.optional(WhoField) }),
  answers: {
    204: { description: 'Withdrawn' },
    404: { description: 'No such report' },
    409: { description: 'The report is an entry of a ZIP that cannot be written anew, or is just being changed' },
  },
  async handle({ path: { id }, query, identity, context }) {
    const by = personOf(identity, query.by);
    await withdraw(await withdrawableRecord(id), { reason: query.reason, by, identity, supersededBy: null });
    return context.body(null, 204);
  },
});

export const withdrawFormOperation = operation({
  method: 'post',
  path: '/reports/{id}/withdrawal',
  summary: 'The same from the form of the page; leads back to it',
  fields,
  query: noFields,
  form: true,
  body: z.extend(Reasoned, { lang: LanguageField }),
  answers: {
    303: { description: 'Location is the page' },
    404: { description: 'No such report' },
    409: { description: 'The report is an entry of a ZIP that cannot be written anew, or is just being changed' },
  },
  async handle({ path: { id }, body, identity, context }) {
    const by = personOf(identity, body.by);
    await withdraw(await withdrawableRecord(id), { reason: body.reason, by, identity, supersededBy: null });
    return context.redirect(`/reports/${id}${body.lang ? `?lang=${body.lang}` : ''}`, 303);
  },
});

/** Of one agency and year: others of its name in other regions are other agencies. */
function isCopy({ result: { report: one } }: ReportRecord, { result: { report: other } }: ReportRecord): boolean {
  if (one?.agency == null || other?.agency == null || one.year !== other.year) return false;
  return isSameAgency({ ...one, agency: one.agency }, { ...other, agency: other.agency });
}

export const supersedeOperation = operation({
  method: 'post',
  path: '/reports/{id}/supersede',
  summary: 'Puts this report in the place of another of the same agency and year, which is thereby withdrawn',
  fields,
  query: noFields,
  form: true,
  body: z.strictObject({ report: IdField, by: z.optional(WhoField), lang: LanguageField }),
  answers: {
    303: { description: 'Location is the page of the report that stays' },
    404: { description: 'One of them is not there' },
    409: { description: 'They are not of one agency and year, or the other is in a ZIP that cannot be written anew' },
  },
  async handle({ path: { id }, body, identity, context, caller }) {
    const [kept, other] = await Promise.all([getRecord(id), withdrawableRecord(body.report)]);
    if (kept === null) throw noReport();
    if (!may(caller, 'withdraw', placeOfRecord(other))) throw notAllowed();
    if (id === other.id || !isCopy(kept, other)) {
      throw new ProblemError('conflict', PROBLEMS.notCopies);
    }
    const reason = replacedWords(kept.key).zh;
    const by = personOf(identity, body.by);
    await withdraw(other, { reason, by, identity, supersededBy: id });
    return context.redirect(`/reports/${id}${body.lang ? `?lang=${body.lang}` : ''}`, 303);
  },
});
