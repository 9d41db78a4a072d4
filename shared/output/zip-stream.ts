/** A ZIP written as it comes, entry by entry, in bounded memory. Sizes follow their data (APPNOTE 6.3.10, 4.4.4 bit 3). */
import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

export type WriteBytes = (bytes: Uint8Array) => Promise<void>;

interface Written {
  name: Buffer;
  crc: number;
  compressed: number;
  size: number;
  offset: number;
}

/** Deflated, names in UTF-8, sizes in a descriptor behind the data. */
const VERSION = 20;
const FLAGS = 0x0808;
const DEFLATE = 8;
/** 1980-01-01: the same content gives the same bytes. */
const DATE = 0x0021;
const LARGEST = 0xffffffff;

export class ZipStream {
  readonly #write: WriteBytes;
  readonly #entries: Written[] = [];
  #offset = 0;

  constructor(write: WriteBytes) {
    this.#write = write;
  }

  /** One entry at a time: the one before must be closed. @throws RangeError above 4 GB */
  async open(path: string): Promise<{ write(content: string | Uint8Array): Promise<void>; close(): Promise<void> }> {
    const name = Buffer.from(path);
    const entry: Written = { name, crc: 0, compressed: 0, size: 0, offset: this.#offset };
    await this.#put(header(0x04034b50, [VERSION, FLAGS, DEFLATE, 0, DATE], [0, 0, 0], [name.length, 0]), name);
    const deflate = createDeflateRaw();
    const pumped = (async () => {
      for await (const chunk of deflate) {
        entry.compressed += (chunk as Buffer).length;
        await this.#put(chunk as Buffer);
      }
    })();
    return {
      write: async (content) => {
        const bytes = typeof content === 'string' ? Buffer.from(content) : content;
        entry.crc = crc32(bytes, entry.crc);
        entry.size += bytes.length;
        if (!deflate.write(bytes)) await Promise.race([once(deflate, 'drain'), pumped]);
      },
      close: async () => {
        deflate.end();
        await pumped;
        if (entry.size > LARGEST || this.#offset > LARGEST)
          throw new RangeError(`${path}: more than a ZIP of 4 GB holds`);
        await this.#put(header(0x08074b50, [], [entry.crc, entry.compressed, entry.size], []));
        this.#entries.push(entry);
      },
    };
  }

  /** Writes the directory. */
  async end(): Promise<void> {
    const start = this.#offset;
    for (const { name, crc, compressed, size, offset } of this.#entries) {
      const fixed = header(
        0x02014b50,
        [VERSION, VERSION, FLAGS, DEFLATE, 0, DATE],
        [crc, compressed, size],
        [name.length],
      );
      const rest = Buffer.alloc(16);
      rest.writeUInt32LE(offset, 12);
      await this.#put(fixed, rest, name);
    }
    const count = this.#entries.length;
    await this.#put(header(0x06054b50, [0, 0, count, count], [this.#offset - start, start], [0]));
  }

  async #put(...parts: Buffer[]): Promise<void> {
    for (const part of parts) {
      this.#offset += part.length;
      await this.#write(part);
    }
  }
}

/** A signature, then numbers of two bytes, of four, and of two again. */
function header(signature: number, shorts: number[], longs: number[], last: number[]): Buffer {
  const buffer = Buffer.alloc(4 + 2 * shorts.length + 4 * longs.length + 2 * last.length);
  let at = buffer.writeUInt32LE(signature, 0);
  for (const value of shorts) at = buffer.writeUInt16LE(value, at);
  for (const value of longs) at = buffer.writeUInt32LE(value, at);
  for (const value of last) at = buffer.writeUInt16LE(value, at);
  return buffer;
}
