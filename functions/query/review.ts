/** What is open in review, of what the caller may decide. */
import type { OpenReview } from '../../shared/output/page/review.ts';
import { readSummaries } from '../store/lists/projected.ts';
import { listAssignments } from '../store/records/assignments.ts';
import { latestNotes } from '../store/records/notes.ts';
import { type Caller, may, placeOfSummary } from './access/caller.ts';

/** More notes than a season of one supervisor brings; earlier ones stand on the pages of their reports. */
const MOST_NOTES = 200;

/** @param assignee only what this person is to review; `null`: everything */
export async function openReviews(caller: Caller, assignee: string | null): Promise<OpenReview[]> {
  const [assignments, notes] = await Promise.all([listAssignments(), latestNotes(MOST_NOTES)]);
  const assigned = new Map(assignments.map(({ report, ...rest }) => [report, rest]));
  const ids = [...new Set([...assignments, ...notes].map(({ report }) => report))];
  const summaries = await readSummaries(ids);
  return ids.flatMap((id) => {
    const summary = summaries.get(id);
    const assignment = assigned.get(id) ?? null;
    if (summary === undefined || !may(caller, 'decide', placeOfSummary(summary))) return [];
    if (assignee !== null && assignment?.assignee !== assignee) return [];
    return [{ report: summary, assignment, notes: notes.filter(({ report }) => report === id) }];
  });
}
