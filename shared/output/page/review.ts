/** The page of what is open in review: who is to look at which report until when, and what offices explained. */

import { html, type Markup } from '../markup.ts';
import { STATUS_WORDS } from '../words/common.ts';
import { WORDS } from '../words/page.ts';
import { REVIEW_WORDS } from '../words/review.ts';
import { languageFields } from './ending.ts';
import { clock, languageQuery, layout, link } from './layout.ts';
import type { ListedReport, ShownAssignment, ShownNote, Voice } from './types.ts';

export interface OpenReview {
  report: ListedReport;
  assignment: ShownAssignment | null;
  /** The latest first. */
  notes: readonly ShownNote[];
}

export interface ReviewView {
  reports: readonly OpenReview[];
  /** On the clocks of China. */
  today: string;
}

export function reviewPage(view: ReviewView, voice: Voice): string {
  const { say } = voice;
  const title = say(REVIEW_WORDS.title);
  const heads = [WORDS.body, WORDS.status, REVIEW_WORDS.assignee, REVIEW_WORDS.due, REVIEW_WORDS.notes].map(
    (word) => html`<th scope="col">${say(word)}</th>`,
  );
  const table = html`<table class="list review"><thead><tr>${heads}</tr></thead><tbody>${view.reports.map((one) => row(one, view, voice))}</tbody></table>`;
  return layout(
    voice,
    title,
    html`<h1>${title}</h1>
<form class="filters" method="get" action="/review" role="search"><label>${say(REVIEW_WORDS.assignee)} <input name="assignee" maxlength="100" value="${voice.query.assignee}"></label>${languageFields(voice)}<p class="buttons"><button class="primary">${say(WORDS.apply)}</button></p></form>
${view.reports.length === 0 ? html`<p class="calm">${say(REVIEW_WORDS.nothing)}</p>` : table}`,
  );
}

function row({ report, assignment, notes }: OpenReview, { today }: ReviewView, voice: Voice): Markup {
  const { say } = voice;
  const { id, agency, year, key, name, status, firstMistake } = report;
  const due = assignment?.due ?? null;
  const isLate = due !== null && due < today;
  return html`<tr><th scope="row"><a href="${link(`/reports/${id}`, languageQuery(voice))}">${agency ?? say(WORDS.noBody)} ${year}</a><small>${name ?? key}</small></th>
<td><span class="status ${status}">${say(STATUS_WORDS[status])}</span>${firstMistake && html`<small>${say(firstMistake)}</small>`}</td>
<td data-label="${say(REVIEW_WORDS.assignee)}">${assignment?.assignee ?? '—'}</td><td class="day" data-label="${say(REVIEW_WORDS.due)}">${due ?? '—'}${isLate && html` <span class="tag error">${say(REVIEW_WORDS.overdue)}</span>`}</td>
<td>${notes.map((note) => noteWords(note))}</td></tr>`;
}

/** A note as the office wrote it. */
export function noteWords({ text, by, at }: ShownNote): Markup {
  return html`<p class="note">${text} <small>${by} · <time datetime="${at}">${clock(at)}</time></small></p>`;
}

/** By whom the report is to be reviewed, and the form that says so. */
export function assignmentPart(
  id: string,
  assignment: ShownAssignment | null,
  isDeciding: boolean,
  voice: Voice,
): Markup | null {
  const { say } = voice;
  const stands =
    assignment &&
    html`<p class="quiet assigned">${say(REVIEW_WORDS.assignee)}${say(WORDS.colon)}${assignment.assignee}${assignment.due !== null && html` · ${say(REVIEW_WORDS.due)}${say(WORDS.colon)}${assignment.due}`}</p>`;
  if (!isDeciding) return stands;
  const back = link(`/reports/${id}`, { ...voice.query, ...languageQuery(voice) });
  return html`${stands}<details class="more assign"><summary>${say(REVIEW_WORDS.assign)}</summary>
<form class="sheet" method="post" action="/reports/${id}/assignment">
<label>${say(REVIEW_WORDS.assignee)} <input name="assignee" maxlength="100" value="${assignment?.assignee}"></label>
<label>${say(REVIEW_WORDS.due)} <input type="date" name="due" value="${assignment?.due}"></label>
<input type="hidden" name="back" value="${back}">${languageFields(voice)}
<p class="buttons"><button>${say(REVIEW_WORDS.save)}</button> <a class="button" href="${link('/review', languageQuery(voice))}">${say(REVIEW_WORDS.title)}</a></p>
</form></details>`;
}
