/** gzip (RFC 1952): stores and web servers pack single files so, and some keep them as they came. */
import { gunzipSync } from 'node:zlib';
import type { InputFile } from './format.ts';
import { MAX_BYTES, refuse } from './limits.ts';
import { UnreadableError } from './unreadable.ts';

/**
 * What was packed, by the name without `.gz`; every other file as it is.
 * @throws UnreadableError FILE.BOMB above {@link MAX_BYTES}, FILE.DAMAGED.
 */
export function gunzipped(file: InputFile): InputFile {
  const { bytes, name } = file;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return file;
  try {
    return { name: name.replace(/\.(?:gz|gzip)$/i, ''), bytes: gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) };
  } catch (error) {
    if (error instanceof RangeError) refuse(`gzip: more than ${MAX_BYTES} bytes`);
    throw new UnreadableError('FILE.DAMAGED', `gzip: ${(error as Error).message}`, { cause: error });
  }
}
