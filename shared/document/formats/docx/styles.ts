/**
 * What styles say about text that does not count: hidden (`w:vanish`) or struck out (`w:strike`, `w:dstrike`), toggle
 * properties all three (ECMA-376 part 1, 17.7.3, 17.3.2.41, 17.3.2.37 and 17.3.2.9).
 */
import { elements, find, type XmlElement } from '../../xml.ts';

type Property = 'vanish' | 'strike' | 'dstrike';
const PROPERTIES: readonly Property[] = ['vanish', 'strike', 'dstrike'];

export class Styles {
  readonly #styles: ReadonlyMap<string, XmlElement>;
  /** The style of paragraphs that name none. */
  readonly #usual: string | undefined;
  readonly #known = new Map<string, ReadonlySet<Property>>();

  constructor(root: XmlElement | undefined) {
    const styles = (root ? elements(root) : []).filter(({ name }) => name === 'style');
    this.#styles = new Map(styles.map((style) => [style.attributes.styleId ?? '', style]));
    const usual = styles.find(({ attributes }) => attributes.type === 'paragraph' && isOn(attributes.default ?? '0'));
    this.#usual = usual?.attributes.styleId;
  }

  /** Whether a run is hidden or struck out: by itself, or by the styles of its own and of its paragraph, which cancel out. */
  hides(run: XmlElement, paragraph: XmlElement | undefined): boolean {
    const properties = find(run, 'rPr');
    const ofParagraph = this.#said(find(paragraph, 'pStyle')?.attributes.val ?? this.#usual);
    // Most runs say nothing of their own.
    if (properties === undefined || properties.children.length === 0) return ofParagraph.size > 0;
    const ofRun = this.#said(find(properties, 'rStyle')?.attributes.val);
    return PROPERTIES.some((property) => {
      const direct = find(properties, property);
      return direct ? isOn(direct.attributes.val) : ofParagraph.has(property) !== ofRun.has(property);
    });
  }

  /** What a style, or the nearest that it is based on and that says anything of the property, turns on. */
  #said(id: string | undefined): ReadonlySet<Property> {
    if (id === undefined) return NOTHING;
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    // A style that is based on itself says nothing.
    this.#known.set(id, NOTHING);
    const style = this.#styles.get(id);
    const base = this.#said(find(style, 'basedOn')?.attributes.val);
    const isSaid = (property: Property) => {
      const own = find(style, 'rPr', property);
      return own ? isOn(own.attributes.val) : base.has(property);
    };
    const said = new Set(PROPERTIES.filter(isSaid));
    this.#known.set(id, said);
    return said;
  }
}

const NOTHING: ReadonlySet<Property> = new Set();

function isOn(value = 'true'): boolean {
  return !/^(?:0|false|off)$/.test(value);
}
