/** A page that asks which of several is meant: each answer makes the same request again. */
import { html } from '../markup.ts';
import { WORDS } from '../words/page.ts';
import { languageQuery, layout, link } from './layout.ts';
import type { Voice } from './types.ts';

export interface Choice {
  name: string;
  /** Where the answer leads. */
  to: string;
  /** What is sent there, where it is a form that was filled in; `null` for a page that was asked for. */
  form: Readonly<Record<string, string>> | null;
}

export function choicePage(
  voice: Voice,
  { title, text, choices }: { title: string; text: string; choices: readonly Choice[] },
): string {
  const answers = choices.map(({ name, to, form }) => {
    if (form === null) return html`<li><a href="${to}">${name}</a></li>`;
    const fields = Object.entries(form).map(
      ([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`,
    );
    return html`<li><form method="post" action="${to}">${fields}<button>${name}</button></form></li>`;
  });
  return layout(
    voice,
    title,
    html`<section class="message">
<h1>${title}</h1>
<p>${text}</p>
<ul class="choices">${answers}</ul>
<p><a href="${link('/', languageQuery(voice))}">${voice.say(WORDS.home)}</a></p>
</section>`,
  );
}
