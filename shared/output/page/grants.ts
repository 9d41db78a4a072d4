/** The page on which operators say who may do what where. */
import { html } from '../markup.ts';
import { ROLE_WORDS, GRANT_WORDS as WORDS } from '../words/grants.ts';
import { languageFields } from './ending.ts';
import { clock, layout } from './layout.ts';
import type { Voice } from './types.ts';

interface Granted {
  who: string;
  grants: readonly { role: string; region: string | null; agency: string | null }[];
  by: string;
  at: string;
}

export function grantsPage(all: readonly Granted[], voice: Voice): string {
  const { say } = voice;
  const rows = all.flatMap(({ who, grants, by, at }) =>
    grants.map(({ role, region, agency }) => {
      const over = region ?? agency ?? say(WORDS.everything);
      return html`<tr>
<th scope="row">${who}</th><td>${say(ROLE_WORDS[role] ?? { zh: role, en: role })}</td><td>${over}</td><td>${by} <time datetime="${at}">${clock(at)}</time></td>
<td><form method="post" action="/grants">${languageFields(voice)}<input type="hidden" name="who" value="${who}"><input type="hidden" name="role" value="none"><button aria-label="${say(WORDS.take)} ${who} ${over}">${say(WORDS.take)}</button></form></td>
</tr>`;
    }),
  );
  const options = Object.entries(ROLE_WORDS).map(
    ([role, words]) => html`<option value="${role}">${say(words)}</option>`,
  );
  const heads = [WORDS.who, WORDS.role, WORDS.over, WORDS.by, WORDS.take].map(
    (words) => html`<th scope="col">${say(words)}</th>`,
  );
  const table = html`<table class="list"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
  return layout(
    voice,
    say(WORDS.title),
    html`<h1>${say(WORDS.title)}</h1>
<p>${say(WORDS.lead)}</p>
<form class="sheet" method="post" action="/grants" aria-label="${say(WORDS.save)}">
<label>${say(WORDS.who)} <input name="who" required maxlength="254"></label>
<label>${say(WORDS.role)} <select name="role">${options}</select></label>
<label>${say(WORDS.region)} <input name="region" maxlength="40"></label>
<label>${say(WORDS.agency)} <input name="agency" maxlength="200"></label>
${languageFields(voice)}
<p class="buttons"><button class="primary">${say(WORDS.save)}</button></p>
</form>
${rows.length === 0 ? html`<p class="calm">${say(WORDS.none)}</p>` : table}`,
  );
}
