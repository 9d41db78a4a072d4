/** Compound files ([MS-CFB]), in which Office 97–2003 and WPS keep their streams. Only streams of the root are read. */
import { UnreadableError } from './unreadable.ts';

/** The first bytes of every compound file, one character each. */
export const COMPOUND = '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1';

const END_OF_CHAIN = 0xfffffffe;
const NO_ENTRY = 0xffffffff;
const ENTRY_BYTES = 128;
const STREAM = 2;

interface Entry {
  name: string;
  type: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

export class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorSize: number;
  readonly #fat: Uint32Array;
  readonly #entries: Entry[];

  /** @throws UnreadableError FILE.DAMAGED where the header or a chain of sectors leads nowhere. */
  constructor(bytes: Uint8Array) {
    if (bytes.length < 512) throw damaged('header');
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#sectorSize = 1 << this.#view.getUint16(30, true);
    if (this.#sectorSize !== 512 && this.#sectorSize !== 4096) throw damaged('sector size');
    this.#fat = this.#readFat();
    this.#entries = this.#readEntries();
    if (this.#entries.length === 0) throw damaged('directory');
  }

  /** Names of the streams of the root storage, in lower case. */
  names(): Set<string> {
    return new Set(this.#children().flatMap(({ name, type }) => (type === STREAM ? [name.toLowerCase()] : [])));
  }

  /** The content of a stream of the root storage, whatever the case of its name; `undefined` if there is none. */
  stream(name: string): Uint8Array | undefined {
    const wanted = name.toLowerCase();
    const entry = this.#children().find((child) => child.name.toLowerCase() === wanted && child.type === STREAM);
    if (entry === undefined) return undefined;
    const cutoff = this.#view.getUint32(56, true);
    const content = entry.size < cutoff ? this.#miniStream(entry) : this.#chain(entry.start);
    if (content.length < entry.size) throw damaged(`stream ${name}`);
    return content.subarray(0, entry.size);
  }

  /** All entries in the tree below the root. */
  #children(): Entry[] {
    const found = new Set<Entry>();
    const waiting = [this.#entries[0]?.child ?? NO_ENTRY];
    for (const index of waiting) {
      const entry = this.#entries[index];
      if (entry === undefined || found.has(entry)) continue;
      found.add(entry);
      waiting.push(entry.left, entry.right);
    }
    return [...found];
  }

  #readFat(): Uint32Array {
    const sectors: number[] = [];
    for (let i = 0; i < 109; i++) sectors.push(this.#view.getUint32(76 + i * 4, true));
    let next = this.#view.getUint32(68, true);
    const perSector = this.#sectorSize / 4 - 1;
    const sectorsInFile = Math.ceil(this.#bytes.length / this.#sectorSize);
    for (let left = sectorsInFile; left > 0 && next < END_OF_CHAIN - 1; left--) {
      const sector = this.#sector(next);
      for (let i = 0; i < perSector; i++) sectors.push(sector.getUint32(i * 4, true));
      next = sector.getUint32(perSector * 4, true);
    }
    const stated = Math.min(this.#view.getUint32(44, true), sectorsInFile);
    const used = sectors.slice(0, stated).filter((sector) => sector < END_OF_CHAIN - 1);
    return numbers(used.map((sector) => this.#sector(sector)));
  }

  #sector(index: number): DataView {
    const start = (index + 1) * this.#sectorSize;
    if (start + this.#sectorSize > this.#bytes.length) throw damaged(`sector ${index}`);
    return new DataView(this.#bytes.buffer, this.#bytes.byteOffset + start, this.#sectorSize);
  }

  /** The bytes of a chain; its last sector may be cut short by the end of the file. */
  #chain(start: number): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let at = start; at < END_OF_CHAIN; at = this.#fat[at] ?? END_OF_CHAIN) {
      if (parts.length > this.#fat.length) throw damaged('chain of sectors without end');
      parts.push(this.#bytes.subarray((at + 1) * this.#sectorSize, (at + 2) * this.#sectorSize));
    }
    return Buffer.concat(parts);
  }

  /** Small streams share one stream, in pieces of 64 bytes. */
  #miniStream({ start, size }: Entry): Uint8Array {
    const shared = this.#chain(this.#entries[0]?.start ?? END_OF_CHAIN);
    const chain = this.#chain(this.#view.getUint32(60, true));
    const fat = numbers([new DataView(chain.buffer, chain.byteOffset, chain.length)]);
    const parts: Uint8Array[] = [];
    for (let at = start; at < END_OF_CHAIN && parts.length * 64 < size; at = fat[at] ?? END_OF_CHAIN) {
      parts.push(shared.subarray(at * 64, at * 64 + 64));
    }
    return Buffer.concat(parts);
  }

  #readEntries(): Entry[] {
    const bytes = this.#chain(this.#view.getUint32(48, true));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const entries: Entry[] = [];
    for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
      const nameBytes = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
      entries.push({
        name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + nameBytes)),
        type: view.getUint8(at + 66),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    return entries;
  }
}

function numbers(views: DataView[]): Uint32Array {
  const count = views.reduce((sum, view) => sum + Math.floor(view.byteLength / 4), 0);
  const all = new Uint32Array(count);
  let next = 0;
  for (const view of views) {
    for (let at = 0; at + 4 <= view.byteLength; at += 4) all[next++] = view.getUint32(at, true);
  }
  return all;
}

function damaged(detail: string): UnreadableError {
  return new UnreadableError('FILE.DAMAGED', `OLE: ${detail}`);
}
