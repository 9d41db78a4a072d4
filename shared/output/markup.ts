/**
 * HTML and XML by a tagged template in which everything that is put in is escaped, unless it is markup made the same
 * way. One template for pages, mails, sheets and documents, so that no face escapes in a way of its own.
 */

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Text as content or as a value in double quotes. What no XML 1.0 document may hold (controls, half a surrogate pair)
 * becomes U+FFFD. https://www.w3.org/TR/xml/#charsets
 */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** Markup of our own. Only {@link html} and {@link xml} make it, so text from a report can never become one. */
export class Markup {
  readonly #markup: string;
  constructor(strings: readonly string[], values: readonly Value[]) {
    this.#markup = strings.map((string, i) => string + (i < values.length ? toMarkup(values[i]) : '')).join('');
  }
  toString(): string {
    return this.#markup;
  }
}

/** `null`, `undefined` and `false` leave nothing, a list is put in one after the other. */
export type Value = string | number | null | undefined | false | Markup | readonly Value[];

/** @example html`<p title="${anything}">${anything}</p>` — every attribute value must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(strings.raw, values);
}

/** The same for XML. */
export const xml = html;

function toMarkup(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'object') return value.map(toMarkup).join('');
  return escaped(String(value));
}
