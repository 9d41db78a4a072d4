/** The characters of a Word 97–2003 file in reading order: [MS-DOC] 2.4.1 (piece table). */

import type { CompoundFile } from '../../compound.ts';
import { MAX_CHARACTERS, refuse } from '../../limits.ts';
import { UnreadableError } from '../../unreadable.ts';
import { WordLists } from './lists.ts';
import { isOn, Properties, type PropertyKind, slice } from './properties.ts';

/** Parts of the text, in the order in which they follow each other. */
const PARTS = ['body', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'boxes'] as const;
export type WordPart = (typeof PARTS)[number];

/** Offsets in the FIB, 2.5: where its first count of characters and its pairs of offset and length stand. */
const COUNTS = 0x4c;
const CHARACTER_BINS = 0xfa;
const PARAGRAPH_BINS = 0x102;
const PIECES = 0x1a2;
const LIST_DEFINITIONS = 0x2e2;
const LIST_OVERRIDES = 0x2ea;

const DELETED = 0x0800;
const HIDDEN = 0x083c;

export interface Character {
  text: string;
  /** Byte offset in the stream `WordDocument`: the key to its properties. */
  offset: number;
}

export class WordText {
  readonly paragraphs: Properties;
  readonly lists: WordLists;
  readonly #document: DataView;
  readonly #table: DataView;
  readonly #characters: Character[];

  /** @throws UnreadableError FILE.ENCRYPTED, FILE.DAMAGED; FILE.KIND for compound files of other programs. */
  constructor(file: CompoundFile) {
    const document = file.stream('WordDocument');
    if (document === undefined) throw withoutText(file);
    this.#document = viewOf(document);
    if (document.length < 0x300 || this.#document.getUint16(0, true) !== 0xa5ec) {
      throw new UnreadableError('FILE.KIND', 'Word 95 or older');
    }
    const flags = this.#document.getUint16(0x0a, true);
    if ((flags & 0x0100) !== 0) throw new UnreadableError('FILE.ENCRYPTED');
    const table = file.stream((flags & 0x0200) === 0 ? '0Table' : '1Table');
    if (table === undefined) throw new UnreadableError('FILE.DAMAGED', 'no table stream');
    this.#table = viewOf(table);
    const data = file.stream('Data');
    const properties = (kind: PropertyKind, at: number) =>
      new Properties(kind, this.#document, this.#structure(at), data === undefined ? null : viewOf(data));
    this.paragraphs = properties('paragraph', PARAGRAPH_BINS);
    this.lists = new WordLists(this.#table, this.#span(LIST_DEFINITIONS), this.#span(LIST_OVERRIDES));
    const runs = properties('character', CHARACTER_BINS);
    this.#characters = this.#pieces(({ offset }) => {
      const modifiers = runs.at(offset);
      return !isOn(modifiers, DELETED) && !isOn(modifiers, HIDDEN);
    });
  }

  /** The characters of one part that are printed. */
  part(part: WordPart): Character[] {
    const counts = PARTS.map((_, i) => this.#document.getUint32(COUNTS + i * 4, true));
    const index = PARTS.indexOf(part);
    const start = counts.slice(0, index).reduce((sum, count) => sum + count, 0);
    return this.#characters.slice(start, start + (counts[index] as number)).filter(({ text }) => text !== '');
  }

  /** A structure of the table stream, from its pair of offset and length in the FIB. */
  #structure(at: number): DataView {
    return slice(this.#table, ...this.#span(at));
  }

  #span(at: number): [number, number] {
    return [this.#document.getUint32(at, true), this.#document.getUint32(at + 4, true)];
  }

  /** All characters; those not printed keep their position with an empty text. */
  #pieces(isPrinted: (character: Character) => boolean): Character[] {
    const pieces = this.#pieceTable();
    const count = Math.floor((pieces.byteLength - 4) / 12);
    const characters: Character[] = [];
    for (let i = 0; i < count; i++) {
      const length = pieces.getUint32(i * 4 + 4, true) - pieces.getUint32(i * 4, true);
      const packed = pieces.getUint32((count + 1) * 4 + i * 8 + 2, true);
      const isNarrow = (packed & 0x40000000) !== 0;
      const start = isNarrow ? (packed & 0x3fffffff) >>> 1 : packed & 0x3fffffff;
      if (characters.length + length > MAX_CHARACTERS) refuse(`more than ${MAX_CHARACTERS} characters`);
      const text = decodePiece(slice(this.#document, start, isNarrow ? length : length * 2), isNarrow);
      for (let c = 0; c < text.length; c++) {
        const character = { text: text.charAt(c), offset: start + (isNarrow ? c : c * 2) };
        characters.push(isPrinted(character) ? character : { ...character, text: '' });
      }
    }
    return characters;
  }

  /** 2.9.38 Clx: property lists to skip, then the piece table. */
  #pieceTable(): DataView {
    const clx = this.#structure(PIECES);
    let at = 0;
    while (at + 3 <= clx.byteLength && clx.getUint8(at) === 1) at += 3 + clx.getUint16(at + 1, true);
    if (at + 5 > clx.byteLength || clx.getUint8(at) !== 2) throw new UnreadableError('FILE.DAMAGED', 'no piece table');
    return slice(clx, at + 5, clx.getUint32(at + 1, true));
  }
}

function withoutText(file: CompoundFile): UnreadableError {
  if (file.stream('EncryptedPackage') !== undefined) return new UnreadableError('FILE.ENCRYPTED');
  return new UnreadableError('FILE.KIND', 'a compound file without Word text');
}

function decodePiece(bytes: DataView, isNarrow: boolean): string {
  return new TextDecoder(isNarrow ? 'windows-1252' : 'utf-16le').decode(bytes);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
