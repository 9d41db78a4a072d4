/**
 * JSON in few bytes: DynamoDB counts a write in kilobytes, and all reports have the same cells, rules and words. Packed
 * with Zstandard and a dictionary, which every reader has to have: `dictionary-1.json` never changes, and another one is
 * a new file with a new number. What earlier releases packed with Brotli and gzip is read as well.
 */
import { brotliDecompressSync, constants, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { ZstdCompress } from 'minizlib';
import first from './dictionary-1.json' with { type: 'json' };
import { lately } from './lately.ts';

/** By the number that stands in front of what is packed with it. */
const DICTIONARIES: ReadonlyMap<number, Buffer> = new Map([[0x01, Buffer.from(first.text)]]);
const LATEST = 0x01;
/** Of what is long the last tenth is worth the time; of what is short the dictionary is nearly all. */
const LONG_CHARACTERS = 12_000;
const [SHORT_LEVEL, LONG_LEVEL] = [2, 5];
/** https://www.rfc-editor.org/rfc/rfc1952#page-6 */
const GZIP = 0x1f;
const BROTLI = 0x42;

/** By level: making its tables of the dictionary takes a compressor thirty times as long as a small text, so it is kept. */
const compressors = new Map<number, ZstdCompress>();

/** A check reads what it has just written. */
const MOST_OF_LATE = 100;
const texts = lately<string>(MOST_OF_LATE);

export function packJson(value: unknown): Uint8Array {
  const text = JSON.stringify(value);
  const bytes = compressed(text);
  texts.of(keyOf(bytes), () => text);
  return bytes;
}

/** @throws Error where the bytes are damaged, or packed with a dictionary that this release has not */
export function unpackJson<Value>(bytes: Uint8Array): Value {
  return JSON.parse(texts.of(keyOf(bytes), () => textOf(bytes).toString('utf8'))) as Value;
}

const keyOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

function compressed(text: string): Uint8Array {
  const level = text.length < LONG_CHARACTERS ? SHORT_LEVEL : LONG_LEVEL;
  const compressor = compressors.get(level) ?? compressorOf(level);
  // One that broke off in the middle of a text is of no use for the next.
  compressors.delete(level);
  compressor.write(Buffer.from(text));
  const frame = compressor.read() as Buffer;
  compressors.set(level, compressor);
  return Buffer.concat([Buffer.of(LATEST), frame]);
}

/** Each text that is written to it is a frame of its own. */
function compressorOf(level: number): ZstdCompress {
  const dictionary = DICTIONARIES.get(LATEST);
  const params = { [constants.ZSTD_c_compressionLevel]: level };
  // Its types have no `params`, which it hands on to Node's `zlib`.
  const options = { flush: constants.ZSTD_e_end, params, ...(dictionary && { dictionary }) };
  return new ZstdCompress(options);
}

function textOf(packed: Uint8Array): Buffer {
  const [kind = 0] = packed;
  const dictionary = DICTIONARIES.get(kind);
  if (dictionary !== undefined) return zstdDecompressSync(packed.subarray(1), { dictionary });
  if (kind === GZIP) return gunzipSync(packed);
  if (kind === BROTLI) return brotliDecompressSync(packed.subarray(1));
  throw new Error(`nothing that is packed here begins with ${kind}`);
}
