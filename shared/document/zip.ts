/**
 * ZIP files: the directory is read and bounded before anything is unpacked, and nothing unpacks to more than it
 * declared. APPNOTE 6.3, sections 4.3.12 to 4.3.16 and 4.5.3 (ZIP64, which some programs write for small files); no encryption.
 */
import { inflateRawSync } from 'node:zlib';
import { decode } from './encoding.ts';
import { MAX_ENTRIES, refuse } from './limits.ts';
import { UnreadableError } from './unreadable.ts';

export interface ZipEntry {
  name: string;
  /** Bytes when unpacked, as declared. */
  size: number;
  encrypted: boolean;
  method: number;
  /** Packed bytes. */
  packed: number;
  /** Where the local header starts. */
  offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
/** Header of the extra field that holds sizes and offset of an entry in 64 bits, for those that read {@link FULL}. */
const EXTRA_64 = 1;
const FULL = 0xffffffff;

/**
 * Files of a ZIP in the order of its directory; folders are left out.
 * @throws UnreadableError FILE.DAMAGED without a directory, FILE.BOMB above {@link MAX_ENTRIES}.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const { count, start } = directoryOf(view);
  if (count > MAX_ENTRIES) refuse(`${count} entries`);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged('directory');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const entry: ZipEntry = {
      name: entryName(bytes.subarray(at + 46, at + 46 + nameLength)),
      size: view.getUint32(at + 24, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    };
    widen(entry, bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength));
    if (!entry.name.endsWith('/')) entries.push(entry);
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The name of an entry, or of a part of a packed file, as it is looked up. */
export function keyOf(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase();
}

/**
 * The unpacked bytes of one entry.
 * @throws UnreadableError FILE.ENCRYPTED, FILE.BOMB above `limit` bytes, FILE.DAMAGED.
 */
export function unzip(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array {
  if (entry.encrypted) throw new UnreadableError('FILE.ENCRYPTED', entry.name);
  if (entry.size > limit) refuse(`${entry.name}: ${entry.size} bytes unpacked`);
  const view = viewOf(bytes);
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) throw damaged(entry.name);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new UnreadableError('FILE.KIND', `ZIP method ${entry.method}`);
  return inflate(packed, entry, limit);
}

function inflate(packed: Uint8Array, entry: ZipEntry, limit: number): Uint8Array {
  try {
    const { buffer, byteOffset, length } = inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) });
    return new Uint8Array(buffer, byteOffset, length);
  } catch (error) {
    if (error instanceof RangeError) refuse(`${entry.name}: more than the declared ${entry.size} of ${limit} bytes`);
    throw damaged(entry.name, error);
  }
}

/** Fields that do not fit into 32 bits stand in the extra field, in this order, and only those. */
function widen(entry: ZipEntry, extra: Uint8Array): void {
  const fields = (['size', 'packed', 'offset'] as const).filter((field) => entry[field] === FULL);
  if (fields.length === 0) return;
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== EXTRA_64) continue;
    for (const [index, field] of fields.entries()) {
      const from = at + 4 + index * 8;
      if (from + 8 <= extra.length) entry[field] = Number(view.getBigUint64(from, true));
    }
  }
}

/** Where the directory starts and how many entries it has; a ZIP64 record before the end record counts more than it. */
function directoryOf(view: DataView): { count: number; start: number } {
  const end = endOfDirectory(view);
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
    const record = Number(view.getBigUint64(locator + 8, true));
    if (record + 56 > view.byteLength || view.getUint32(record, true) !== END_OF_DIRECTORY_64) throw damaged('ZIP64');
    return { count: Number(view.getBigUint64(record + 32, true)), start: Number(view.getBigUint64(record + 48, true)) };
  }
  return { count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) };
}

/** The end record is the last one that fits: its comment runs to the end of the file. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw damaged('no directory at the end: the file is cut off');
}

/** Names are UTF-8 or, from older Chinese programs, GBK whatever the flag says. */
function entryName(bytes: Uint8Array): string {
  return bytes.length === 0 ? '' : decode(bytes).text.replaceAll('\\', '/');
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(detail: string, cause?: unknown): UnreadableError {
  return new UnreadableError('FILE.DAMAGED', `ZIP: ${detail}`, { cause });
}
