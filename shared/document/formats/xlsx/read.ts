/** Spreadsheets (ECMA-376, SpreadsheetML): the visible sheets of a workbook. */

import type { Reading } from '../../format.ts';
import { Package, zippedParts } from '../../package.ts';
import { sheetBlocks, sheetNotes } from '../../sheets.ts';
import type { DocumentContent } from '../../types.ts';
import { elements, find, findAll, textContent } from '../../xml.ts';
import { CellTexts, richText } from './cells.ts';
import { sheetOf } from './sheet.ts';

/**
 * Reads an .xlsx file; places are those of `sheetBlocks`. Numbers are as stored, so dates are day numbers. What is
 * hidden (sheets, rows, columns) is left out and noted.
 * @throws UnreadableError FILE.DAMAGED, FILE.ENCRYPTED, FILE.BOMB.
 */
export function readXlsx(bytes: Uint8Array, reading: Reading): DocumentContent {
  const file = new Package(zippedParts(bytes));
  const main = file.mainPart('xl/workbook.xml');
  const relations = file.relations(main);
  const targetOf = (type: string) => relations.find((relation) => relation.type === type)?.target;
  const strings = file.optional(
    targetOf('sharedStrings') ?? `${main.slice(0, main.lastIndexOf('/') + 1)}sharedStrings.xml`,
  );
  const texts = new CellTexts(strings ? elements(strings).map(richText) : []);
  const all = findAll(file.part(main), 'sheet');
  const visible = all.filter(({ attributes }) => (attributes.state ?? 'visible') === 'visible');
  const sheets = visible.flatMap((sheet) => {
    const target = relations.find(({ id }) => id === sheet.attributes.id)?.target;
    reading.step(target ?? 'a sheet without a part');
    const root = target === undefined ? undefined : file.optional(target);
    return root ? [sheetOf(root, all.indexOf(sheet) + 1, texts)] : [];
  });
  const title = find(file.optional('docProps/core.xml'), 'title');
  return {
    blocks: sheetBlocks(sheets),
    encoding: null,
    title: title ? textContent(title).trim() || null : null,
    published: null,
    notes: sheetNotes(sheets, all.length - visible.length, texts.uncomputed),
  };
}
