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
  readonly #known = new Map<string, boolean>();

  constructor(root: XmlElement | undefined) {
    const styles = (root ? elements(root) : []).filter(({ name }) => name === 'style');
    this.#styles = new Map(styles.map((style) => [style.attributes.styleId ?? '', style]));
    const usual = styles.find(({ attributes }) => attributes.type === 'paragraph' && isOn(attributes.default ?? '0'));
    this.#usual = usual?.attributes.styleId;
  }

  /** Whether a run is hidden or struck out. */
  hides(run: XmlElement, paragraph: XmlElement | undefined): boolean {
    return PROPERTIES.some((property) => this.#has(property, run, paragraph));
  }

  /** By itself or by the styles of its own and of its paragraph, which cancel each other out. */
  #has(property: Property, run: XmlElement, paragraph: XmlElement | undefined): boolean {
    const properties = find(run, 'rPr');
    const direct = find(properties, property);
    if (direct) return isOn(direct.attributes.val);
    const style = find(paragraph, 'pStyle')?.attributes.val ?? this.#usual;
    return this.#says(property, style) !== this.#says(property, find(properties, 'rStyle')?.attributes.val);
  }

  /** By the style or the nearest that it is based on and that says anything. */
  #says(property: Property, id: string | undefined): boolean {
    if (id === undefined) return false;
    const key = `${property} ${id}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, false);
    const style = this.#styles.get(id);
    const own = find(style, 'rPr', property);
    const says = own ? isOn(own.attributes.val) : this.#says(property, find(style, 'basedOn')?.attributes.val);
    this.#known.set(key, says);
    return says;
  }
}

function isOn(value = 'true'): boolean {
  return !/^(?:0|false|off)$/.test(value);
}
