/** A page that says one thing, perhaps with a button. */
import { html } from '../markup.ts';
import { WORDS } from '../words/page.ts';
import { languageQuery, layout, link } from './layout.ts';
import type { Voice } from './types.ts';

interface Message {
  title: string;
  text: string;
  /** A button that posts to the page's own address. */
  button?: string;
  small?: string;
}

export function messagePage(voice: Voice, { title, text, button, small }: Message): string {
  return layout(
    voice,
    title,
    html`<section class="message">
<h1>${title}</h1>
<p>${text}</p>
${button !== undefined && html`<form method="post"><button class="primary">${button}</button></form>`}
${small !== undefined && html`<p class="quiet">${small}</p>`}
<p><a href="${link('/', languageQuery(voice))}">${voice.say(WORDS.home)}</a></p>
</section>`,
  );
}
