/** How a report ends on its page: withdrawn with a reason, or in the place of another of the same year. */

import { html, type Markup } from '../markup.ts';
import { STATUS_WORDS } from '../words/common.ts';
import { WORDS } from '../words/page.ts';
import { languageQuery, link } from './layout.ts';
import type { ReportView, Voice } from './types.ts';

/** The fields that every form of a page sends along. */
export function languageFields(voice: Voice): Markup[] {
  return Object.entries(languageQuery(voice)).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
}

export function withdrawal({ record, may }: ReportView, voice: Voice): Markup | null {
  if (!may.withdraw) return null;
  const { say } = voice;
  return html`<details class="more withdraw"><summary>${say(WORDS.withdraw)}</summary>
<p class="quiet">${say(WORDS.withdrawHint)}</p>
<form method="post" action="/reports/${record.id}/withdrawal">
<label>${say(WORDS.reason)} <input name="reason" required maxlength="2000"></label>
${languageFields(voice)}
<p class="buttons"><button>${say(WORDS.withdraw)}</button></p>
</form></details>`;
}

/** Other reports of the same agency and year, each of which this one can take the place of. */
export function copies({ record, copies: others, may }: ReportView, voice: Voice): Markup | null {
  if (others.length === 0) return null;
  const { say } = voice;
  const replace = (id: string) =>
    may.replace.includes(id) &&
    html`<form method="post" class="replace" action="/reports/${record.id}/supersede"><input type="hidden" name="report" value="${id}">${languageFields(voice)}<button>${say(WORDS.replaceByThis)}</button></form>`;
  return html`<section class="copies" aria-labelledby="copies"><h2 id="copies">${say(WORDS.copies)}</h2>
<ul class="plain">${others.map(
    ({ id, key, status }) =>
      html`<li><a href="${link(`/reports/${id}`, languageQuery(voice))}">${key}</a> <span class="status ${status}">${say(STATUS_WORDS[status])}</span> ${replace(id)}</li>`,
  )}</ul></section>`;
}
