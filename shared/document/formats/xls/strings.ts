/** Strings of a workbook stream ([MS-XLS] 2.5.293, 2.5.294), which may go on in the record that continues theirs. */
import { MAX_REPEATED_CHARACTERS, refuse } from '../../limits.ts';
import type { BiffRecord } from './records.ts';

/** How texts are kept: `null` is Unicode (Excel 97 and later), otherwise a code page of Windows. */
export type CodePage = string | null;

const WIDE = 1;
const WITH_READINGS = 4;
const WITH_FORMATS = 8;
const CODE_PAGES: Record<number, string> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  1200: 'utf-16le',
};

/** The encoding of a code page by its number; Excel means the Chinese one where it says nothing that is known. */
export function encodingOf(codePage: number): string {
  return CODE_PAGES[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'gb18030');
}

/** Walks the bytes of a record and of those that continue it. @throws RangeError beyond the last. */
export class Bytes {
  readonly #parts: readonly DataView[];
  #part = 0;
  #at: number;

  constructor({ parts }: BiffRecord, at = 0) {
    this.#parts = parts;
    this.#at = at;
  }

  get isAtEnd(): boolean {
    return this.#part >= this.#parts.length - 1 && this.#at >= (this.#parts[this.#part]?.byteLength ?? 0);
  }

  number(size: 1 | 2 | 4): number {
    const view = this.#here();
    const at = this.#at;
    this.#at += size;
    return size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
  }

  skip(count: number): void {
    for (let left = count; left > 0; ) {
      const step = Math.min(left, this.#here().byteLength - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** Characters that may go on behind a border, where a byte says anew how wide they are. */
  unicode(count: number, flags: number): string {
    let text = '';
    for (let left = count, wide = (flags & WIDE) !== 0; left > 0; ) {
      if (this.#at >= (this.#parts[this.#part]?.byteLength ?? 0))
        wide = (this.#next().getUint8(this.#at++) & WIDE) !== 0;
      const view = this.#here();
      const size = wide ? 2 : 1;
      const step = Math.min(left, Math.floor((view.byteLength - this.#at) / size));
      if (step === 0) throw new RangeError('half a character');
      const bytes = new Uint8Array(view.buffer, view.byteOffset + this.#at, step * size);
      text += Buffer.from(bytes).toString(wide ? 'utf16le' : 'latin1');
      this.#at += step * size;
      left -= step;
    }
    return text;
  }

  bytes(count: number): Uint8Array {
    const view = this.#here();
    if (this.#at + count > view.byteLength) throw new RangeError('a text longer than its record');
    this.#at += count;
    return new Uint8Array(view.buffer, view.byteOffset + this.#at - count, count);
  }

  #here(): DataView {
    return this.#at >= (this.#parts[this.#part]?.byteLength ?? 0)
      ? this.#next()
      : (this.#parts[this.#part] as DataView);
  }

  #next(): DataView {
    const next = this.#parts[++this.#part];
    this.#at = 0;
    if (next === undefined) throw new RangeError('the record ends too early');
    return next;
  }
}

/** A text behind a count of characters of `size` bytes. */
export function textAt(bytes: Bytes, codePage: CodePage, size: 1 | 2): string {
  const count = bytes.number(size);
  if (codePage !== null) return new TextDecoder(codePage).decode(bytes.bytes(count));
  return count === 0 && bytes.isAtEnd ? '' : bytes.unicode(count, bytes.number(1));
}

/** The texts that cells refer to by their number. @throws UnreadableError FILE.BOMB */
export function sharedStrings(record: BiffRecord): string[] {
  const bytes = new Bytes(record, 4);
  const count = bytes.number(4);
  const strings: string[] = [];
  let characters = 0;
  while (strings.length < count && !bytes.isAtEnd) {
    const length = bytes.number(2);
    characters += length;
    if (characters > MAX_REPEATED_CHARACTERS) refuse(`texts of more than ${MAX_REPEATED_CHARACTERS} characters`);
    const flags = bytes.number(1);
    const formats = flags & WITH_FORMATS ? bytes.number(2) : 0;
    const readings = flags & WITH_READINGS ? bytes.number(4) : 0;
    strings.push(bytes.unicode(length, flags));
    bytes.skip(formats * 4 + readings);
  }
  return strings;
}
