/** A page that says one thing, perhaps with a button or with answers to choose from. */
import { html, type Markup } from '../markup.ts';
import { WORDS } from '../words/page.ts';
import { languageQuery, layout, link } from './layout.ts';
import type { Voice } from './types.ts';

interface Message {
  title: string;
  text: string;
  answers?: Markup;
  /** A button that posts to the page's own address. */
  button?: string;
  small?: string;
}

export function messagePage(voice: Voice, { title, text, answers, button, small }: Message): string {
  return layout(
    voice,
    title,
    html`<section class="message">
<h1>${title}</h1>
<p>${text}</p>
${answers}
${button !== undefined && html`<form method="post"><button class="primary">${button}</button></form>`}
${small !== undefined && html`<p class="quiet">${small}</p>`}
<p><a href="${link('/', languageQuery(voice))}">${voice.say(WORDS.home)}</a></p>
</section>`,
  );
}
