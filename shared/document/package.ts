/** A packed office file (docx, xlsx, odt): its XML parts by name. */
import { MAX_PART_BYTES } from './limits.ts';
import { UnreadableError } from './unreadable.ts';
import { parseXml, type XmlElement } from './xml.ts';
import { unzip, zipEntries } from './zip.ts';

export class Package {
  readonly #bytes: Uint8Array;
  readonly #entries;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#entries = new Map(zipEntries(bytes).map((entry) => [entry.name, entry]));
  }

  has(matching: RegExp): boolean {
    return [...this.#entries.keys()].some((name) => matching.test(name));
  }

  /** The root of a part; `undefined` if the file has no such part. */
  optional(name: string): XmlElement | undefined {
    const entry = this.#entries.get(name);
    return entry && parseXml(unzip(this.#bytes, entry, MAX_PART_BYTES), name);
  }

  /** @throws UnreadableError FILE.DAMAGED if the part is missing. */
  part(name: string): XmlElement {
    const root = this.optional(name);
    if (root === undefined) throw new UnreadableError('FILE.DAMAGED', `${name} is missing`);
    return root;
  }
}
