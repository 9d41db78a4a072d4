/** Word files (ECMA-376, transitional and strict): the text as printed once all tracked changes are accepted. */
import type { Text } from '../../../domain/labels.ts';
import { append } from '../../../unbounded.ts';
import type { Reading } from '../../format.ts';
import { NOTES } from '../../notes.ts';
import { Package, zippedParts } from '../../package.ts';
import type { Block, DocumentContent } from '../../types.ts';
import { UnreadableError } from '../../unreadable.ts';
import { elements, find, findAll, textContent, type XmlElement } from '../../xml.ts';
import { BodyReader } from './body.ts';
import { Fields } from './fields.ts';
import { LOOKS } from './looks.ts';
import { Numbering } from './numbering.ts';
import { Styles } from './styles.ts';

const PICTURE = /\/media\/[^/]+$/;

/**
 * Reads a .docx file. `line` of a place counts paragraphs through the file; headers and footers are left out.
 * @throws UnreadableError FILE.DAMAGED, FILE.ENCRYPTED, FILE.BOMB; FILE.PICTURES where there are only pictures.
 */
export function readDocx(bytes: Uint8Array, reading: Reading): Promise<DocumentContent> {
  return readWordPackage(new Package(zippedParts(bytes, LOOKS)), reading);
}

/** What is taken down on the way: the tree of the main part and the paragraph of each line in it. */
export interface Trace {
  part: string;
  document: XmlElement | null;
  lines: Map<number, XmlElement>;
}

/** A package whose main part is a Word document, zipped or flat: see {@link readDocx}. */
export async function readWordPackage(file: Package, reading: Reading, trace?: Trace): Promise<DocumentContent> {
  const main = file.mainPart('word/document.xml');
  const relations = file.relations(main);
  const related = (type: string) => {
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    return file.optional(relations.find((relation) => relation.type === type)?.target ?? `${folder}${type}.xml`);
  };
  reading.step(main);
  const document = file.part(main);
  if (trace) Object.assign(trace, { part: main, document });
  const body = find(document, 'body');
  if (!body) throw new UnreadableError('FILE.DAMAGED', 'no w:body');
  const parts = [body, related('footnotes'), related('endnotes')].filter((part) => part !== undefined);
  const styles = related('styles');
  const { chunks, notes } = await chunksOf(body, file, relations, reading);
  const numbering = new Numbering(related('numbering'), styles);
  const reader = new BodyReader({
    numbering,
    styles: new Styles(styles),
    fields: new Fields(parts),
    chunks,
    lines: trace?.lines,
  });
  const blocks = reader.blocks(body);
  for (const part of parts.slice(1)) for (const note of printedNotes(part)) append(blocks, reader.blocks(note));
  if (!blocks.some((block) => block.kind === 'grid' || block.text.trim() !== '') && file.has(PICTURE)) {
    throw new UnreadableError('FILE.PICTURES');
  }
  const title = find(file.optional('docProps/core.xml'), 'title');
  return { blocks, encoding: null, title: title ? textContent(title).trim() || null : null, published: null, notes };
}

/** Footnotes without the separator lines, which have a `w:type`. */
function printedNotes(notes: XmlElement): XmlElement[] {
  return elements(notes).filter(({ attributes }) => attributes.type === undefined || attributes.type === 'normal');
}

type Relations = ReturnType<Package['relations']>;

/** Whole files that the body takes in (`w:altChunk`, 17.17.2.1), read as what they are, once each however often named. */
async function chunksOf(body: XmlElement, file: Package, relations: Relations, reading: Reading) {
  const chunks = new Map<XmlElement, readonly Block[]>();
  const notes: Text[] = [];
  const read = new Map<string, readonly Block[] | undefined>();
  for (const chunk of findAll(body, 'altChunk')) {
    const target = relations.find(({ id }) => id === chunk.attributes.id)?.target ?? '';
    if (!read.has(target)) read.set(target, await chunkOf(target, file, reading));
    const blocks = read.get(target);
    if (blocks === undefined) notes.push(NOTES.embedded);
    else chunks.set(chunk, blocks);
  }
  return { chunks, notes };
}

/** `undefined` where the file that is taken in cannot be read. */
async function chunkOf(target: string, file: Package, reading: Reading): Promise<readonly Block[] | undefined> {
  const bytes = file.bytes(target);
  if (bytes === undefined) return undefined;
  try {
    return (await reading.inner({ name: target, bytes })).blocks;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return undefined;
  }
}
