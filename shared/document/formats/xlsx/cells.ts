/** What a cell of a sheet shows: ECMA-376 part 1, 18.3.1.4 and 18.18.11. */
import { Printed } from '../../printed.ts';
import { shownNumber } from '../../sheets.ts';
import { elements, find, findAll, textContent, type XmlElement } from '../../xml.ts';

/** Texts of cells; many cells may refer to one shared string, so what they show together is bounded. */
export class CellTexts {
  /** Formulas without the result that they had when the file was saved. */
  uncomputed = 0;
  readonly #strings: readonly string[];
  readonly #printed = new Printed();

  constructor(strings: readonly string[]) {
    this.#strings = strings;
  }

  /** @throws UnreadableError FILE.BOMB above the bounds of {@link Printed}. */
  of(cell: XmlElement): string {
    const text = this.#text(cell);
    this.#printed.add(1, text.length);
    return text;
  }

  #text(cell: XmlElement): string {
    const value = find(cell, 'v');
    const raw = value ? textContent(value) : '';
    const { t: type = 'n' } = cell.attributes;
    if (type === 'inlineStr') return findAll(cell, 'is').map(richText).join('');
    if (raw === '') return this.#formula(cell);
    if (type === 's') return this.#strings[Number(raw)] ?? '';
    if (type === 'n') return shownNumber(Number(raw), raw);
    if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
    return type === 'str' ? unescaped(raw) : raw;
  }

  /** A formula without a result is printed as itself: nobody may take its cell for an empty one. */
  #formula(cell: XmlElement): string {
    const formula = find(cell, 'f');
    // An empty string is a result as well.
    if (!formula || find(cell, 'v') || cell.attributes.t === 'str') return '';
    this.uncomputed += 1;
    return `=${textContent(formula)}`;
  }
}

/** Text of a string item; `rPh` holds readings, not text. */
export function richText(item: XmlElement): string {
  return elements(item)
    .map((child) => (child.name === 't' ? unescaped(textContent(child)) : child.name === 'r' ? richText(child) : ''))
    .join('');
}

/** `_x000D_` stands for a character that XML cannot hold (22.9.2.19); `_x005F_` for the underscore before such a code. */
function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
