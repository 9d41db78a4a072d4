/** Mails as they go over the wire, read back by another parser. */

import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import PostalMime from 'postal-mime';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export function readMime(mime: Uint8Array): ReturnType<typeof PostalMime.parse> {
  return PostalMime.parse(mime);
}

/** Header lines before the first empty line, folded ones joined. */
export function headerLines(mime: Uint8Array): string[] {
  const head = Buffer.from(mime).toString('latin1').split('\r\n\r\n')[0] as string;
  return head.replace(/\r\n[ \t]/g, ' ').split('\r\n');
}

/** Every element of an HTML text. */
export function elements(html: string): Element[] {
  const found: Element[] = [];
  const walk = (node: Node) => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

/** What a reader sees: text without the style element, white space as single blanks. */
export function visibleText(html: string): string {
  const texts: string[] = [];
  const walk = (node: Node) => {
    if (node.nodeName === 'style' || node.nodeName === 'title') return;
    if (node.nodeName === '#text') texts.push((node as DefaultTreeAdapterTypes.TextNode).value);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return texts.join(' ').replace(/\s+/g, ' ');
}
