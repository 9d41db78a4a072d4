/** A file as it arrives → what it says. The one entrance to all formats. */
import { MAX_BYTES, MAX_ZIP_BYTES, refuse, tooLarge } from './limits.ts';
import { type FileKind, sniff } from './sniff.ts';
import { type Document, MEDIA_TYPES, type MediaType } from './types.ts';
import { UnreadableError } from './unreadable.ts';
import { unzip, type ZipEntry, zipEntries } from './zip.ts';

export interface InputFile {
  /** Only a hint; of an entry in a ZIP it is `outer.zip!/inner.txt`. */
  name: string;
  bytes: Uint8Array;
}

interface ReadFile extends InputFile {
  /** What the bytes are, as far as it could be told; given for files that cannot be read as well. */
  mediaType: MediaType;
  document: Document | UnreadableError;
}

type Reader = (bytes: Uint8Array) => Document | Promise<Document>;

/** One format, one file, loaded when the first file of its kind arrives. A new format is one line here. */
const READERS: Record<Exclude<FileKind, 'zip'>, () => Promise<Reader>> = {
  text: async () => (await import('./formats/text/read.ts')).readText,
  markdown: async () => (await import('./formats/markdown/read.ts')).readMarkdown,
  html: async () => (await import('./formats/html/read.ts')).readHtml,
  mhtml: async () => (await import('./formats/mhtml/read.ts')).readMhtml,
  docx: async () => (await import('./formats/docx/read.ts')).readDocx,
  doc: async () => (await import('./formats/doc/read.ts')).readDoc,
  pdf: async () => (await import('./formats/pdf/read.ts')).readPdf,
  xlsx: async () => (await import('./formats/xlsx/read.ts')).readXlsx,
  odt: async () => (await import('./formats/odt/read.ts')).readOdt,
};

/** Files that macOS and Windows leave in archives. */
const RESOURCE = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Reads one file; a ZIP gives one result for each file in it.
 * A file that cannot be read is a value, not an exception, and does not hide the others of its ZIP.
 */
export async function readDocuments(file: InputFile): Promise<ReadFile[]> {
  const kind = attempt(() => kindOf(file));
  if (kind instanceof UnreadableError) return [{ ...file, mediaType: MEDIA_TYPES.unknown, document: kind }];
  if (kind !== 'zip') return [await readAs(kind, file)];
  const entries = attempt(() => reportEntries(file.bytes));
  if (entries instanceof UnreadableError) return [{ ...file, mediaType: MEDIA_TYPES.zip, document: entries }];
  const files: ReadFile[] = [];
  for (const entry of entries) files.push(await readEntry(file, entry));
  return files;
}

function kindOf({ name, bytes }: InputFile): FileKind {
  if (bytes.length === 0) throw new UnreadableError('FILE.EMPTY');
  if (bytes.length > MAX_BYTES) throw tooLarge(bytes.length);
  return sniff(name, bytes);
}

async function readAs(kind: Exclude<FileKind, 'zip'>, file: InputFile): Promise<ReadFile> {
  const mediaType = MEDIA_TYPES[kind];
  try {
    const read = await READERS[kind]();
    const document = await read(file.bytes);
    if (!document.blocks.some(hasText)) throw new UnreadableError('FILE.EMPTY');
    return { ...file, mediaType, document };
  } catch (error) {
    return { ...file, mediaType, document: unreadable(error) };
  }
}

function hasText(block: Document['blocks'][number]): boolean {
  if (block.kind === 'paragraph') return /[^\s\u200B]/.test(block.text);
  return block.rows.some((row) => row.some(({ text }) => text !== ''));
}

/** Entries that may be reports. @throws UnreadableError if there are none, or too much to hold at once. */
function reportEntries(bytes: Uint8Array): ZipEntry[] {
  const entries = zipEntries(bytes).filter(({ name }) => !RESOURCE.test(name));
  if (entries.length === 0) throw new UnreadableError('FILE.EMPTY', 'ZIP without files');
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > MAX_ZIP_BYTES) refuse(`${size} bytes unpacked`);
  return entries;
}

async function readEntry(outer: InputFile, entry: ZipEntry): Promise<ReadFile> {
  const name = `${outer.name}!/${entry.name}`;
  const failed = (document: UnreadableError, bytes: Uint8Array = new Uint8Array()): ReadFile => {
    return { name, bytes, mediaType: MEDIA_TYPES.unknown, document };
  };
  if (entry.size > MAX_BYTES) return failed(tooLarge(entry.size));
  const bytes = attempt(() => unzip(outer.bytes, entry, MAX_BYTES));
  if (bytes instanceof UnreadableError) return failed(bytes);
  const kind = attempt(() => kindOf({ name, bytes }));
  if (kind instanceof UnreadableError) return failed(kind, bytes);
  if (kind === 'zip') return failed(new UnreadableError('FILE.KIND', 'a ZIP inside a ZIP'), bytes);
  return readAs(kind, { name, bytes });
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
