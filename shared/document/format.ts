/** What a file format says of itself, so that the list of formats is all that sniffing, reading and docs need. */
import type { DocumentContent, MediaType } from './types.ts';

export interface InputFile {
  /** Only a hint; of a file inside another it is `outer.zip!/inner.txt`. */
  name: string;
  bytes: Uint8Array;
}

/** A file as it is looked at before anything is known about it. */
export interface Sniffed extends InputFile {
  /** The first 1,024 bytes, one character for each. */
  head: string;
  /** The first 256 KB likewise, without zero bytes, so that the ASCII of UTF-16 can be compared. */
  start: string;
  /** The files of a ZIP; `null` for everything else. */
  packed: PackedNames | null;
  /** Names of the streams of a compound file in lower case; none for everything else, or where they cannot be read. */
  streams: ReadonlySet<string>;
}

export interface PackedNames {
  /** Whether a file of this name is in it; names are compared in lower case and without a slash before them. */
  has(name: string | RegExp): boolean;
  /** The text of a small XML part, as far as it is one; '' if there is none of this name. */
  text(name: string): string;
}

/** What a reader may use besides the bytes. */
export interface Reading {
  /** Name of the file, a hint only. */
  name: string;
  /**
   * Says what is being done, for the case that it is never finished.
   * @param seconds of processor time that this step may take beside what any file may take
   */
  step(what: string, seconds?: number): void;
  /** Reads a file that stands inside this one, as a document of its own. @throws UnreadableError as its reader does. */
  inner(file: InputFile): Promise<DocumentContent>;
}

/** @throws UnreadableError where the file holds no text that can be read. */
type Reader = (bytes: Uint8Array, reading: Reading) => DocumentContent | Promise<DocumentContent>;

/** A file inside another; one that cannot be taken out is told by the error that `bytes` throws. */
export interface InnerFile {
  name: string;
  bytes(): Uint8Array;
}

interface Recognised {
  /** Short name, as people say it. */
  kind: string;
  mediaType: MediaType;
  /** Endings of file names that such files have, lower case, without the dot. */
  extensions: readonly string[];
  recognises(file: Sniffed): boolean;
}

/** A format that is read as one document. */
export interface DocumentFormat extends Recognised {
  /** Places are lines of the file as an editor shows them. */
  lined?: boolean;
  load(): Promise<Reader>;
}

/** A format that holds files, each of which is read by itself. */
export interface ContainerFormat extends Recognised {
  /** The files in it that may be reports. @throws UnreadableError if there are none, or too much to hold at once. */
  open(): Promise<(file: InputFile) => InnerFile[]>;
}

export type Format = DocumentFormat | ContainerFormat;
