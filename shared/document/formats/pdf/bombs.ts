/**
 * pdf.js unpacks whole streams into memory, however large, and where a file is damaged it parses each object whose number
 * came before. So what it will look at is measured before.
 */
import { constants, inflateSync } from 'node:zlib';
import { MAX_PART_BYTES, refuse } from '../../limits.ts';

/** Streams together: fonts and pages of the largest report have some 50 MB. */
const MAX_TOTAL = 4 * MAX_PART_BYTES;
/** The dictionary of a stream stands right before it. */
const DICTIONARY_BYTES = 600;

/** Bytes that objects whose number stood before would be parsed over, and how many of them a changed file may have anyway. */
const MAX_REPEATED = 20 * 1024 * 1024;
const FEW = 20;
const OBJECT = /(?:^|[^\d])(\d{1,10})\s{1,4}\d{1,5}\s{1,4}obj\b/g;

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
  refuseRepeated(file.toString('latin1'));
}

/** An object whose brackets are not closed is parsed to the end of the file, over all that follow. */
function refuseRepeated(text: string): void {
  const seen = new Set<string>();
  let open = 0;
  let repeated = 0;
  for (const { index, 1: number = '' } of text.matchAll(OBJECT)) {
    if (!seen.has(number)) seen.add(number);
    else if (!isClosed(text, index)) {
      open += 1;
      repeated += text.length - index;
      if (open > FEW && repeated > MAX_REPEATED) refuse(`PDF: ${open} repeated objects without an end`);
    }
  }
}

const MAX_LOOKED_AT = 4096;

function isClosed(text: string, start: number): boolean {
  const [object = ''] = text.slice(start, start + MAX_LOOKED_AT).split(/endobj|stream/, 1);
  const count = (bracket: RegExp) => object.match(bracket)?.length ?? 0;
  return count(/\[/g) === count(/\]/g) && count(/<</g) === count(/>>/g);
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
