/** How much a file may hold. Official reports stay far below; whatever is above is refused, not read in part. */
import { UnreadableError } from './unreadable.ts';

/** Bytes of one file as it arrives, and of one entry of a ZIP. */
export const MAX_BYTES = 25 * 1024 * 1024;
/** What is said of a file over {@link MAX_BYTES}. */
export function tooLarge(bytes: number): UnreadableError {
  const megabytes = (size: number) => `${Math.round(size / 1024 ** 2)} MB`;
  return new UnreadableError('FILE.TOO-LARGE', `${megabytes(bytes)} > ${megabytes(MAX_BYTES)}`);
}

/** What is said of a file whose reading was stopped at a bound, such as `15 s`, while something was being done with it. */
export function tookTooMuch(bound: string, step: string): UnreadableError {
  return new UnreadableError('FILE.TOO-LARGE', `stopped: ${bound}, ${step}`);
}

/** Bytes that one part of a packed file (docx, xlsx, odt) may unpack to. */
export const MAX_PART_BYTES = 64 * 1024 * 1024;
/** Bytes that all reports of a ZIP may unpack to: they are held in memory together. */
export const MAX_ZIP_BYTES = 200 * 1024 * 1024;
/** Entries of a packed file. */
export const MAX_ENTRIES = 5000;
/** Elements inside each other. Pages with unclosed `<font>` reach a few hundred. */
export const MAX_DEPTH = 1500;
/** The same of the XML of office files, each level of which takes more of the stack. A table in a table takes ten. */
export const MAX_XML_DEPTH = 600;
/** Bytes of parts of a packed file that are read again, since the file names one part many times: pages, sheets. */
export const MAX_REPEATED_BYTES = 4 * 1024 * 1024;
/** Lines of a text, elements of a page or an XML part. A page of 20 MB has 450,000; each costs up to 2 KB. */
export const MAX_NODES = 500_000;
/** Characters of a Word 97 file. */
export const MAX_CHARACTERS = 1_000_000;
/** Cells that one row may start; the widest official table has 15 columns. */
export const MAX_COLUMNS = 1000;
/** Rows of one table. */
export const MAX_ROWS = 100_000;

/** Merged areas of one sheet. */
export const MAX_MERGED_RANGES = 20_000;
/** Cells of all tables of a file, and those that pipes and spaces part in text: a few bytes may stand for any number of them. */
export const MAX_CELLS = 500_000;
/** Characters of all cells together, where a file may refer to one text many times. A report has some 20,000. */
export const MAX_REPEATED_CHARACTERS = 5_000_000;

/** Stops the reading of a file that is out of all proportion. */
export function refuse(what: string): never {
  throw new UnreadableError('FILE.BOMB', what);
}
