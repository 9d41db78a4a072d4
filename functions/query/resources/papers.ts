/** Official papers as Word files: 核查意见 of one report, 整改通知书 for all that match a filter. */

import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { isDocx } from '../../../shared/output/docx/own.ts';
import { DOCX } from '../../../shared/output/docx/package.ts';
import { loadSay } from '../../../shared/output/language.ts';
import { firstNoticesWords } from '../../../shared/output/words/limits.ts';
import { WORDS } from '../../../shared/output/words/page.ts';
import { PAPER_FILES } from '../../../shared/output/words/papers.ts';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import type { ReportRecord } from '../../../shared/record.ts';
import { collect } from '../../store/lists/collect.ts';
import { readDecisions, standingFindings, standingStatus } from '../../store/records/decisions.ts';
import { getRecord } from '../../store/records/records.ts';
import { attachment } from '../attachment.ts';
import { noFields, operation } from '../operation.ts';
import { readOriginal } from '../original.ts';
import { notFound, ProblemError } from '../problem.ts';
import { IdField, LanguageField } from '../schemas.ts';
import { standingRecord } from '../withdrawn.ts';
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
    const record = await standingRecord(path.id);
    const { paperOf } = await import('../../../shared/output/docx/paper.ts');
    const say = await loadSay(query.lang ?? 'zh');
    const bytes = await paperOf('opinion', await aboutOf(record), dependencies.office, today(), say);
    return attachment(`${say(PAPER_FILES.opinion)}-${nameOf(record)}.docx`, DOCX, bytes);
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
      const name = `${say(PAPER_FILES.notice)}-${nameOf(record)}`;
      files.set(files.has(`${name}.docx`) ? `${name}-${id}.docx` : `${name}.docx`, bytes);
    }
    if (files.size === 0) throw notFound(PROBLEMS.nothingToCorrect);
    if (next !== null) files.set(say(PAPER_FILES.readMe), Buffer.from(say(firstNoticesWords(MOST_NOTICES))));
    return attachment(`${say(PAPER_FILES.notice)}.zip`, ZIP, await zipped(files));
  },
});

export const commentedOperation = operation({
  method: 'get',
  path: '/reports/{id}/commented',
  summary: 'The Word file as it was uploaded, with a comment at each cell and sentence where a mistake is',
  fields: z.strictObject({ id: IdField }),
  query: z.strictObject({ lang: LanguageField }),
  answers: {
    200: { description: 'The Word file', content: { [DOCX]: null } },
    404: { description: 'No such report, or its file is no docx' },
    409: { description: 'Another file has taken its place and is not checked yet' },
  },
  async handle({ path, query, dependencies }) {
    const { office } = dependencies;
    const record = await standingRecord(path.id);
    if (!isDocx(record)) throw notFound(PROBLEMS.notDocx);
    const { bytes } = await readOriginal(record, dependencies);
    const { source } = record.result;
    if (createHash('sha256').update(bytes).digest('hex') !== source.sha256) {
      throw new ProblemError('conflict', PROBLEMS.beingChecked);
    }
    const [{ commented }, { remarksOf }] = await Promise.all([
      import('../../../shared/output/docx/commented.ts'),
      import('../../../shared/output/docx/remarks.ts'),
    ]);
    const say = await loadSay(query.lang ?? 'zh');
    const { standing } = await aboutOf(record);
    const author = { name: office.signatory || say(WORDS.product), date: record.checkedAt };
    const made = await commented(bytes, remarksOf(record, standing, say), author);
    const name = source.name.slice(source.name.lastIndexOf('/') + 1).replace(/(?=\.\w+$)/, say(PAPER_FILES.commented));
    return attachment(name, DOCX, made);
  },
});

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
