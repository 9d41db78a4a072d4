/** List labels that Word makes itself: the 一、 and （一） of a report may exist only here. ECMA-376 part 1, 17.9. */
import { type List, type ListLevel, nextLabel } from '../../lists.ts';
import { elements, find, findAll, integer, type XmlElement } from '../../xml.ts';

/** Where a paragraph stands in a list. */
interface Position {
  list: string;
  level: number;
}

export class Numbering {
  readonly #lists: Map<string, List>;
  readonly #styles: Map<string, XmlElement>;
  /** Style → level, for lists whose levels name the style that they number. */
  readonly #styleLevels: Map<string, number>;
  readonly #known = new Map<string, XmlElement | undefined>();

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    this.#lists = numbering ? listsOf(numbering) : new Map();
    this.#styles = new Map(styles ? elements(styles).map((style) => [style.attributes.styleId ?? '', style]) : []);
    const levels = numbering ? findAll(numbering, 'lvl') : [];
    this.#styleLevels = new Map(
      levels.map((level) => [find(level, 'pStyle')?.attributes.val ?? '', integer(level, 'ilvl', 0)]),
    );
  }

  /** The label printed before a paragraph with these properties (`w:pPr`), counting on; '' where none is. */
  label(properties: XmlElement | undefined): string {
    const position = this.#position(properties);
    const list = position && this.#lists.get(position.list);
    if (!list) return '';
    return nextLabel(list, position.level);
  }

  #position(properties: XmlElement | undefined): Position | null {
    const style = find(properties, 'pStyle')?.attributes.val;
    const own = find(properties, 'numPr');
    const inherited = style === undefined ? undefined : this.#styleNumbering(style);
    const list = find(own, 'numId')?.attributes.val ?? find(inherited, 'numId')?.attributes.val;
    if (list === undefined || list === '0') return null;
    const styleLevel = style === undefined ? 0 : (this.#styleLevels.get(style) ?? 0);
    const level = find(own, 'ilvl') ?? find(inherited, 'ilvl');
    return { list, level: Math.min(Math.max(integer(level, 'val', styleLevel), 0), 8) };
  }

  /** `w:numPr` of a style or of the nearest style that it is based on. */
  #styleNumbering(id: string): XmlElement | undefined {
    if (this.#known.has(id)) return this.#known.get(id);
    // A style that is based on itself has none.
    this.#known.set(id, undefined);
    const style = this.#styles.get(id);
    const base = find(style, 'basedOn')?.attributes.val;
    const numbering = find(style, 'pPr', 'numPr') ?? (base === undefined ? undefined : this.#styleNumbering(base));
    this.#known.set(id, numbering);
    return numbering;
  }
}

function listsOf(numbering: XmlElement): Map<string, List> {
  const abstract = new Map<string, List>();
  for (const element of elements(numbering).filter(({ name }) => name === 'abstractNum')) {
    const levels: ListLevel[] = [];
    for (const level of findAll(element, 'lvl')) levels[integer(level, 'ilvl', 0)] = levelOf(level);
    abstract.set(element.attributes.abstractNumId ?? '', { levels, counters: [] });
  }
  const lists = new Map<string, List>();
  for (const element of elements(numbering).filter(({ name }) => name === 'num')) {
    const base = abstract.get(find(element, 'abstractNumId')?.attributes.val ?? '');
    if (base) lists.set(element.attributes.numId ?? '', overridden(base, element));
  }
  return lists;
}

/** A `w:num` that restarts or redefines a level counts for itself. */
function overridden(base: List, num: XmlElement): List {
  const overrides = elements(num).filter(({ name }) => name === 'lvlOverride');
  if (overrides.length === 0) return base;
  const levels = [...base.levels];
  for (const override of overrides) {
    const at = integer(override, 'ilvl', 0);
    const own = find(override, 'lvl');
    const level = own ? levelOf(own) : levels[at];
    if (level) levels[at] = { ...level, start: integer(find(override, 'startOverride'), 'val', level.start) };
  }
  return { levels, counters: [] };
}

/** WPS and Word 2010 keep newer formats in an AlternateContent, with the plain one as fallback. */
function levelOf(level: XmlElement): ListLevel {
  const format = find(level, 'numFmt') ?? findAll(level, 'numFmt').at(-1);
  return {
    format: format?.attributes.val ?? 'decimal',
    text: find(level, 'lvlText')?.attributes.val ?? '',
    start: integer(find(level, 'start'), 'val', 1),
  };
}
