/** List labels of OpenDocument: what `text:number` states, or else counted by the list style (part 3, 16.31). */
import { numeral } from './numerals.ts';
import { elements, find, findAll, integer, textContent, type XmlElement } from './xml.ts';

/** `style:num-format` → number format; Chinese ones are written as their first numbers. */
const FORMATS: Record<string, string> = {
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
};

interface Level {
  format: string;
  before: string;
  after: string;
  start: number;
  /** How many levels the label shows, itself included. */
  shown: number;
}

/** Counters of one list, by level. */
interface OpenList {
  style: string;
  counters: (number | undefined)[];
}

export class OdtNumbering {
  readonly #styles = new Map<string, Level[]>();
  readonly #outline: Level[] = [];
  readonly #headings: (number | undefined)[] = [];
  /** Style → its last list, for lists that continue the numbering of an earlier one. */
  readonly #earlier = new Map<string, OpenList>();
  #open: OpenList[] = [];
  #label = '';

  /** `parts`: the roots that hold list styles, content last. */
  constructor(parts: (XmlElement | undefined)[]) {
    for (const part of parts) {
      if (!part) continue;
      for (const style of findAll(part, 'list-style')) this.#styles.set(style.attributes.name ?? '', levelsOf(style));
      for (const outline of findAll(part, 'outline-style')) this.#outline.push(...levelsOf(outline));
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
    const open = outer ? { style, counters: outer.counters } : (continued ?? { style, counters: [] });
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
      const levels = this.#styles.get(open.style) ?? [];
      const start = integer(item, 'start-value', Number.NaN);
      if (!Number.isNaN(start)) open.counters[level] = start - 1;
      const counted = count(open.counters, levels, level);
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
    return count(this.#headings, this.#outline, integer(heading, 'outline-level', 1) - 1);
  }
}

/** Counts one more on `level` and gives its label; deeper levels start anew. */
function count(counters: (number | undefined)[], levels: Level[], level: number): string {
  const style = levels[level];
  counters[level] = (counters[level] ?? (style?.start ?? 1) - 1) + 1;
  counters.length = level + 1;
  if (!style || style.format === 'none') return '';
  const numbers = counters.slice(Math.max(0, level + 1 - style.shown)).map((value, i, shown) => {
    const at = levels[level - (shown.length - 1 - i)];
    return numeral(value ?? at?.start ?? 1, at?.format ?? 'decimal');
  });
  return style.before + numbers.join('.') + style.after;
}

function levelsOf(style: XmlElement): Level[] {
  const levels: Level[] = [];
  for (const level of elements(style)) {
    const { attributes } = level;
    levels[integer(level, 'level', 1) - 1] = {
      format: FORMATS[attributes['num-format'] ?? ''] ?? 'none',
      before: attributes['num-prefix'] ?? '',
      after: attributes['num-suffix'] ?? '',
      start: integer(level, 'start-value', 1),
      shown: integer(level, 'display-levels', 1),
    };
  }
  return levels;
}
