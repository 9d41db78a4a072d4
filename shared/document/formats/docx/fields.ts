/** Fields of Word (ECMA-376 part 1, 17.16.18): their instructions are not printed, their results are, and they nest. */
import { findAll, type XmlElement } from '../../xml.ts';

/** Which fields are open at a place of the text. */
export class Fields {
  readonly #known: ReadonlySet<XmlElement>;
  /** For each open field, whether its instructions are over. */
  #open: boolean[] = [];

  /** `parts`: the roots whose text is read. A mark without its counterpart belongs to no field and changes nothing. */
  constructor(parts: readonly XmlElement[]) {
    this.#known = new Set(parts.flatMap(completeFields));
  }

  /** Whether text that stands here is printed. */
  get isPrinted(): boolean {
    return !this.#open.includes(false);
  }

  /** Takes a `w:fldChar` into account. */
  pass(mark: XmlElement): void {
    if (!this.#known.has(mark)) return;
    const { fldCharType: type } = mark.attributes;
    if (type === 'begin') this.#open.push(false);
    else if (type === 'separate') this.#open[this.#open.length - 1] = true;
    else if (type === 'end') this.#open.pop();
  }

  /** Reads something that stands apart, such as a text box anchored inside a field. */
  apart<T>(read: () => T): T {
    const outer = this.#open;
    this.#open = [];
    const result = read();
    this.#open = outer;
    return result;
  }
}

/** The marks of all fields that begin and end. */
function completeFields(root: XmlElement): XmlElement[] {
  const complete: XmlElement[] = [];
  const open: XmlElement[][] = [];
  for (const mark of findAll(root, 'fldChar')) {
    const { fldCharType: type } = mark.attributes;
    if (type === 'begin') open.push([mark]);
    else open.at(-1)?.push(mark);
    if (type === 'end') for (const each of open.pop() ?? []) complete.push(each);
  }
  return complete;
}
