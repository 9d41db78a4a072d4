/** HTML by a tagged template in which everything that is put in is escaped, unless it is HTML made the same way. */

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Markup of our own. Only {@link html} makes it, so text from a report can never become one. */
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

function toMarkup(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'object') return value.map(toMarkup).join('');
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}
