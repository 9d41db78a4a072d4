/** The parts of pdf.js that are used, and how a file is opened with it. */
import { UnreadableError } from '../../unreadable.ts';

type Unpdf = typeof import('unpdf');
type PDFDocumentProxy = Awaited<ReturnType<Unpdf['getDocumentProxy']>>;
export type PDFPageProxy = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;
export type PdfOps = Awaited<ReturnType<Unpdf['getResolvedPDFJS']>>['OPS'];

/** Operators and glyphs of one page: the fullest page of a report has some 20,000. */
const MAX_OPERATORS = 300_000;

/** What pdf.js hands over while it runs a page; the fields are its own. */
interface Chunk {
  fnArray: ArrayLike<number>;
  argsArray: ArrayLike<unknown>;
}
interface Running {
  opListReadCapability?: { reject(reason: unknown): void };
  streamReader?: { cancel(reason: unknown): Promise<void> } | null;
}

/**
 * Stops a page whose forms draw each other again and again: a few hundred bytes may stand for any number of operators.
 * pdf.js has no bound of its own, so the operators are counted as they come.
 */
export function boundOperators(page: PDFPageProxy, ops: PdfOps): void {
  const running = page as unknown as { _renderPageChunk(chunk: Chunk, state: Running): void };
  const take = running._renderPageChunk.bind(page);
  let operators = 0;
  running._renderPageChunk = (chunk, state) => {
    const { length } = chunk.fnArray;
    operators += length;
    for (let i = 0; i < length; i++) {
      if (chunk.fnArray[i] === ops.showText) operators += (chunk.argsArray[i] as [unknown[]])[0].length;
    }
    if (operators <= MAX_OPERATORS) return take(chunk, state);
    const reason = new UnreadableError('FILE.BOMB', `PDF: a page of more than ${MAX_OPERATORS} operators`);
    state.opListReadCapability?.reject(reason);
    void state.streamReader?.cancel(reason);
  };
}

const OPTIONS = {
  ...{ disableFontFace: false, useSystemFonts: false, isEvalSupported: false, verbosity: 0 },
  // Only the names of files are made from these: `MapsFactory` knows where the content is.
  ...{ cMapUrl: 'cmaps/', cMapPacked: true, standardFontDataUrl: 'fonts/', useWorkerFetch: false },
};

/** Gives pdf.js the character maps that Chinese fonts name instead of holding them; loaded when the first file names one. */
class MapsFactory {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const maps = kind === 'cMapUrl' ? (await import('./cmaps.json', { with: { type: 'json' } })).default : {};
    const map = (maps as Record<string, string>)[filename];
    if (map === undefined) throw new Error(`${filename} is not kept here`);
    return new Uint8Array(Buffer.from(map, 'base64'));
  }
}

/** No font is loaded to be shown: pdf.js would draw the outline of each glyph instead, a sixth of the time. */
function showNothing(file: PDFDocumentProxy): void {
  const { fontLoader } = (file as unknown as { _transport: { fontLoader: { bind(font: unknown): Promise<void> } } })
    ._transport;
  fontLoader.bind = async () => {};
}

/**
 * @param maxImageSize points of the largest picture that is decoded: by default none, for that takes nearly all of the time
 * @throws UnreadableError FILE.ENCRYPTED if a password is needed, FILE.DAMAGED.
 */
export async function openPdf(bytes: Uint8Array, maxImageSize = 1): Promise<{ file: PDFDocumentProxy; ops: PdfOps }> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  try {
    // pdf.js takes the buffer over, so it gets a copy.
    const options = { ...OPTIONS, maxImageSize, BinaryDataFactory: MapsFactory };
    const file = await getDocumentProxy(new Uint8Array(bytes), options);
    showNothing(file);
    return { file, ops: OPS };
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'PasswordException') throw new UnreadableError('FILE.ENCRYPTED', message, { cause: error });
    throw new UnreadableError('FILE.DAMAGED', `PDF: ${message}`, { cause: error });
  }
}
