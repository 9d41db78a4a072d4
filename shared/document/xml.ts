/** XML parts of packed files as bounded trees of local names: the prefix of a name is up to the program that wrote it. */
import { SaxesParser } from 'saxes';
import { ownCopy } from '../remembered.ts';
import { declaredEncoding, decode, plainUtf8 } from './encoding.ts';
import { MAX_NODES, MAX_XML_DEPTH, refuse } from './limits.ts';
import { UnreadableError } from './unreadable.ts';

export interface XmlElement {
  /** Without prefix. */
  name: string;
  /** By local name. */
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/**
 * The root element of a part, without the elements of the names to pass over and all that is in them. Document types are
 * refused, so that no entity can be declared.
 * @throws UnreadableError FILE.BOMB above the bounds, FILE.DAMAGED for malformed XML.
 */
export function parseXml(bytes: Uint8Array, part: string, passOver: ReadonlySet<string> = NOTHING): XmlElement {
  const names = new Names();
  const top = new ParsedElement('', {}, names);
  const open = [top];
  let nodes = 0;
  /** How deep in something that is passed over. */
  let passed = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  const append = (text: string) => {
    if (passed === 0) open.at(-1)?.append(text);
  };
  parser.on('error', (error) => {
    throw new UnreadableError('FILE.DAMAGED', `${part}: ${error.message}`);
  });
  parser.on('doctype', () => refuse(`${part} declares a document type`));
  parser.on('opentag', (tag) => {
    if (++nodes > MAX_NODES) refuse(`${part} has more than ${MAX_NODES} elements`);
    if (open.length + passed > MAX_XML_DEPTH) refuse(`${part} nests deeper than ${MAX_XML_DEPTH}`);
    const name = names.local(tag.name);
    if (passed > 0 || passOver.has(name)) {
      passed += 1;
      return;
    }
    const element = new ParsedElement(name, tag.attributes, names);
    open.at(-1)?.append(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    if (passed > 0) passed -= 1;
    else open.pop();
  });
  parser.on('text', append);
  parser.on('cdata', append);
  parser.write(textOf(bytes)).close();
  return elements(top)[0] as XmlElement;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Characters that no XML holds are the parser's business. */
function textOf(bytes: Uint8Array): string {
  return plainUtf8(bytes) ?? decode(bytes, declaredEncoding(bytes)).text;
}

export function elements(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child) => typeof child !== 'string');
}

/** The first element below `parent` along a path of names, or `undefined`. */
export function find(parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let at = parent;
  for (const name of path) at = at && childNamed(at, name);
  return at;
}

function childNamed({ children }: XmlElement, name: string): XmlElement | undefined {
  for (const child of children) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

/** All elements of this name anywhere below, in document order, without those inside of another. */
export function findAll(parent: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  if (isNowhereNear(parent, name)) return found;
  collect(parent, name, found);
  return found;
}

function collect({ children }: XmlElement, name: string, found: XmlElement[]): void {
  for (const child of children) {
    if (typeof child === 'string') continue;
    if (child.name === name) found.push(child);
    else collect(child, name, found);
  }
}

export function textContent(parent: XmlElement): string {
  return parent.children.map((child) => (typeof child === 'string' ? child : textContent(child))).join('');
}

/** A whole number in an attribute, or `otherwise` where it is missing or no number. */
export function integer(element: XmlElement | undefined, attribute: string, otherwise: number): number {
  const value = Number.parseInt(element?.attributes[attribute] ?? '', 10);
  return Number.isNaN(value) ? otherwise : value;
}

/** Whether the whole part has no element of this name, as most have no fields, files that are taken in, or text boxes. */
export function isNowhereNear(element: XmlElement, name: string): boolean {
  return element instanceof ParsedElement && !element.names.has(name);
}

/** Names of elements and attributes of one part as they are printed, and without their prefixes. */
class Names {
  readonly #locals = new Map<string, string>();
  readonly #seen = new Set<string>();

  local(printed: string): string {
    const known = this.#locals.get(printed);
    if (known !== undefined) return known;
    const name = ownCopy(printed.slice(printed.indexOf(':') + 1));
    this.#locals.set(printed, name);
    this.#seen.add(name);
    return name;
  }

  has(name: string): boolean {
    return this.#seen.has(name);
  }
}

/** Most elements hold nothing. */
const CHILDLESS: never[] = [];

/** Of most elements the attributes are not asked for: they get their local names when they are asked for. */
class ParsedElement implements XmlElement {
  readonly name: string;
  children: (XmlElement | string)[] = CHILDLESS;
  readonly names: Names;
  readonly #printed: Readonly<Record<string, string>>;
  #attributes: Record<string, string> | null = null;

  constructor(name: string, attributes: Readonly<Record<string, string>>, names: Names) {
    this.name = name;
    this.names = names;
    this.#printed = attributes;
  }

  append(child: XmlElement | string): void {
    if (this.children === CHILDLESS) this.children = [child];
    else this.children.push(child);
  }

  get attributes(): Readonly<Record<string, string>> {
    if (this.#attributes !== null) return this.#attributes;
    const attributes: Record<string, string> = {};
    for (const printed in this.#printed) attributes[this.names.local(printed)] = this.#printed[printed] as string;
    this.#attributes = attributes;
    return attributes;
  }
}
