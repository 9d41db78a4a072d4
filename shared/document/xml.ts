/** XML parts of packed files as bounded trees of local names: the prefix of a name is up to the program that wrote it. */
import { SaxesParser } from 'saxes';
import { remembered } from '../remembered.ts';
import { declaredEncoding, decode } from './encoding.ts';
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
 * The root element of a part. Document types are refused, so that no entity can be declared.
 * @throws UnreadableError FILE.BOMB above the bounds, FILE.DAMAGED for malformed XML.
 */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [top];
  let nodes = 0;
  const names = new Set<string>();
  const parser = new SaxesParser({ xmlns: false, position: false });
  const append = (text: string) => open.at(-1)?.children.push(text);
  parser.on('error', (error) => {
    throw new UnreadableError('FILE.DAMAGED', `${part}: ${error.message}`);
  });
  parser.on('doctype', () => refuse(`${part} declares a document type`));
  parser.on('opentag', (tag) => {
    if (++nodes > MAX_NODES) refuse(`${part} has more than ${MAX_NODES} elements`);
    if (open.length > MAX_XML_DEPTH) refuse(`${part} nests deeper than ${MAX_XML_DEPTH}`);
    const element = new ParsedElement(tag, names);
    names.add(element.name);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', append);
  parser.on('cdata', append);
  parser.write(decode(bytes, declaredEncoding(bytes)).text).close();
  return elements(top)[0] as XmlElement;
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
  // Most parts hold none of what is looked for: fields, files that are taken in, text boxes.
  if (parent instanceof ParsedElement && !parent.partNames.has(name)) return found;
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

/** Of most elements the attributes are not asked for: they get their local names when they are asked for. */
class ParsedElement implements XmlElement {
  readonly name: string;
  readonly children: (XmlElement | string)[] = [];
  /** Names of all elements of its part. */
  readonly partNames: ReadonlySet<string>;
  readonly #printed: Readonly<Record<string, string>>;
  #attributes: Readonly<Record<string, string>> | null = null;

  constructor({ name, attributes }: { name: string; attributes: Record<string, string> }, names: ReadonlySet<string>) {
    this.name = local(name);
    this.#printed = attributes;
    this.partNames = names;
  }

  get attributes(): Readonly<Record<string, string>> {
    this.#attributes ??= Object.fromEntries(Object.entries(this.#printed).map(([name, value]) => [local(name), value]));
    return this.#attributes;
  }
}

const local = remembered((name) => name.slice(name.indexOf(':') + 1));
