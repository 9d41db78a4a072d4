/**
 * JSON in few bytes: DynamoDB counts a write in kilobytes, and all reports have the same cells, rules and words. Packed
 * with Zstandard and a dictionary, which every reader has to have: `dictionary-1.json` never changes, and another one is
 * a new file with a new number. What earlier releases packed with Brotli and gzip is read as well.
 */
import { brotliDecompressSync, constants, gunzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import first from './dictionary-1.json' with { type: 'json' };
import { lately } from './lately.ts';

/** By the number that stands in front of what is packed with it. */
const DICTIONARIES: ReadonlyMap<number, Buffer> = new Map([[0x01, Buffer.from(first.text)]]);
const LATEST = 0x01;
/** Of what is long the last tenth is worth the time; of what is short the dictionary is nearly all. */
const LONG_CHARACTERS = 12_000;
const [SHORT, LONG] = [2, 5].map((level) => ({ [constants.ZSTD_c_compressionLevel]: level }));
/** https://www.rfc-editor.org/rfc/rfc1952#page-6 */
const GZIP = 0x1f;
const BROTLI = 0x42;

/**
 * A check packs the same places twice, and reads what it has just written: loading the dictionary is most of the work of
 * packing what is small.
 */
const MOST_OF_LATE = 100;
const packed = lately<Uint8Array>(MOST_OF_LATE);
const texts = lately<string>(MOST_OF_LATE);

export function packJson(value: unknown): Uint8Array {
  const text = JSON.stringify(value);
  const bytes = packed.of(text, () => compressed(text));
  texts.of(keyOf(bytes), () => text);
  return bytes;
}

/** @throws Error where the bytes are damaged, or packed with a dictionary that this release has not */
export function unpackJson<Value>(bytes: Uint8Array): Value {
  return JSON.parse(texts.of(keyOf(bytes), () => textOf(bytes).toString('utf8'))) as Value;
}

const keyOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

function compressed(text: string): Uint8Array {
  const dictionary = DICTIONARIES.get(LATEST);
  const params = (text.length < LONG_CHARACTERS ? SHORT : LONG) ?? {};
  return Buffer.concat([Buffer.of(LATEST), zstdCompressSync(text, { params, ...(dictionary && { dictionary }) })]);
}

function textOf(packed: Uint8Array): Buffer {
  const [kind = 0] = packed;
  const dictionary = DICTIONARIES.get(kind);
  if (dictionary !== undefined) return zstdDecompressSync(packed.subarray(1), { dictionary });
  if (kind === GZIP) return gunzipSync(packed);
  if (kind === BROTLI) return brotliDecompressSync(packed.subarray(1));
  throw new Error(`nothing that is packed here begins with ${kind}`);
}
