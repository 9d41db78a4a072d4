/** What was read of a file, in its order: a page for the frame beside the tables. Every place has an id. */
import type { Block, Document, Grid } from '../../document/types.ts';
import { html, type Markup } from '../markup.ts';
import { READING_WORDS } from '../words/page.ts';
import { frame } from './layout.ts';
import { lineId, placeId } from './place-id.ts';
import type { Voice } from './types.ts';

/** More than any report has; what a page of it can hold. */
const MOST_BLOCKS = 5000;

/** @param document `null` where the file cannot be read */
export function readingPage(name: string, document: Document | null, voice: Voice): string {
  const { say } = voice;
  if (document === null) return frame(voice, name, html`<p class="missing">${say(READING_WORDS.unreadable)}</p>`);
  const { blocks, notes } = document;
  const seen = new Set<string>();
  const once = (id: string) => {
    if (seen.has(id)) return null;
    seen.add(id);
    return html` id="${id}"`;
  };
  const shown = blocks.slice(0, MOST_BLOCKS).map((block) => blockOf(block, once));
  const rest = blocks.length - shown.length;
  return frame(
    voice,
    name,
    html`<p class="quiet">${say(READING_WORDS.asRead)}</p>${notes.map((note) => html`<p class="quiet">${say(note)}</p>`)}
${shown}${rest > 0 && html`<p class="missing">${say(READING_WORDS.more)}</p>`}`,
  );
}

/** In the frame where the file is in the bucket no more. */
export function gonePage(name: string, voice: Voice): string {
  return frame(voice, name, html`<p class="missing">${voice.say(READING_WORDS.gone)}</p>`);
}

type Once = (id: string) => Markup | null;

function blockOf(block: Block, once: Once): Markup {
  if (block.kind === 'grid') return gridOf(block, once);
  return html`<p${once(lineId(block.place))} class="read">${block.text}</p>`;
}

function gridOf({ rows }: Grid, once: Once): Markup {
  const body = rows.map((row) => {
    const [first] = row;
    const cells = row.map(
      ({ text, place, colSpan, rowSpan }) =>
        html`<td${once(placeId(place))}${colSpan > 1 && html` colspan="${colSpan}"`}${rowSpan > 1 && html` rowspan="${rowSpan}"`}>${text}</td>`,
    );
    return html`<tr${first && once(lineId(first.place))}>${cells}</tr>`;
  });
  return html`<table class="read"><tbody>${body}</tbody></table>`;
}
