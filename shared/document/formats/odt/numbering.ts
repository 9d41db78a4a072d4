/** List labels of OpenDocument: what `text:number` states, or else counted by the list style (part 3, 16.31). */
import { type List, type ListLevel, nextLabel } from '../../lists.ts';
import { elements, find, findAll, integer, textContent, type XmlElement } from '../../xml.ts';

/** `style:num-format` → number format; Chinese ones are written as their first numbers. */
const FORMATS = new Map(
  Object.entries({
    '1': 'decimal',
    a: 'lowerLetter',
    A: 'upperLetter',
    i: 'lowerRoman',
    I: 'upperRoman',
    '一, 二, 三, ...': 'chineseCounting',
    '①, ②, ③, ...': 'decimalEnclosedCircle',
    '甲, 乙, 丙, ...': 'ideographTraditional',
    '子, 丑, 寅, ...': 'ideographZodiac',
    '壹, 贰, 叁, ...': 'chineseLegalSimplified',
    '１, ２, ３, ...': 'decimalFullWidth',
  }),
);

interface OpenList extends List {
  style: string;
}

export class OdtNumbering {
  readonly #styles = new Map<string, (ListLevel | undefined)[]>();
  readonly #headings: List = { levels: [], counters: [] };
  /** Style → its last list, for lists that continue the numbering of an earlier one. */
  readonly #earlier = new Map<string, OpenList>();
  #open: OpenList[] = [];
  #label = '';

  /** `parts`: the roots that hold list styles, content last. */
  constructor(parts: (XmlElement | undefined)[]) {
    for (const part of parts) {
      if (!part) continue;
      for (const style of findAll(part, 'list-style')) this.#styles.set(style.attributes.name ?? '', levelsOf(style));
      for (const outline of findAll(part, 'outline-style')) this.#headings.levels = levelsOf(outline);
    }
  }

  /** Runs `read` inside a `text:list`. */
  inList<T>(list: XmlElement, read: () => T): T {
    const outer = this.#open.at(-1);
    const style = list.attributes['style-name'] ?? outer?.style ?? '';
    const continued =
      list.attributes['continue-numbering'] === 'true' || list.attributes['continue-list'] !== undefined
        ? this.#earlier.get(style)
        : undefined;
    const levels = this.#styles.get(style) ?? [];
    const open = outer ? { style, levels, counters: outer.counters } : (continued ?? { style, levels, counters: [] });
    if (!outer) this.#earlier.set(style, open);
    this.#open.push(open);
    const result = read();
    this.#open.pop();
    return result;
  }

  /** Runs `read` inside a `text:list-item`, whose first paragraph carries the label. */
  inItem<T>(item: XmlElement, read: () => T): T {
    const holdsText = elements(item).some(({ name }) => name === 'p' || name === 'h');
    const printed = find(item, 'number');
    const open = this.#open.at(-1);
    if (holdsText && open) {
      const level = this.#open.length - 1;
      const start = integer(item, 'start-value', Number.NaN);
      if (!Number.isNaN(start)) open.counters[level] = start - 1;
      const counted = nextLabel(open, level);
      this.#label = printed ? textContent(printed) : counted;
    }
    return read();
  }

  /** The label of the paragraph that comes next; it is printed once. */
  takeLabel(): string {
    const label = this.#label;
    this.#label = '';
    return label;
  }

  /** The label of a heading: that of its list item, or that of the outline. */
  headingLabel(heading: XmlElement): string {
    const label = this.takeLabel();
    if (label !== '' || this.#open.length > 0) return label;
    if (heading.attributes['is-list-header'] === 'true') return '';
    return nextLabel(this.#headings, Math.max(1, integer(heading, 'outline-level', 1)) - 1);
  }
}

function levelsOf(style: XmlElement): (ListLevel | undefined)[] {
  const levels: (ListLevel | undefined)[] = [];
  for (const element of elements(style)) {
    const level = integer(element, 'level', 1);
    if (level >= 1 && level <= 10) levels[level - 1] = levelOf(element, level);
  }
  return levels;
}

/** `undefined` for bullets and other levels without numbers. */
function levelOf({ attributes }: XmlElement, level: number): ListLevel | undefined {
  const format = FORMATS.get(attributes['num-format'] ?? '');
  if (format === undefined) return undefined;
  const shown = Number(attributes['display-levels'] ?? 1);
  const numbers = Array.from({ length: level }, (_, i) => `%${i + 1}`).slice(Math.max(0, level - shown));
  const text = (attributes['num-prefix'] ?? '') + numbers.join('.') + (attributes['num-suffix'] ?? '');
  return { format, text, start: Number(attributes['start-value'] ?? 1) };
}
