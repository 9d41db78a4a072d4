/** A Word file as its author sent it, with a comment at each cell and sentence where a mistake is (ECMA-376 part 1, 17.13.4). */
import { declaredEncoding, decode } from '../../document/encoding.ts';
import { linesOfDocx } from '../../document/formats/docx/lines.ts';
import { MAX_PART_BYTES } from '../../document/limits.ts';
import { type InputFile, readDocuments } from '../../document/read.ts';
import type { Document } from '../../document/types.ts';
import { UnreadableError } from '../../document/unreadable.ts';
import { unzip, zipEntries } from '../../document/zip.ts';
import { zipped } from '../zip.ts';
import { type Anchor, anchorsOf } from './anchors.ts';
import { addComments, findCommentPart } from './comment-part.ts';

export interface Comment {
  /** Places of the text that it is about, as the reader numbers lines; the first that is known has the whole text. */
  lines: readonly number[];
  /** A paragraph each. */
  text: readonly string[];
  /** What stands at the other places. */
  short: string;
  /** Said first where the place is in a file that the document takes in: its comment stands at the paragraph before it. */
  inserted: string;
}

export interface Author {
  name: string;
  /** Moment of the check, ISO 8601. */
  date: string;
}

/**
 * @returns the file with all its other parts as they were
 * @throws UnreadableError where the file is no Word file that can be read
 */
export async function commented(
  bytes: Uint8Array,
  comments: readonly Comment[],
  author: Author,
): Promise<Uint8Array<ArrayBuffer>> {
  const { part, paragraphs, takenIn } = await linesOfDocx(bytes, readInner);
  const names = zipEntries(bytes).map(({ name }) => name);
  const files = new Map(zipEntries(bytes).map((entry) => [entry.name, unzip(bytes, entry, MAX_PART_BYTES)]));
  const main = names.find((name) => name.toLowerCase() === part.toLowerCase()) ?? part;
  const source = textOf(files.get(main));
  const anchors = anchorsOf(source);
  const namespace = namespaceOf(anchors.root);
  const there = findCommentPart(files, main, namespace.uri);
  const placed = comments.flatMap(({ lines, text, short, inserted }) => {
    const known = new Map(lines.flatMap((line) => [[paragraphs.get(line) ?? -1, takenIn.has(line)] as const]));
    known.delete(-1);
    // What is about the report as a whole, or about notes, stands at the first paragraph.
    const places = known.size > 0 ? [...known] : [[0, false] as const];
    return places.map(([at, isTaken], i) => ({
      at,
      text: [...(isTaken ? [inserted] : []), ...(i === 0 ? text : [short])],
    }));
  });
  const numbered = placed.map((each, i) => ({ ...each, id: there.next + i }));
  files.set(main, Buffer.from(edited(source, anchors.paragraphs, numbered, namespace)));
  addComments(files, there, numbered, author);
  return zipped(files);
}

/** A file that the document takes in, as the reader reads it. */
async function readInner(file: InputFile): Promise<Document> {
  const [read] = await readDocuments(file);
  if (read && !(read.document instanceof UnreadableError)) return read.document;
  throw read?.document ?? new UnreadableError('FILE.EMPTY');
}

interface Namespace {
  uri: string;
  prefix: string;
  /** Where the root binds no prefix to it. */
  declaration: string;
}

function namespaceOf({ name, attributes }: { name: string; attributes: Record<string, string> }): Namespace {
  const own = name.includes(':') ? `xmlns:${name.slice(0, name.indexOf(':'))}` : 'xmlns';
  const uri = attributes[own] ?? '';
  const bound = Object.entries(attributes).find(([key, value]) => key.startsWith('xmlns:') && value === uri);
  return bound
    ? { uri, prefix: bound[0].slice('xmlns:'.length), declaration: '' }
    : { uri, prefix: 'gouji', declaration: ` xmlns:gouji="${uri}"` };
}

/** The source with the marks of the comments put in, from the end so that no offset moves. */
function edited(
  source: string,
  anchors: readonly Anchor[],
  placed: readonly { at: number; id: number }[],
  { prefix: w, declaration }: Namespace,
): string {
  const groups = [...Map.groupBy(placed, ({ at }) => anchors[at] ?? anchors[0])];
  const edits = groups.flatMap(([anchor, comments]) => {
    if (anchor === undefined) return [];
    const starts = comments.map(({ id }) => `<${w}:commentRangeStart${declaration} ${w}:id="${id}"/>`).join('');
    const ends = comments
      .map(
        ({ id }) =>
          `<${w}:commentRangeEnd${declaration} ${w}:id="${id}"/><${w}:r${declaration}><${w}:commentReference ${w}:id="${id}"/></${w}:r>`,
      )
      .join('');
    if (anchor.closed === null) {
      return [
        { from: anchor.end, to: anchor.end, text: ends },
        { from: anchor.start, to: anchor.start, text: starts },
      ];
    }
    return [{ from: anchor.closed, to: anchor.start, text: `>${starts}${ends}</${anchor.tag}>` }];
  });
  let text = source;
  for (const { from, to, text: put } of edits.sort((one, other) => other.from - one.from)) {
    text = text.slice(0, from) + put + text.slice(to);
  }
  return inUtf8(text);
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : decode(bytes, declaredEncoding(bytes)).text;
}

/** Whatever it was written in, it is written back in UTF-8. */
function inUtf8(source: string): string {
  return source.replace(/^\s*<\?xml[^?]*\?>/, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>');
}
