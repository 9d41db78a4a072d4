/** `POST /decisions`: many findings confirmed or dismissed at once, for one reason. */
import * as z from 'zod/mini';
import type { ReportRecord } from '../../../shared/record.ts';
import { getRecord } from '../../store/records/records.ts';
import { sumUp } from '../../store/statistics/statistics.ts';
import { type Caller, may, placeOfRecord } from '../access/caller.ts';
import { type Deciding, decideAll } from '../deciding.ts';
import { noFields, operation } from '../operation.ts';
import { personOf } from '../person.ts';
import {
  FingerprintField,
  IdField,
  LanguageField,
  LocalPathField,
  ReasonField,
  RuleField,
  WhoField,
  Words,
} from '../schemas.ts';

/** As many as one page of the list, and what one call can do in its time. */
const MOST_REPORTS = 100;
const AT_ONCE = 8;
const Decision = z.enum(['confirmed', 'dismissed', 'none']);
const Reports = z.array(IdField).check(z.minLength(1), z.maxLength(MOST_REPORTS));
const Findings = z.array(FingerprintField).check(z.minLength(1), z.maxLength(200));

interface Wanted {
  reports: readonly string[];
  /** Findings of this rule. */
  rule?: string | undefined;
  /** Findings with these fingerprints. */
  findings?: readonly string[] | undefined;
}

const OutcomeSchema = z.strictObject({
  /** How many findings were decided, in how many reports. */
  findings: z.number(),
  reports: z.number(),
  /** Reports that are not there, not the caller's to decide, or have no such finding now. */
  skipped: z.array(z.string()),
});

async function decideMany({ reports, rule, findings }: Wanted, deciding: Deciding, caller: Caller) {
  const outcome: z.output<typeof OutcomeSchema> = { findings: 0, reports: 0, skipped: [] };
  const chosen = ({ result }: ReportRecord) =>
    result.findings
      .filter(
        (finding) => (rule === undefined || finding.rule === rule) && (findings?.includes(finding.fingerprint) ?? true),
      )
      .map(({ fingerprint }) => fingerprint);
  const leaves = new Set<string>();
  const decideOne = async (id: string) => {
    const record = await getRecord(id);
    const isTheirs = record !== null && may(caller, 'decide', placeOfRecord(record));
    const fingerprints = isTheirs ? chosen(record) : [];
    if (fingerprints.length === 0) {
      outcome.skipped.push(id);
      return;
    }
    const { leaf } = await decideAll(id, fingerprints, deciding);
    if (leaf !== null) leaves.add(leaf);
    outcome.findings += fingerprints.length;
    outcome.reports += 1;
  };
  const all = [...new Set(reports)];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    await Promise.all(all.slice(from, from + AT_ONCE).map(decideOne));
  }
  // Each node on the way up once, not once for each report.
  await sumUp([...leaves]);
  return outcome;
}

export const manyDecisionsOperation = operation({
  method: 'post',
  path: '/decisions',
  summary:
    'Confirms or dismisses in up to 100 reports at once: the findings of a `rule`, or those with these fingerprints. A reason is required and every decision is kept; `none` takes decisions back.',
  fields: noFields,
  query: noFields,
  body: z
    .strictObject({
      decision: Decision,
      reason: ReasonField,
      reports: Reports,
      rule: z.optional(RuleField),
      findings: z.optional(Findings),
      by: z.optional(WhoField),
    })
    .check(
      z.refine(({ rule, findings }) => rule !== undefined || findings !== undefined, {
        error: 'a rule, or the fingerprints of findings',
      }),
    ),
  answers: { 200: { description: 'What was decided', content: { 'application/json': OutcomeSchema } } },
  async handle({ body: { decision, reason, by, ...wanted }, identity, caller, context }) {
    const deciding = { decision, remark: reason, by: personOf(identity, by), identity, at: new Date().toISOString() };
    return context.json(await decideMany(wanted, deciding, caller));
  },
});

/** The same from the forms of the pages; fields with several values hold them with blanks between. */
export const decisionsFormOperation = operation({
  method: 'post',
  path: '/decisions/form',
  summary: 'The same from a form of our own pages; leads back to where it came from',
  fields: noFields,
  query: noFields,
  form: true,
  body: z.strictObject({
    decision: Decision,
    reason: ReasonField,
    reports: z.pipe(Words, Reports),
    rule: z.optional(RuleField),
    findings: z.optional(z.pipe(Words, Findings)),
    back: LocalPathField,
    lang: LanguageField,
  }),
  answers: { 303: { description: 'Location is the page' } },
  async handle({ body: { decision, reason, back, lang: _lang, ...wanted }, identity, caller, context }) {
    const deciding = { decision, remark: reason, by: personOf(identity), identity, at: new Date().toISOString() };
    await decideMany(wanted, deciding, caller);
    return context.redirect(back, 303);
  },
});
