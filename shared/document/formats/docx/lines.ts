/** Where the lines of a Word file stand in its main part, for those who write into the file. */
import { Package, zippedParts } from '../../package.ts';
import { UnreadableError } from '../../unreadable.ts';
import { elements, findAll, type XmlElement } from '../../xml.ts';
import { readWordPackage, type Trace } from './read.ts';

export interface DocxLines {
  /** Name of the main part. */
  part: string;
  /** `line` of a place → its paragraph, counted from 0 through all elements `p` of the part in the order of their start. */
  paragraphs: ReadonlyMap<number, number>;
}

/**
 * Lines of notes, which stand in parts of their own, have no paragraph; where the document takes in whole files
 * (`w:altChunk`) no line has one, for then lines are counted through those as well.
 * @throws UnreadableError as the reader does
 */
export async function linesOfDocx(bytes: Uint8Array): Promise<DocxLines> {
  const trace: Trace = { part: '', document: null, lines: new Map() };
  const inner = () => Promise.reject(new UnreadableError('FILE.KIND', 'taken in'));
  await readWordPackage(new Package(zippedParts(bytes)), { name: '', step: () => {}, inner }, trace);
  const { part, document, lines } = trace;
  if (document === null || findAll(document, 'altChunk').length > 0) return { part, paragraphs: new Map() };
  const order = new Map([...inOrder(document, 'p')].map((paragraph, i) => [paragraph, i]));
  const known = [...lines].flatMap(([line, paragraph]) => {
    const at = order.get(paragraph);
    return at === undefined ? [] : [[line, at] as const];
  });
  return { part, paragraphs: new Map(known) };
}

/** All elements of this name in document order, also those inside each other. */
function* inOrder(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elements(parent)) {
    if (child.name === name) yield child;
    yield* inOrder(child, name);
  }
}
