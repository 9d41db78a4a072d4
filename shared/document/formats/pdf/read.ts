/** PDF files with a text layer: rows and paragraphs are rebuilt from where things stand on the page. */

import type { Reading } from '../../format.ts';
import { NOTES } from '../../notes.ts';
import type { DocumentContent } from '../../types.ts';
import { UnreadableError } from '../../unreadable.ts';
import { blocksOf } from './blocks.ts';
import { refuseBombs } from './bombs.ts';
import { refuseGarbled } from './garbled.ts';
import { joinPages } from './join.ts';
import { boundOperators, openPdf } from './library.ts';
import { marksOf } from './marks.ts';
import { pageItems } from './page.ts';
import { withoutStrayRejections } from './stray.ts';
import type { Page } from './types.ts';

/** A scan may carry a page number or a stamp as text; a report has thousands of characters. */
const MIN_GLYPHS = 20;

/**
 * Reads a PDF. `line` of a place counts paragraphs and table rows through the file; `x` and `y` are points from the
 * left and from the top of the page.
 * @throws UnreadableError FILE.ENCRYPTED, FILE.DAMAGED, FILE.BOMB; FILE.PICTURES without text, and without a table 3 in its pictures.
 */
export async function readPdf(bytes: Uint8Array, reading: Reading): Promise<DocumentContent> {
  refuseBombs(bytes);
  return withoutStrayRejections(() => readPages(bytes, reading));
}

async function readPages(bytes: Uint8Array, reading: Reading): Promise<DocumentContent> {
  const { file, ops } = await openPdf(bytes);
  try {
    const pages: Page[] = [];
    let glyphs = 0;
    let slanted = 0;
    const text: string[] = [];
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      reading.step(`page ${number} of ${file.numPages}`);
      boundOperators(page, ops);
      const marks = await marksOf(page, ops);
      glyphs += marks.glyphs.length;
      slanted += marks.slanted;
      const { width, height } = marks;
      text.push(marks.glyphs.map((glyph) => glyph.text).join(''));
      pages.push({ number, width, height, items: pageItems(marks) });
      page.cleanup();
    }
    if (glyphs < MIN_GLYPHS) return await (await import('#pictures')).readPictures(bytes, reading);
    refuseGarbled(text.join('\n'));
    return {
      blocks: blocksOf(joinPages(pages)),
      encoding: null,
      title: await titleOf(file),
      published: null,
      notes: slanted > 0 ? [NOTES.slanted(slanted)] : [],
    };
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError('FILE.DAMAGED', `PDF: ${(error as Error).message}`, { cause: error });
  } finally {
    await file.destroy();
  }
}

async function titleOf(file: Awaited<ReturnType<typeof openPdf>>['file']): Promise<string | null> {
  const { Title: title } = (await file.getMetadata()).info as { Title?: unknown };
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : null;
}
