/** A file as it arrives → what it says. The one entrance to all formats. */
import type { ContainerFormat, DocumentFormat, Format, InnerFile, InputFile } from './format.ts';
import { MAX_BYTES, tooLarge } from './limits.ts';
import { sniff } from './sniff.ts';
import { type Document, type DocumentContent, type MediaType, UNKNOWN } from './types.ts';
import { UnreadableError } from './unreadable.ts';

export type { InputFile } from './format.ts';

interface ReadFile extends InputFile {
  /** What the bytes are, as far as it could be told; given for files that cannot be read as well. */
  mediaType: MediaType;
  document: Document | UnreadableError;
}

interface ReadOptions {
  /** Hears what is being done with the file, before each step that may take long. */
  onStep?: (step: string) => void;
}

/** Files inside each other that are read: an archive in a mail, a page in a document. */
const MAX_NESTING = 3;

/**
 * Reads one file; an archive gives one result for each file in it.
 * A file that cannot be read is a value, not an exception, and does not hide the others of its archive.
 */
export async function readDocuments(file: InputFile, { onStep = () => {} }: ReadOptions = {}): Promise<ReadFile[]> {
  const format = attempt(() => formatOf(file));
  if (format instanceof UnreadableError) return [failed(file, format)];
  if ('load' in format) return [await readAs(format, file, onStep)];
  const open = await format.open();
  const inside = attempt(() => open(file));
  if (inside instanceof UnreadableError) return [failed(file, inside, format)];
  const files: ReadFile[] = [];
  for (const inner of inside) files.push(await readInner(file, inner, onStep));
  return files;
}

function failed(file: InputFile, document: UnreadableError, format?: Format): ReadFile {
  return { ...file, mediaType: format?.mediaType ?? UNKNOWN, document };
}

function formatOf(file: InputFile): Format {
  const { length } = file.bytes;
  if (length === 0) throw new UnreadableError('FILE.EMPTY');
  if (length > MAX_BYTES) throw tooLarge(length);
  return sniff(file);
}

async function readAs(format: DocumentFormat, file: InputFile, onStep: (step: string) => void): Promise<ReadFile> {
  const { mediaType } = format;
  try {
    return { ...file, mediaType, document: { ...(await contentOf(format, file, onStep, MAX_NESTING)), mediaType } };
  } catch (error) {
    return { ...file, mediaType, document: unreadable(error) };
  }
}

/** @throws UnreadableError FILE.EMPTY where nothing is printed, and what the reader throws. */
async function contentOf(
  format: DocumentFormat,
  { name, bytes }: InputFile,
  onStep: (step: string) => void,
  nesting: number,
): Promise<DocumentContent> {
  onStep(`reading ${format.kind}`);
  const read = await format.load();
  const content = await read(bytes, {
    name,
    step: (what) => onStep(`reading ${format.kind}: ${what}`),
    inner: async (file) => {
      if (nesting === 0) throw new UnreadableError('FILE.BOMB', `${MAX_NESTING} files inside each other`);
      const inner = formatOf(file);
      if (!('load' in inner)) throw new UnreadableError('FILE.KIND', `${inner.kind} inside ${format.kind}`);
      return contentOf(inner, file, onStep, nesting - 1);
    },
  });
  if (!content.blocks.some(hasText)) throw new UnreadableError('FILE.EMPTY');
  return content;
}

function hasText(block: DocumentContent['blocks'][number]): boolean {
  if (block.kind === 'paragraph') return /[^\s\u200B]/.test(block.text);
  return block.rows.some((row) => row.some(({ text }) => text !== ''));
}

async function readInner(outer: InputFile, inner: InnerFile, onStep: (step: string) => void): Promise<ReadFile> {
  const name = `${outer.name}!/${inner.name}`;
  onStep(`taking out ${inner.name}`);
  const bytes = attempt(() => inner.bytes());
  if (bytes instanceof UnreadableError) return failed({ name, bytes: new Uint8Array() }, bytes);
  const file = { name, bytes };
  const format = attempt(() => formatOf(file));
  if (format instanceof UnreadableError) return failed(file, format);
  if (!('load' in format)) return failed(file, nested(format));
  return readAs(format, file, onStep);
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
  throw error;
}
