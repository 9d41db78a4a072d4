/** OFD files (GB/T 33190-2016): pages of text and lines at their places, laid out by the same code as those of PDF. */
import type { Reading } from '../../format.ts';
import { Package, zippedParts } from '../../package.ts';
import type { DocumentContent } from '../../types.ts';
import { UnreadableError } from '../../unreadable.ts';
import { find, findAll, textContent, type XmlElement } from '../../xml.ts';
import { blocksOf } from '../pdf/blocks.ts';
import { withoutFrame } from '../pdf/frame.ts';
import { refuseGarbled } from '../pdf/garbled.ts';
import { joinPages } from '../pdf/join.ts';
import { pageItems } from '../pdf/page.ts';
import { turned } from '../pdf/turn.ts';
import type { Page } from '../pdf/types.ts';
import { type Box, boxOf, drawnObjects, POINTS } from './objects.ts';

/** A page without a box of its own or of its document is A4 (millimetres). */
const A4: Box = { x: 0, y: 0, width: 210, height: 297 };

/**
 * Places are those of a PDF, in points.
 * @throws UnreadableError FILE.DAMAGED, FILE.ENCRYPTED, FILE.BOMB, FILE.GARBLED; FILE.PICTURES without text.
 */
export function readOfd(bytes: Uint8Array, reading: Reading): DocumentContent {
  const file = new Package(zippedParts(bytes));
  if (file.has(/^encryptions?\.xml$/)) throw new UnreadableError('FILE.ENCRYPTED');
  const body = find(file.part('OFD.xml'), 'DocBody');
  const root = pathOf('', textOf(find(body, 'DocRoot')));
  const document = file.part(root);
  const usual = boxOf(textOf(find(document, 'CommonData', 'PageArea', 'PhysicalBox'))) ?? A4;
  const templates = new Map(
    findAll(document, 'TemplatePage').map(({ attributes: { ID, BaseLoc = '' } }) => [
      ID,
      file.optional(pathOf(root, BaseLoc)),
    ]),
  );
  const pages: Page[] = [];
  const text: string[] = [];
  for (const [index, { attributes }] of findAll(find(document, 'Pages') ?? document, 'Page').entries()) {
    reading.step(`page ${index + 1}`);
    const page = file.part(pathOf(root, attributes.BaseLoc ?? ''));
    const used = findAll(page, 'Template').flatMap(({ attributes: { TemplateID } }) => templates.get(TemplateID) ?? []);
    const layers = [...used, page];
    const box = boxOf(textOf(find(page, 'Area', 'PhysicalBox'))) ?? usual;
    const drawn = drawnObjects(layers, box);
    const marks = turned({ ...drawn, width: box.width * POINTS, height: box.height * POINTS });
    const { width, height } = marks;
    text.push(marks.glyphs.map((glyph) => glyph.text).join(''));
    const segments = withoutFrame(marks.segments, width, height);
    pages.push({ number: index + 1, width, height, items: pageItems({ glyphs: marks.glyphs, segments }) });
  }
  if (text.join('').length < 20) throw new UnreadableError('FILE.PICTURES', `${text.join('').length} characters`);
  refuseGarbled(text.join('\n'));
  const title = textOf(find(body, 'DocInfo', 'Title'));
  return { blocks: blocksOf(joinPages(pages)), encoding: null, title: title || null, published: null, notes: [] };
}

function textOf(element: XmlElement | undefined): string {
  return element ? textContent(element).trim() : '';
}

/** A location as the name of a part: from the top, or relative to the folder of the file that names it. */
function pathOf(from: string, location: string): string {
  return location.startsWith('/') ? location.slice(1) : from.slice(0, from.lastIndexOf('/') + 1) + location;
}
