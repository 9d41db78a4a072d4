/** What kind of file some bytes are. Bytes decide; the name only tells Markdown from text. */
import { COMPOUND, CompoundFile } from './compound.ts';
import { declaredEncoding, decode } from './encoding.ts';
import type { Format, InputFile, PackedNames, Sniffed } from './format.ts';
import { FORMATS } from './formats.ts';
import { MAX_PART_BYTES } from './limits.ts';
import { UnreadableError } from './unreadable.ts';
import { keyOf, unzip, zipEntries } from './zip.ts';

const ZIP = ['PK\x03\x04', 'PK\x05\x06'];
/** Archives that hold a kind that is not read, by a file in them. */
const REFUSED_PACKED = ['ppt/presentation.xml'];

/** First bytes of kinds that people upload by mistake; pictures get the advice for pictures. */
const REFUSED: [string, 'FILE.PICTURES' | 'FILE.KIND', string][] = [
  ['GIF8', 'FILE.PICTURES', 'GIF'],
  ['II*\0', 'FILE.PICTURES', 'TIFF'],
  ['MM\0*', 'FILE.PICTURES', 'TIFF'],
  ['Rar!', 'FILE.KIND', 'RAR'],
  ["7z\xBC\xAF'\x1C", 'FILE.KIND', '7z'],
];

/** The format of a file. @throws UnreadableError FILE.PICTURES or FILE.KIND for kinds that cannot hold a readable report. */
export function sniff(file: InputFile): Format {
  const { bytes } = file;
  const head = latin1(bytes.subarray(0, 1024));
  const packed = ZIP.some((magic) => head.startsWith(magic)) ? packedNames(bytes) : null;
  const refusedPart = REFUSED_PACKED.find((name) => packed?.has(name));
  if (refusedPart !== undefined) throw new UnreadableError('FILE.KIND', refusedPart);
  const refused = REFUSED.find(([magic]) => head.startsWith(magic));
  if (refused) throw new UnreadableError(refused[1], refused[2]);
  const start = latin1(bytes.subarray(0, 1 << 18)).replaceAll('\0', '');
  const streams = head.startsWith(COMPOUND) ? streamNames(bytes) : new Set<string>();
  const sniffed: Sniffed = { ...file, head, start, packed, streams };
  const format = FORMATS.find((candidate) => candidate.recognises(sniffed));
  if (format === undefined) throw new UnreadableError('FILE.KIND');
  return format;
}

function packedNames(bytes: Uint8Array): PackedNames {
  const entries = new Map(zipEntries(bytes).map((entry) => [keyOf(entry.name), entry]));
  return {
    has: (name) =>
      typeof name === 'string' ? entries.has(keyOf(name)) : [...entries.keys()].some((key) => name.test(key)),
    text(name) {
      const entry = entries.get(keyOf(name));
      if (entry === undefined) return '';
      const part = unzip(bytes, entry, MAX_PART_BYTES);
      return decode(part, declaredEncoding(part)).text;
    },
  };
}

/** None where the file is damaged: its reader will say how. */
function streamNames(bytes: Uint8Array): Set<string> {
  try {
    return new CompoundFile(bytes).names();
  } catch (error) {
    if (error instanceof UnreadableError || error instanceof RangeError) return new Set();
    throw error;
  }
}

/** One character for each byte; TextDecoder's `latin1` is windows-1252 and changes some. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
