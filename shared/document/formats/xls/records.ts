/** The records of a workbook stream ([MS-XLS] 2.1.4): a number that says the kind, a length, and so many bytes. */
import { refuse } from '../../limits.ts';
import { UnreadableError } from '../../unreadable.ts';

export const RECORD = {
  formula: 0x0006,
  end: 0x000a,
  password: 0x002f,
  continued: 0x003c,
  codePage: 0x0042,
  column: 0x007d,
  sheet: 0x0085,
  manyNumbers: 0x00bd,
  manyBlanks: 0x00be,
  richText: 0x00d6,
  merged: 0x00e5,
  sharedStrings: 0x00fc,
  sharedString: 0x00fd,
  blank: 0x0201,
  number: 0x0203,
  text: 0x0204,
  truth: 0x0205,
  result: 0x0207,
  row: 0x0208,
  shortNumber: 0x027e,
  begin: 0x0809,
} as const;

export interface BiffRecord {
  type: number;
  /** Its own bytes, then those of each record that continues it. */
  parts: DataView[];
}

/** Records of all sheets together. A report has some thousands; sheets may be named that are one and the same. */
const MAX_RECORDS = 2_000_000;

export class Records {
  readonly #bytes: DataView;
  #left = MAX_RECORDS;

  constructor(stream: Uint8Array) {
    this.#bytes = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  }

  /**
   * The records from a beginning to its end, without those that stand inside (charts).
   * @throws UnreadableError FILE.DAMAGED where a record leads out of the stream, FILE.BOMB above the bound.
   */
  *from(offset: number): Generator<BiffRecord> {
    let depth = 0;
    for (let at = offset; ; ) {
      const record = this.#at(at);
      at += 4 + (record.parts[0] as DataView).byteLength;
      while (at + 4 <= this.#bytes.byteLength && this.#bytes.getUint16(at, true) === RECORD.continued) {
        const [more] = this.#at(at).parts as [DataView];
        record.parts.push(more);
        at += 4 + more.byteLength;
      }
      if (record.type === RECORD.begin) depth++;
      if (record.type === RECORD.end && --depth <= 0) return;
      if (depth <= 1) yield record;
    }
  }

  #at(offset: number): BiffRecord {
    if (--this.#left < 0) refuse(`more than ${MAX_RECORDS} records`);
    if (offset + 4 > this.#bytes.byteLength) throw new UnreadableError('FILE.DAMAGED', 'xls: a sheet without an end');
    const length = this.#bytes.getUint16(offset + 2, true);
    if (offset + 4 + length > this.#bytes.byteLength) throw new UnreadableError('FILE.DAMAGED', 'xls: a record is cut');
    const part = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + offset + 4, length);
    return { type: this.#bytes.getUint16(offset, true), parts: [part] };
  }
}
