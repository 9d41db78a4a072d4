/** OpenDocument sheets (ISO/IEC 26300, part 3, 9), as LibreOffice and WPS save them: the visible sheets of a workbook. */

import type { Reading } from '../../format.ts';
import { openDocument, through } from '../../opendocument.ts';
import { Printed } from '../../printed.ts';
import { sheetBlocks, sheetNotes } from '../../sheets.ts';
import type { DocumentContent } from '../../types.ts';
import { UnreadableError } from '../../unreadable.ts';
import { find, findAll, type XmlElement } from '../../xml.ts';
import { SheetReader } from './sheet.ts';

/**
 * Reads an .ods or .fods file; places are those of `sheetBlocks`. Numbers are as stored. What is hidden (sheets, rows,
 * columns) is left out and noted.
 * @throws UnreadableError FILE.DAMAGED, FILE.ENCRYPTED, FILE.BOMB.
 */
export function readOds(bytes: Uint8Array, reading: Reading): DocumentContent {
  const { content, title } = openDocument(bytes);
  const body = find(content, 'body', 'spreadsheet');
  if (body === undefined) throw new UnreadableError('FILE.DAMAGED', 'no sheets');
  const tables = through(body, ['table']);
  const hiddenStyles = stylesOfHidden(content);
  const printed = new Printed();
  const readers = tables.flatMap((table, i) => {
    if (hiddenStyles.has(table.attributes['style-name'] ?? '')) return [];
    reading.step(`sheet ${i + 1}`);
    return [new SheetReader(table, i + 1, printed)];
  });
  const sheets = readers.map(({ sheet }) => sheet);
  const uncomputed = readers.reduce((sum, reader) => sum + reader.uncomputed, 0);
  return {
    blocks: sheetBlocks(sheets),
    encoding: null,
    title,
    published: null,
    notes: sheetNotes(sheets, tables.length - sheets.length, uncomputed),
  };
}

/** Names of the styles of sheets that are not displayed (17.15, `table:display`). */
function stylesOfHidden(content: XmlElement): Set<string> {
  const hidden = findAll(content, 'style').filter(
    (style) => find(style, 'table-properties')?.attributes.display === 'false',
  );
  return new Set(hidden.map(({ attributes }) => attributes.name ?? ''));
}
