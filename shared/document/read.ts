/** A file as it arrives → what it says. The one entrance to all formats. */

import { rememberedFor } from '../remembered.ts';
import { carriedPage } from './carried.ts';
import { unescaped } from './escaped.ts';
import type { ContainerFormat, DocumentFormat, Format, InnerFile, InputFile } from './format.ts';
import { gunzipped } from './gzip.ts';
import { MAX_BYTES, MAX_ZIP_BYTES, refuse, tookTooMuch, tooLarge } from './limits.ts';
import { withoutRepeats } from './repeats.ts';
import { sniff } from './sniff.ts';
import { type Document, type DocumentContent, type MediaType, UNKNOWN } from './types.ts';
import { UnreadableError } from './unreadable.ts';

export type { InputFile } from './format.ts';

export interface ReadFile extends InputFile {
  /** What the bytes are, as far as it could be told; given for files that cannot be read as well. */
  mediaType: MediaType;
  document: Document | UnreadableError;
}

/** A file that was taken out of whatever holds it, and is not read yet. */
interface OpenedFile extends InputFile {
  read(): Promise<ReadFile>;
}

/** @param seconds of processor time that the step may take beside what any file may take */
export type OnStep = (step: string, seconds?: number) => void;

interface ReadOptions {
  /** Hears what is being done with the file, before each step that may take long. */
  onStep?: OnStep;
}

/** Files inside each other that are read: an archive in a mail, a page in a document. */
const MAX_NESTING = 3;

/**
 * Reads one file; an archive gives one result for each file in it.
 * A file that cannot be read is a value, not an exception, and does not hide the others of its archive.
 */
export async function readDocuments(file: InputFile, options: ReadOptions = {}): Promise<ReadFile[]> {
  const files: ReadFile[] = [];
  for (const opened of await openDocuments(file, options)) files.push(await opened.read());
  return files;
}

/** The same without reading any yet: what an archive holds is taken out and named. */
export async function openDocuments(file: InputFile, { onStep = () => {} }: ReadOptions = {}): Promise<OpenedFile[]> {
  const known = attempt(() => formatOf(file));
  if (known instanceof UnreadableError) return [failed(file, known)];
  const { format, content } = known;
  if ('load' in format) return [{ ...file, read: () => readAs(format, file, content, onStep) }];
  return openContainer(format, file, content, onStep);
}

/** What files inside each other share. */
interface Inside {
  /** Kinds of the containers, from the outermost. */
  kinds: readonly string[];
  /** Bytes taken out so far: they are held together. */
  taken: { bytes: number };
}

async function openContainer(
  format: ContainerFormat,
  file: InputFile,
  content: InputFile,
  onStep: OnStep,
  outer: Inside = { kinds: [], taken: { bytes: 0 } },
): Promise<OpenedFile[]> {
  const open = await format.open();
  const inside = attempt(() => open(content));
  if (inside instanceof UnreadableError) return [failed(file, inside, format)];
  const files: OpenedFile[] = [];
  const within = { ...outer, kinds: [...outer.kinds, format.kind] };
  for (const inner of inside) files.push(...(await openInner(file, inner, onStep, within)));
  return files;
}

function failed(file: InputFile, document: UnreadableError, format?: Format): OpenedFile {
  return { ...file, read: async () => ({ ...file, mediaType: format?.mediaType ?? UNKNOWN, document }) };
}

/** What a file is, and the file itself or, where a store packed it (gzip), what was packed. */
function formatOf(file: InputFile): { format: Format; content: InputFile } {
  const { length } = file.bytes;
  if (length === 0) throw new UnreadableError('FILE.EMPTY');
  if (length > MAX_BYTES) throw tooLarge(length);
  const content = unescaped(gunzipped(file));
  return { format: sniff(content), content };
}

async function readAs(format: DocumentFormat, file: InputFile, content: InputFile, onStep: OnStep): Promise<ReadFile> {
  const { mediaType } = format;
  try {
    return { ...file, mediaType, document: { ...(await contentOf(format, content, onStep, MAX_NESTING)), mediaType } };
  } catch (error) {
    return { ...file, mediaType, document: unreadable(error) };
  }
}

/** @throws UnreadableError FILE.EMPTY where nothing is printed, and what the reader throws. */
async function contentOf(
  format: DocumentFormat,
  { name, bytes }: InputFile,
  onStep: OnStep,
  nesting: number,
): Promise<DocumentContent> {
  onStep(`reading ${format.kind}`);
  const read = await loaded(format);
  const content = await read(bytes, {
    name,
    step: (what, seconds) => onStep(`reading ${format.kind}: ${what}`, seconds),
    inner: async (file) => {
      if (nesting === 0) throw new UnreadableError('FILE.BOMB', `${MAX_NESTING} files inside each other`);
      const inner = formatOf(file);
      if (!('load' in inner.format))
        throw new UnreadableError('FILE.KIND', `${inner.format.kind} inside ${format.kind}`);
      return contentOf(inner.format, inner.content, onStep, nesting - 1);
    },
  });
  const carried = format.kind === 'html' && nesting > 0 ? carriedPage(bytes, content) : null;
  if (carried) return contentOf(format, { name, bytes: carried }, onStep, 0);
  if (!content.blocks.some(hasText)) throw new UnreadableError('FILE.EMPTY');
  const { blocks, notes } = withoutRepeats(content.blocks);
  return { ...content, blocks, notes: [...content.notes, ...notes] };
}

/** `import()` of what is loaded already takes longer than to read a small text. */
const loaded = rememberedFor((format: DocumentFormat) => format.load());

function hasText(block: DocumentContent['blocks'][number]): boolean {
  if (block.kind === 'paragraph') return /[^\s\u200B]/.test(block.text);
  return block.rows.some((row) => row.some(({ text }) => text !== ''));
}

async function openInner(outer: InputFile, inner: InnerFile, onStep: OnStep, within: Inside): Promise<OpenedFile[]> {
  const name = `${outer.name}!/${inner.name}`;
  onStep(`taking out ${inner.name}`);
  const bytes = attempt(() => inner.bytes());
  if (bytes instanceof UnreadableError) return [failed({ name, bytes: new Uint8Array() }, bytes)];
  const file = { name, bytes };
  within.taken.bytes += bytes.length;
  const known = attempt(() => {
    if (within.taken.bytes > MAX_ZIP_BYTES) refuse(`more than ${MAX_ZIP_BYTES} bytes in files inside each other`);
    return formatOf(file);
  });
  if (known instanceof UnreadableError) return [failed(file, known)];
  const { format, content } = known;
  if ('load' in format) return [{ ...file, read: () => readAs(format, file, content, onStep) }];
  // An archive in a mail, or mails in an archive; one in its like is no way in which anybody sends reports.
  return within.kinds.includes(format.kind)
    ? [failed(file, nested(format))]
    : openContainer(format, file, content, onStep, within);
}

function nested({ kind }: ContainerFormat): UnreadableError {
  return new UnreadableError('FILE.KIND', `${kind.toUpperCase()} inside another`);
}

function attempt<T>(work: () => T): T | UnreadableError {
  try {
    return work();
  } catch (error) {
    return unreadable(error);
  }
}

/** Faults of a file are values; everything else is a fault of this program and goes on. */
function unreadable(error: unknown): UnreadableError {
  if (error instanceof UnreadableError) return error;
  if (error instanceof RangeError && /call stack/.test(error.message))
    return tookTooMuch('the stack was full', 'reading');
  throw error;
}
