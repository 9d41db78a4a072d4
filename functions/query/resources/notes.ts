/** `/reports/{id}/notes`: what an office explains about findings of its report (情况说明), seen by the supervisor. */

import * as z from 'zod/mini';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { type Note, putNote, readNotes } from '../../store/records/notes.ts';
import { getRecord } from '../../store/records/records.ts';
import { noReport } from '../no-report.ts';
import { noFields, operation } from '../operation.ts';
import { personOf } from '../person.ts';
import { notFound } from '../problem.ts';
import { FingerprintField, IdField, LanguageField, LocalPathField, ReasonField, WhoField, Words } from '../schemas.ts';

const path = '/reports/{id}/notes';
const fields = z.strictObject({ id: IdField });
const Findings = z.array(FingerprintField).check(z.minLength(1), z.maxLength(200));
const NoteSchema = z.strictObject({
  fingerprints: z.array(z.string()),
  text: z.string(),
  by: z.string(),
  identity: z.nullable(z.string()),
  at: z.string(),
});

/** @throws ProblemError 404 where the report has none of these findings now */
async function explain(id: string, fingerprints: readonly string[], written: Omit<Note, 'fingerprints' | 'at'>) {
  const record = await getRecord(id);
  if (record === null) throw noReport();
  const there = record.result.findings.map(({ fingerprint }) => fingerprint);
  const about = fingerprints.filter((fingerprint) => there.includes(fingerprint));
  if (about.length === 0) {
    throw notFound(PROBLEMS.noFinding);
  }
  // Sent again where the answer was lost: the same words once more say nothing more.
  const last = (await readNotes(id)).at(-1);
  const said = ({ by, identity, text, fingerprints }: Omit<Note, 'at'>) =>
    JSON.stringify([by, identity, text, fingerprints]);
  const note = { fingerprints: about, ...written, at: new Date().toISOString() };
  if (last !== undefined && said(last) === said(note)) return last;
  await putNote(id, note);
  return note;
}

const listOperation = operation({
  method: 'get',
  path,
  summary: 'What the office explained about findings, the earliest first',
  fields,
  query: noFields,
  answers: {
    200: { description: 'The notes', content: { 'application/json': z.strictObject({ notes: z.array(NoteSchema) }) } },
  },
  async handle({ path: { id }, context }) {
    return context.json({ notes: await readNotes(id) });
  },
});

const postOperation = operation({
  method: 'post',
  path,
  summary: 'Explains findings to the supervisor. A note decides nothing and is never changed.',
  fields,
  query: noFields,
  body: z.strictObject({ findings: Findings, text: ReasonField, by: z.optional(WhoField) }),
  answers: {
    200: { description: 'The note', content: { 'application/json': NoteSchema } },
    404: { description: 'No such report or finding' },
  },
  async handle({ path: { id }, body: { findings, text, by }, identity, context }) {
    return context.json(await explain(id, findings, { text, by: personOf(identity, by), identity }));
  },
});

const formOperation = operation({
  method: 'post',
  path: `${path}/form`,
  summary: 'The same from the form of the page; leads back to it',
  fields,
  query: noFields,
  form: true,
  body: z.strictObject({
    findings: z.pipe(Words, Findings),
    text: ReasonField,
    back: LocalPathField,
    lang: LanguageField,
  }),
  answers: { 303: { description: 'Location is the page' }, 404: { description: 'No such report or finding' } },
  async handle({ path: { id }, body: { findings, text, back }, identity, context }) {
    await explain(id, findings, { text, by: personOf(identity), identity });
    return context.redirect(back, 303);
  },
});

export const NOTE_OPERATIONS = [listOperation, postOperation, formOperation];
