/** `/reports/{id}`: one report with all that is known of it, its findings as files, and its original. */
import * as z from 'zod/mini';
import { csv } from '../../../shared/output/csv.ts';
import { toContract } from '../../../shared/output/json.ts';
import { loadSay, type Say } from '../../../shared/output/language.ts';
import { sarif } from '../../../shared/output/sarif.ts';
import { fromStoredResult } from '../../../shared/record.ts';
import { standingFindings } from '../../store/records/decisions.ts';
import { getRecord } from '../../store/records/records.ts';
import { CSV, csvFile } from '../csv.ts';
import { negotiate } from '../negotiate.ts';
import { noReport } from '../no-report.ts';
import { operation } from '../operation.ts';
import { reportPageResponse } from '../report-page.ts';
import { readReportView, type StoredReportView } from '../report-view.ts';
import { IdField, LanguageField, ReportRecordSchema } from '../schemas.ts';
import { refuseWithdrawn } from '../withdrawn.ts';

const fields = z.strictObject({ id: IdField });
const SARIF = 'application/sarif+json';
const FORMATS = { json: 'application/json', html: 'text/html', csv: CSV, sarif: SARIF } as const;

export const reportOperation = operation({
  method: 'get',
  path: '/reports/{id}',
  summary:
    'One report: cells with text and place, findings with decisions, versions, other reports of the body. Its findings as csv or sarif by Accept or `format`.',
  fields,
  query: z.strictObject({
    format: z.optional(z.enum(['json', 'html', 'csv', 'sarif'])),
    /** The page with the original beside it. */
    beside: z.optional(z.literal('1')),
    lang: LanguageField,
  }),
  answers: {
    200: {
      description: 'The report',
      content: { 'application/json': ReportRecordSchema, 'text/html': null, [CSV]: null, [SARIF]: null },
    },
    404: { description: 'No such report' },
    410: { description: 'Withdrawn, or its file was removed: with the states that it had' },
  },
  async handle({ path, query, context, caller }) {
    const wanted = query.format
      ? FORMATS[query.format]
      : negotiate(context.req.header('Accept'), Object.values(FORMATS));
    const view = await readReportView(path.id);
    await refuseWithdrawn(path.id, view?.record ?? null);
    if (view === null) throw noReport();
    const say = await loadSay(query.lang ?? 'zh');
    const { result } = view.record;
    // To be worked on: what was dismissed is not among it.
    const findings = standingFindings(result.findings, view.decisions);
    const results = [fromStoredResult({ ...result, findings, status: view.status })];
    switch (wanted) {
      case 'text/html':
        return reportPageResponse(view, query, caller);
      case CSV:
        return csvFile(`findings-${path.id}`, csv(results, say));
      case SARIF:
        return context.body(sarif(results, say), 200, { 'Content-Type': SARIF });
      default:
        return context.json(toJson(view, say));
    }
  },
});

/** The contract's JSON with what the store knows beyond it. */
function toJson(view: StoredReportView, say: Say): z.output<typeof ReportRecordSchema> {
  const { record, status, decisions, versions, copies, otherYears, counted } = view;
  const { id, key, version, receivedAt, checkedAt, result } = record;
  const contract = toContract(fromStoredResult(result), say);
  return {
    ...contract,
    ...{ id, key, version, receivedAt, checkedAt, counted, status, checkedStatus: result.status },
    findings: contract.findings.map((finding, i) => ({
      ...finding,
      code: result.findings[i]?.code ?? null,
      source: (result.findings[i]?.source ?? []).map(({ line, text, place }) => ({ line, text, place: { ...place } })),
      decision: decisions.get(finding.fingerprint) ?? null,
    })),
    cells: Object.fromEntries(
      Object.entries(result.report?.cells ?? {}).map(([address, cell]) => [
        address,
        { ...cell, place: { ...cell.place } },
      ]),
    ),
    versions: versions.map((seen) => ({ ...seen })),
    ...{ copies, otherYears },
  } as z.output<typeof ReportRecordSchema>;
}

export const originalOperation = operation({
  method: 'get',
  path: '/reports/{id}/original',
  summary: 'Leads to the file as it was uploaded, by a link that is good for five minutes',
  fields,
  query: z.strictObject({}),
  answers: { 302: { description: 'Location is the link' }, 404: { description: 'No such report' } },
  async handle({ path, context, dependencies }) {
    const record = await getRecord(path.id);
    if (record === null) throw noReport();
    context.header('Cache-Control', 'no-store');
    return context.redirect(await dependencies.files.link(record), 302);
  },
});
