/** A table that may be wider than a telephone: it scrolls by itself, can be reached by keys, and says so where it is narrow. */
import { html, type Markup } from '../markup.ts';
import { WORDS } from '../words/page.ts';
import type { Voice } from './types.ts';

/** @param headed the id of the heading that names the table */
export function scrolling(headed: string, table: Markup, { say }: Pick<Voice, 'say'>): Markup {
  return html`<p class="swipe">${say(WORDS.swipe)}</p><div class="scroll" role="region" aria-labelledby="${headed}" tabindex="0">${table}</div>`;
}
