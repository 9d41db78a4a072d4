/** What reviewers decided about a mistake, every decision of the past included, and the form for the next one. */

import { html, type Markup } from '../markup.ts';
import { inBrackets } from '../words/common.ts';
import { DECISION_WORDS, WORDS } from '../words/page.ts';
import { REVIEW_WORDS } from '../words/review.ts';
import { itemId } from './cells.ts';
import { languageFields } from './ending.ts';
import { clock, languageQuery, link } from './layout.ts';
import type { Numbered } from './numbered.ts';
import { noteWords } from './review.ts';
import type { PastDecision, ReportView, ShownDecision, Voice } from './types.ts';

export function decisionPart(view: ReportView, { number, item, decisions }: Numbered, voice: Voice): Markup {
  const { say } = voice;
  const { record, history } = view;
  const fingerprints = item.findings.map(({ fingerprint }) => fingerprint);
  const [standing] = decisions;
  const past = history.filter(({ fingerprint }) => fingerprints.includes(fingerprint));
  const earlier = onePerTime(past).filter(({ at }) => at !== standing?.at);
  const stands = standing && html`<p class="decision">${entry(standing, voice)}</p>`;
  const before =
    earlier.length > 0 &&
    html`<details class="history"><summary>${say(WORDS.history)}${say(inBrackets(earlier.length))}</summary><ul class="plain">${earlier.map((each) => html`<li>${entry(each, voice)}</li>`)}</ul></details>`;
  const notes = notesPart(view, fingerprints, number, voice);
  if (!view.may.decide) return html`${stands}${before}${notes}`;
  const back = `${link(`/reports/${record.id}`, { ...voice.query, ...languageQuery(voice) })}#${itemId(number)}`;
  return html`${stands}${before}${notes}<details class="decide"><summary>${say(WORDS.decide)}</summary>
<form method="post" action="/decisions/form">
<label>${say(WORDS.reason)} <input name="reason" required maxlength="2000"></label>
<input type="hidden" name="reports" value="${record.id}"><input type="hidden" name="findings" value="${fingerprints.join(' ')}"><input type="hidden" name="back" value="${back}">
${languageFields(voice)}
<p class="buttons"><button name="decision" value="confirmed">${say(WORDS.confirm)}</button>
<button name="decision" value="dismissed">${say(WORDS.dismiss)}</button>
${standing && html`<button name="decision" value="none">${say(WORDS.reopen)}</button>`}</p>
</form></details>`;
}

/** What the office explained, and the form to explain. */
function notesPart(
  { record, notes, may }: ReportView,
  fingerprints: readonly string[],
  number: number,
  voice: Voice,
): Markup {
  const { say } = voice;
  const own = notes.filter((note) => note.fingerprints.some((one) => fingerprints.includes(one)));
  const told = own.length > 0 && html`<div class="notes"><b>${say(REVIEW_WORDS.notes)}</b>${own.map(noteWords)}</div>`;
  if (!may.explain) return html`${told}`;
  const back = `${link(`/reports/${record.id}`, { ...voice.query, ...languageQuery(voice) })}#${itemId(number)}`;
  return html`${told}<details class="explain"><summary>${say(REVIEW_WORDS.write)}</summary>
<form method="post" action="/reports/${record.id}/notes/form">
<p class="quiet">${say(REVIEW_WORDS.writeHint)}</p>
<label>${say(REVIEW_WORDS.notes)} <textarea name="text" rows="3" required maxlength="2000"></textarea></label>
<input type="hidden" name="findings" value="${fingerprints.join(' ')}"><input type="hidden" name="back" value="${back}">
${languageFields(voice)}
<p class="buttons"><button>${say(REVIEW_WORDS.write)}</button></p>
</form></details>`;
}

/** One decision about the several findings of a mistake is told once. */
function onePerTime(past: readonly PastDecision[]): PastDecision[] {
  return past.filter(({ at }, i) => past.findIndex((other) => other.at === at) === i);
}

function entry({ decision, by, at, remark }: ShownDecision | PastDecision, { say }: Voice): Markup {
  return html`<b>${say(DECISION_WORDS[decision])}</b> ${by} · <time datetime="${at}">${clock(at)}</time>${remark !== '' && html` · ${remark}`}`;
}
