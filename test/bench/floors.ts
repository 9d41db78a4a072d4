/**
 * The least that could do a part of the work: what a figure is held against, measured beside it in the same process.
 * A floor gives no report; it is the price of the bytes and of the library.
 */
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'parse5';
import { SaxesParser } from 'saxes';

/** Text: decoded, cut into lines, one regular expression for each. */
export function plainText(bytes: Uint8Array): number {
  let found = 0;
  for (const line of new TextDecoder().decode(bytes).split('\n')) if (/^[一二三四五六]、|\d/.test(line)) found += 1;
  return found;
}

/** A page: decoded, and parse5 alone with its defaults. */
export function parse5Alone(bytes: Uint8Array): unknown {
  return parse(new TextDecoder().decode(bytes));
}

/** A Word file: unzipped (by the same zlib), and one pass over its main part and its styles with a parser that builds nothing. */
export function unzipAndSax(bytes: Uint8Array): number {
  let elements = 0;
  const parts = unzipSync(bytes);
  for (const name of ['word/document.xml', 'word/styles.xml', 'word/numbering.xml']) {
    const part = parts[name];
    if (part === undefined) continue;
    const parser = new SaxesParser({ xmlns: false, position: false });
    parser.on('opentag', () => {
      elements += 1;
    });
    parser.on('text', () => {});
    parser.write(strFromU8(part)).close();
  }
  return elements;
}

/** A PDF: its text items alone, as pdf.js gives them, without pictures as our reader. */
export async function textItems(bytes: Uint8Array): Promise<number> {
  const { getDocumentProxy } = await import('unpdf');
  const file = await getDocumentProxy(new Uint8Array(bytes), {
    ...{ maxImageSize: 1, disableFontFace: true, useSystemFonts: false, isEvalSupported: false, verbosity: 0 },
  });
  let items = 0;
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    items += (await page.getTextContent()).items.length;
    page.cleanup();
  }
  await file.destroy();
  return items;
}
