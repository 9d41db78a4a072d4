/** Official papers as Word files: 核查意见 of one report, 整改通知书 for all that match a filter. */
import * as z from 'zod/mini';
import { DOCX } from '../../../shared/output/docx/package.ts';
import { loadSay } from '../../../shared/output/language.ts';
import type { ReportRecord } from '../../../shared/record.ts';
import { collect } from '../../store/lists/collect.ts';
import { readDecisions, standingFindings, standingStatus } from '../../store/records/decisions.ts';
import { getRecord } from '../../store/records/records.ts';
import { attachment } from '../attachment.ts';
import { noReport } from '../no-report.ts';
import { noFields, operation } from '../operation.ts';
import { notFound } from '../problem.ts';
import { IdField, LanguageField } from '../schemas.ts';
import { refuseWithdrawn } from '../withdrawn.ts';
import { filterOf, ListQuery } from './reports.ts';

const ZIP = 'application/zip';
/** What one call makes in its time; a note in the ZIP says so where there are more. */
const MOST_NOTICES = 300;

export const opinionOperation = operation({
  method: 'get',
  path: '/reports/{id}/opinion',
  summary: 'The opinion on one report (核查意见) as docx, under the letterhead of the settings',
  fields: z.strictObject({ id: IdField }),
  query: z.strictObject({ lang: LanguageField }),
  answers: {
    200: { description: 'The Word file', content: { [DOCX]: null } },
    404: { description: 'No such report' },
  },
  async handle({ path, query, dependencies }) {
    const record = await getRecord(path.id);
    await refuseWithdrawn(path.id, record);
    if (record === null) throw noReport();
    const { paperOf } = await import('../../../shared/output/docx/paper.ts');
    const say = await loadSay(query.lang ?? 'zh');
    const bytes = await paperOf('opinion', await aboutOf(record), dependencies.office, today(), say);
    return attachment(`${say({ zh: '核查意见', en: 'opinion' })}-${nameOf(record)}.docx`, DOCX, bytes);
  },
});

export const noticesOperation = operation({
  method: 'get',
  path: '/notices',
  summary: `A notice to correct (整改通知书) as docx for each report that matches and has not passed, in one ZIP; of at most ${MOST_NOTICES} reports`,
  fields: noFields,
  query: ListQuery,
  answers: {
    200: { description: 'The ZIP', content: { [ZIP]: null } },
    404: { description: 'Every report that matches has passed' },
  },
  async handle({ query, dependencies }) {
    const [{ paperOf }, { zipped }] = await Promise.all([
      import('../../../shared/output/docx/paper.ts'),
      import('../../../shared/output/zip.ts'),
    ]);
    const say = await loadSay(query.lang ?? 'zh');
    const { reports, next } = await collect(await filterOf(query), null, MOST_NOTICES);
    const files = new Map<string, Uint8Array>();
    for (const { id, status } of reports) {
      const record = status === 'passed' ? null : await getRecord(id);
      if (record === null) continue;
      const bytes = await paperOf('notice', await aboutOf(record), dependencies.office, today(), say);
      const name = `${say({ zh: '整改通知书', en: 'notice' })}-${nameOf(record)}`;
      files.set(files.has(`${name}.docx`) ? `${name}-${id}.docx` : `${name}.docx`, bytes);
    }
    if (files.size === 0) throw notFound('没有需要整改的报告。', 'Every report that matches has passed.');
    if (next !== null) files.set(say({ zh: '请先看.txt', en: 'read-me.txt' }), Buffer.from(say(FIRST_ONLY)));
    return attachment(`${say({ zh: '整改通知书', en: 'notices' })}.zip`, ZIP, await zipped(files));
  },
});

const FIRST_ONLY = {
  zh: `只含前${MOST_NOTICES}份报告的整改通知书，请缩小范围后再下载其余各份。`,
  en: `Notices of the first ${MOST_NOTICES} reports only; narrow the filter to get the others.`,
};

/** What stands of a report after the decisions of reviewers. */
async function aboutOf({ id, result }: ReportRecord) {
  const decisions = await readDecisions(id);
  return { result, standing: standingFindings(result.findings, decisions), status: standingStatus(result, decisions) };
}

/** Agency and year, or the file's name where no agency was read, fit for the name of a file. */
function nameOf({ result: { report, source } }: ReportRecord): string {
  const name = report?.agency ? `${report.agency}${report.year ?? ''}` : source.name;
  return name.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, '_').slice(0, 80);
}

/** On the calendars of those who write the papers. */
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
