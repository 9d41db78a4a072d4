/** Where the lines of a Word file stand in its main part, for those who write into the file. */
import type { Reading } from '../../format.ts';
import { Package, zippedParts } from '../../package.ts';
import { elements, type XmlElement } from '../../xml.ts';
import { LOOKS } from './looks.ts';
import { readWordPackage, type Trace } from './read.ts';

export interface DocxLines {
  /** Name of the main part. */
  part: string;
  /** `line` of a place → its paragraph, counted from 0 through all elements `p` of the part in the order of their start. */
  paragraphs: ReadonlyMap<number, number>;
  /** Lines of whole files that the document takes in (`w:altChunk`): their paragraph is the one before that place. */
  takenIn: ReadonlySet<number>;
}

/**
 * Lines of notes, which stand in parts of their own, have no paragraph.
 * @param inner reads a file that is taken in, as the reader does: lines are counted through those as well
 * @throws UnreadableError as the reader does
 */
export async function linesOfDocx(bytes: Uint8Array, inner: Reading['inner']): Promise<DocxLines> {
  const trace: Trace = { part: '', document: null, lines: new Map() };
  await readWordPackage(new Package(zippedParts(bytes, LOOKS)), { name: '', step: () => {}, inner }, trace);
  const { part, document, lines } = trace;
  const order = document === null ? new Map<XmlElement, number>() : placesIn(document);
  const known = [...lines].flatMap(([line, element]) => {
    const at = order.get(element);
    return at === undefined ? [] : [[line, at] as const];
  });
  const taken = [...lines].filter(([, { name }]) => name === 'altChunk').map(([line]) => line);
  return { part, paragraphs: new Map(known), takenIn: new Set(taken) };
}

/** Each paragraph by its number, and each `altChunk` by that of the paragraph before it, in document order. */
function placesIn(document: XmlElement): Map<XmlElement, number> {
  const places = new Map<XmlElement, number>();
  let next = 0;
  const walk = (parent: XmlElement) => {
    for (const child of elements(parent)) {
      if (child.name === 'p') places.set(child, next++);
      if (child.name === 'altChunk') places.set(child, Math.max(0, next - 1));
      walk(child);
    }
  };
  walk(document);
  return places;
}
