/** Collects running text into paragraphs, with white space as a browser shows it. */
import { append } from '../unbounded.ts';
import type { Block, Paragraph, Place } from './types.ts';

export class Flow {
  readonly blocks: Block[] = [];
  #text = '';
  #place: Place | null = null;
  /** A fixed space was printed: a line of nothing else is a blank line, not nothing. */
  #fixed = false;

  /** Adds text that stands at `place`, which is asked for where it begins a paragraph; source line breaks in it count as white space. */
  add(text: string, place: () => Place): void {
    this.#text += text;
    if (text.includes('\u00A0')) this.#fixed = true;
    if (this.#place === null && /[\S\u00A0]/.test(text)) this.#place = place();
  }

  /** `<br>`: ends the line even if it is blank. */
  break(place: Place): void {
    this.#fixed = true;
    this.#place ??= place;
    this.end();
  }

  /** Ends the paragraph, if there is one. */
  end(): void {
    const text = shown(this.#text);
    const place = this.#place;
    if (place !== null && (text !== '' || this.#fixed)) this.blocks.push({ kind: 'paragraph', text, place });
    this.#text = '';
    this.#place = null;
    this.#fixed = false;
  }

  /** Ends the paragraph and adds finished blocks after it. */
  insert(blocks: readonly Block[]): void {
    this.end();
    append(this.blocks, blocks);
  }
}

/** A source line break between Chinese characters shows nothing worth keeping; all other white space is one space. */
function shown(text: string): string {
  if (!SPACE.test(text)) return text.trim();
  const joined = /[\r\n]/.test(text) ? text.replace(BREAK, '$1') : text;
  return joined.replace(SPACES, ' ').trim();
}
const SPACE = /[ \t\r\n\f\u00A0]/;
const SPACES = /[ \t\r\n\f\u00A0]+/g;
const BREAK = /([^\0-\x7F\u00A0])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[^\0-\x7F\u00A0])/g;

/** Lines of preformatted text as paragraphs, each exactly as printed. */
export function preformatted(text: string, place: Place): Paragraph[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, i) => ({ kind: 'paragraph', text: line, place: { line: place.line + i, column: 1 } }));
}
