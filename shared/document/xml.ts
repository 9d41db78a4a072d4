/** XML parts of packed files as bounded trees of local names: the prefix of a name is up to the program that wrote it. */
import { SaxesParser } from 'saxes';
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
  const parser = new SaxesParser({ xmlns: false, position: false });
  const append = (text: string) => open.at(-1)?.children.push(text);
  parser.on('error', (error) => {
    throw new UnreadableError('FILE.DAMAGED', `${part}: ${error.message}`);
  });
  parser.on('doctype', () => refuse(`${part} declares a document type`));
  parser.on('opentag', (tag) => {
    if (++nodes > MAX_NODES) refuse(`${part} has more than ${MAX_NODES} elements`);
    if (open.length > MAX_XML_DEPTH) refuse(`${part} nests deeper than ${MAX_XML_DEPTH}`);
    const element: XmlElement = { name: local(tag.name), attributes: locals(tag.attributes), children: [] };
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
  return path.reduce<XmlElement | undefined>(
    (at, name) => at && elements(at).find((child) => child.name === name),
    parent,
  );
}

/** All elements of this name anywhere below, in document order. */
export function findAll(parent: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  collect(parent, name, found);
  return found;
}

function collect(parent: XmlElement, name: string, found: XmlElement[]): void {
  for (const child of elements(parent)) {
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

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function locals(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
}
