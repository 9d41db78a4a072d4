/** The parts of pdf.js that are used, and how a file is opened with it. */
import { UnreadableError } from '../../unreadable.ts';

type Unpdf = typeof import('unpdf');
type PDFDocumentProxy = Awaited<ReturnType<Unpdf['getDocumentProxy']>>;
export type PDFPageProxy = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;
export type PdfOps = Awaited<ReturnType<Unpdf['getResolvedPDFJS']>>['OPS'];

/** Pictures are not looked at: decoding them would take nearly all of the time and memory. */
const OPTIONS = { maxImageSize: 1, disableFontFace: true, useSystemFonts: false, isEvalSupported: false, verbosity: 0 };

/** @throws UnreadableError FILE.ENCRYPTED if a password is needed, FILE.DAMAGED. */
export async function openPdf(bytes: Uint8Array): Promise<{ file: PDFDocumentProxy; ops: PdfOps }> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  try {
    // pdf.js takes the buffer over, so it gets a copy.
    return { file: await getDocumentProxy(new Uint8Array(bytes), OPTIONS), ops: OPS };
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'PasswordException') throw new UnreadableError('FILE.ENCRYPTED', message, { cause: error });
    throw new UnreadableError('FILE.DAMAGED', `PDF: ${message}`, { cause: error });
  }
}
