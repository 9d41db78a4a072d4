/** pdf.js unpacks whole streams into memory, however large. So those that it will look at are measured before. */
import { constants, inflateSync } from 'node:zlib';
import { MAX_PART_BYTES, refuse } from '../../limits.ts';

/** Streams together: fonts and pages of the largest report have some 50 MB. */
const MAX_TOTAL = 4 * MAX_PART_BYTES;
/** The dictionary of a stream stands right before it. */
const DICTIONARY_BYTES = 600;

/** @throws UnreadableError FILE.BOMB where a stream, or all of them, unpack to too much. Pictures are not unpacked at all. */
export function refuseBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let total = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY_BYTES), at);
    const dictionary = before.slice(Math.max(before.lastIndexOf(' obj'), 0));
    if (!/\/(?:FlateDecode|Fl)\b/.test(dictionary) || /\/Image\b/.test(dictionary)) continue;
    total += unpackedSize(file.subarray(at + (file[at + 6] === 0x0d ? 8 : 7)));
    if (total > MAX_TOTAL) refuse(`PDF: streams of more than ${MAX_TOTAL} bytes`);
  }
}

/** Streams that zlib cannot read are left to pdf.js, which stops where they break. */
function unpackedSize(packed: Uint8Array): number {
  try {
    return inflateSync(packed, { maxOutputLength: MAX_PART_BYTES, finishFlush: constants.Z_SYNC_FLUSH }).length;
  } catch (error) {
    if (error instanceof RangeError) refuse(`PDF: a stream of more than ${MAX_PART_BYTES} bytes`);
    return 0;
  }
}
