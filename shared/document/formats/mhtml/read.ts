/** Web archives (MHTML, RFC 2557), as browsers, Word, Excel and WPS save them: the page and those in its frames. */
import { append } from '../../../unbounded.ts';
import { decode } from '../../encoding.ts';
import { contentOf, leavesOf, type MimePart, parameter } from '../../mime.ts';
import type { Block, DocumentContent } from '../../types.ts';
import { UnreadableError } from '../../unreadable.ts';
import { readHtml, readPage } from '../html/read.ts';
import { decodingNotes, paragraphsOf } from '../text/read.ts';

/**
 * Reads a web archive, or an e-mail without attachments; places are lines of the HTML in it, tables are counted through
 * all of its pages.
 * @throws UnreadableError FILE.DAMAGED where it holds no page, and what `readHtml` throws where the only page is unreadable.
 */
export function readMhtml(bytes: Uint8Array): DocumentContent {
  const leaves = leavesOf(bytes);
  const pages = leaves.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  if (pages.length === 0) return plainMessage(leaves);
  const read = pages.map(attempt);
  const readable = read.filter((page): page is DocumentContent => !(page instanceof UnreadableError));
  const [first] = readable;
  if (first === undefined) throw read[0];
  const blocks: Block[] = [];
  for (const page of readable) append(blocks, counted(page.blocks, tablesOf(blocks)));
  const published = readable.find((page) => page.published !== null)?.published ?? null;
  return { ...first, blocks, published, notes: readable.flatMap(({ notes }) => notes) };
}

function attempt(part: MimePart): DocumentContent | UnreadableError {
  try {
    const charset = parameter(part.headers.get('content-type') ?? '', 'charset');
    const content = contentOf(part);
    return charset === null ? readHtml(content) : readPage(decode(content, charset));
  } catch (error) {
    if (error instanceof UnreadableError) return error;
    throw error;
  }
}

function tablesOf(blocks: readonly Block[]): number {
  return blocks.reduce((most, { place }) => Math.max(most, place.table ?? 0), 0);
}

function counted(blocks: readonly Block[], tables: number): Block[] {
  const moved = <At extends Block['place']>(place: At): At => {
    return place.table === undefined ? place : { ...place, table: place.table + tables };
  };
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return { ...block, place: moved(block.place) };
    const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, place: moved(cell.place) })));
    return { ...block, rows, place: moved(block.place) };
  });
}

/** A message of plain text only. */
function plainMessage(leaves: readonly MimePart[]): DocumentContent {
  const part = leaves.find(({ type }) => type === 'text/plain');
  if (part === undefined) throw new UnreadableError('FILE.DAMAGED', 'MHTML without an HTML part');
  const decoded = decode(contentOf(part), parameter(part.headers.get('content-type') ?? '', 'charset'));
  return {
    blocks: paragraphsOf(decoded.text),
    encoding: decoded.encoding,
    title: null,
    published: null,
    notes: decodingNotes(decoded),
  };
}
