/** `GET /reports/{id}` as a page. */
import type { OutputLanguage } from '../../shared/output/language.ts';
import { reportPage } from '../../shared/output/page/report.ts';
import { pageResponse, voiceOf } from './pages.ts';
import { reportsOf, type StoredReportView, yearsOf } from './report-view.ts';

export async function reportPageResponse(
  view: StoredReportView,
  language: OutputLanguage,
  { writable, official }: { writable: boolean; official: boolean },
): Promise<Response> {
  const agency = view.record.result.report?.agency ?? null;
  const years = agency === null ? [] : await yearsOf(await reportsOf(agency));
  const voice = await voiceOf(language, `/reports/${view.record.id}`, {});
  return pageResponse(reportPage({ ...view, years, writable, official }, voice));
}
