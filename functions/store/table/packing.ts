/**
 * JSON in few bytes: DynamoDB counts a write in kilobytes. Brotli at this quality takes the time of gzip and a sixth
 * fewer bytes; what an earlier release packed with gzip is read as well.
 */
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from 'node:zlib';

const OPTIONS = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
/** https://www.rfc-editor.org/rfc/rfc1952#page-6: no Brotli stream of ours begins so. */
const GZIP = [0x1f, 0x8b] as const;
/** Brotli has no signature of its own, so ours begins with a byte that gzip does not have. */
const BROTLI = 0x42;

export function packJson(value: unknown): Uint8Array {
  return Buffer.concat([Buffer.of(BROTLI), brotliCompressSync(JSON.stringify(value), OPTIONS)]);
}

/** @throws Error where the bytes are damaged */
export function unpackJson<Value>(packed: Uint8Array): Value {
  const isGzip = packed[0] === GZIP[0] && packed[1] === GZIP[1];
  const text = isGzip ? gunzipSync(packed) : brotliDecompressSync(packed.subarray(1));
  return JSON.parse(text.toString('utf8')) as Value;
}
