/** A page that asks which of several is meant: each answer makes the same request again. */
import { html } from '../markup.ts';
import { messagePage } from './message.ts';
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
  return messagePage(voice, { title, text, answers: html`<ul class="choices">${answers}</ul>` });
}
