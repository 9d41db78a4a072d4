/** `GET /reports/{id}` as a page. */
import type { OutputLanguage } from '../../shared/output/language.ts';
import { reportPage } from '../../shared/output/page/report.ts';
import { readAssignment } from '../store/records/assignments.ts';
import { readNotes } from '../store/records/notes.ts';
import { type Caller, may, placeOfRecord, placeOfSummary } from './access/caller.ts';
import { pageResponse, voiceOf } from './pages.ts';
import { reportsOfSame, type StoredReportView, yearsOf } from './report-view.ts';

export async function reportPageResponse(
  view: StoredReportView,
  { lang = 'zh', beside }: { lang?: OutputLanguage | undefined; beside?: '1' | undefined },
  caller: Caller,
): Promise<Response> {
  const years = await yearsOf(await reportsOfSame(view.record));
  const voice = await voiceOf(lang, `/reports/${view.record.id}`, { beside });
  const place = placeOfRecord(view.record);
  const rights = {
    correct: may(caller, 'correct', place),
    withdraw: may(caller, 'withdraw', place),
    decide: may(caller, 'decide', place),
    explain: may(caller, 'explain', place),
    replace: view.copies.filter((copy) => may(caller, 'withdraw', placeOfSummary(copy))).map(({ id }) => id),
  };
  const [notes, assignment] = await Promise.all([readNotes(view.record.id), readAssignment(view.record.id)]);
  return pageResponse(reportPage({ ...view, years, notes, assignment, may: rights }, voice));
}
