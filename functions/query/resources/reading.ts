/** `/reports/{id}/reading` and `/reports/{id}/original/view`: the original in a frame beside the tables. */
import * as z from 'zod/mini';
import { isShownAsItIs } from '../../../shared/output/page/beside.ts';
import { gonePage, readingPage } from '../../../shared/output/page/reading.ts';
import type { ReportRecord } from '../../../shared/record.ts';
import { getRecord } from '../../store/records/records.ts';
import type { Dependencies } from '../dependencies.ts';
import { noReport } from '../no-report.ts';
import { operation } from '../operation.ts';
import { readOriginal } from '../original.ts';
import { voiceOf } from '../pages.ts';
import { ProblemError } from '../problem.ts';
import { IdField, LanguageField } from '../schemas.ts';

const fields = z.strictObject({ id: IdField });
const query = z.strictObject({ lang: LanguageField });
/** Nothing of a stranger's file runs, is fetched, sent or opened; only our own page may show it, in a frame. */
const FRAMED = {
  reading: "default-src 'none'; style-src 'self'; sandbox allow-same-origin; frame-ancestors 'self'",
  html: "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; sandbox allow-same-origin; frame-ancestors 'self'",
  // The viewer of a browser is no part of the file, and does not work inside a sandbox.
  pdf: "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
};

function framed(content: string | Buffer<ArrayBuffer>, mediaType: string, policy: string): Response {
  return new Response(content, {
    headers: {
      'Content-Type': mediaType,
      'Content-Security-Policy': policy,
      'X-Frame-Options': 'SAMEORIGIN',
      'Content-Disposition': 'inline',
    },
  });
}

const HTML = 'text/html; charset=utf-8';

/** `null` where the file is gone: a frame shows no problem page, so the words for it stand in the frame itself. */
async function originalOf(record: ReportRecord, dependencies: Dependencies) {
  try {
    return await readOriginal(record, dependencies);
  } catch (error) {
    if (error instanceof ProblemError && error.kind === 'not-found') return null;
    throw error;
  }
}

const readingOperation = operation({
  method: 'get',
  path: '/reports/{id}/reading',
  summary: 'What was read of the file, in its order, as a page for a frame: paragraphs and tables with their places',
  fields,
  query,
  answers: { 200: { description: 'The page', content: { 'text/html': null } }, 404: { description: 'No such report' } },
  async handle({ path: { id }, query: { lang = 'zh' }, dependencies }) {
    const record = await getRecord(id);
    if (record === null) throw noReport();
    const voice = await voiceOf(lang, `/reports/${id}/reading`, {});
    const found = await originalOf(record, dependencies);
    if (found === null) return framed(gonePage(record.result.source.name, voice), HTML, FRAMED.reading);
    const { document } = found;
    const page = readingPage(record.result.source.name, document, voice);
    return framed(page, HTML, FRAMED.reading);
  },
});

const viewOperation = operation({
  method: 'get',
  path: '/reports/{id}/original/view',
  summary:
    'The original in a frame: a PDF for the viewer of the browser, a web page without its scripts; others as read',
  fields,
  query,
  answers: {
    200: { description: 'The file', content: { 'text/html': null, 'application/pdf': null } },
    302: { description: 'Location is what was read of it' },
    404: { description: 'No such report' },
  },
  async handle({ path: { id }, query: { lang }, context, dependencies }) {
    const record = await getRecord(id);
    if (record === null) throw noReport();
    if (isShownAsItIs(record.result.source)) {
      const found = await originalOf(record, dependencies);
      if (found === null) {
        const voice = await voiceOf(lang ?? 'zh', `/reports/${id}/original/view`, {});
        return framed(gonePage(record.result.source.name, voice), HTML, FRAMED.reading);
      }
      const { bytes, mediaType, encoding } = found;
      const content = Buffer.from(bytes);
      if (mediaType === 'application/pdf') return framed(content, mediaType, FRAMED.pdf);
      return framed(content, `text/html; charset=${encoding ?? 'utf-8'}`, FRAMED.html);
    }
    return context.redirect(`/reports/${id}/reading${lang ? `?lang=${lang}` : ''}`, 302);
  },
});

export const READING_OPERATIONS = [readingOperation, viewOperation];
