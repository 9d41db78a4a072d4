/** What styles say about text that is not printed: `w:vanish`, a toggle property (ECMA-376 part 1, 17.7.3 and 17.3.2.41). */
import { elements, find, type XmlElement } from '../../xml.ts';

export class Styles {
  readonly #styles: ReadonlyMap<string, XmlElement>;
  /** The style of paragraphs that name none. */
  readonly #usual: string | undefined;
  readonly #hidden = new Map<string, boolean>();

  constructor(root: XmlElement | undefined) {
    const styles = (root ? elements(root) : []).filter(({ name }) => name === 'style');
    this.#styles = new Map(styles.map((style) => [style.attributes.styleId ?? '', style]));
    const usual = styles.find(({ attributes }) => attributes.type === 'paragraph' && isOn(attributes.default ?? '0'));
    this.#usual = usual?.attributes.styleId;
  }

  /** Whether a run is hidden, by itself or by the styles of its own and of its paragraph, which cancel each other out. */
  hides(run: XmlElement, paragraph: XmlElement | undefined): boolean {
    const properties = find(run, 'rPr');
    const direct = find(properties, 'vanish');
    if (direct) return isOn(direct.attributes.val);
    const style = find(paragraph, 'pStyle')?.attributes.val ?? this.#usual;
    return this.#isHidden(style) !== this.#isHidden(find(properties, 'rStyle')?.attributes.val);
  }

  /** By the style or the nearest that it is based on and that says anything. */
  #isHidden(id: string | undefined): boolean {
    if (id === undefined) return false;
    const known = this.#hidden.get(id);
    if (known !== undefined) return known;
    this.#hidden.set(id, false);
    const style = this.#styles.get(id);
    const own = find(style, 'rPr', 'vanish');
    const hidden = own ? isOn(own.attributes.val) : this.#isHidden(find(style, 'basedOn')?.attributes.val);
    this.#hidden.set(id, hidden);
    return hidden;
  }
}

function isOn(value = 'true'): boolean {
  return !/^(?:0|false|off)$/.test(value);
}
