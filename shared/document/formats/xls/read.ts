/** Excel 97–2003 and 5/95 ([MS-XLS]), which WPS also writes as .et: the visible sheets of a workbook. */
import { CompoundFile } from '../../compound.ts';
import type { Reading } from '../../format.ts';
import { refuse } from '../../limits.ts';
import { Printed } from '../../printed.ts';
import { type Sheet, sheetBlocks, sheetNotes } from '../../sheets.ts';
import type { DocumentContent } from '../../types.ts';
import { UnreadableError } from '../../unreadable.ts';
import { RECORD, Records } from './records.ts';
import { sheetOf, type Texts } from './sheet.ts';
import { type CodePage, encodingOf, sharedStrings } from './strings.ts';

const UNICODE_VERSION = 0x0600;
const OLDEST_VERSION = 0x0500;
const MAX_SHEETS = 1000;

interface Workbook {
  sheets: { offset: number; isHidden: boolean; isTable: boolean }[];
  shared: string[];
  codePage: CodePage;
}

/**
 * Reads an .xls or .et file; places are those of `sheetBlocks`. Numbers are as stored. What is hidden (sheets, rows,
 * columns) is left out and noted.
 * @throws UnreadableError FILE.DAMAGED, FILE.ENCRYPTED, FILE.BOMB; FILE.KIND for Excel 4 and older.
 */
export function readXls(bytes: Uint8Array, reading: Reading): DocumentContent {
  try {
    const file = new CompoundFile(bytes);
    return contentOf(file.stream('Workbook') ?? file.stream('Book') ?? new Uint8Array(), reading);
  } catch (error) {
    if (!(error instanceof RangeError) || /call stack/.test(error.message)) throw error;
    throw new UnreadableError('FILE.DAMAGED', 'xls: a record is too short', { cause: error });
  }
}

function contentOf(stream: Uint8Array, reading: Reading): DocumentContent {
  const records = new Records(stream);
  const { sheets, shared, codePage } = workbookOf(records);
  const tables = sheets.filter(({ isTable }) => isTable);
  const visible = tables.filter(({ isHidden }) => !isHidden);
  const texts: Texts = { shared, codePage, printed: new Printed() };
  const read = visible.map((sheet): Sheet => {
    const page = sheets.indexOf(sheet) + 1;
    reading.step(`sheet ${page}`);
    return sheetOf(records.from(sheet.offset), page, texts);
  });
  return {
    blocks: sheetBlocks(read),
    encoding: codePage,
    title: null,
    published: null,
    notes: sheetNotes(read, tables.length - visible.length),
  };
}

/** The records in front of all sheets. */
function workbookOf(records: Records): Workbook {
  const book: Workbook = { sheets: [], shared: [], codePage: null };
  for (const record of records.from(0)) {
    const view = record.parts[0] as DataView;
    if (record.type === RECORD.begin) {
      const version = view.getUint16(0, true);
      if (version < OLDEST_VERSION) throw new UnreadableError('FILE.KIND', 'Excel 4 or older');
      if (version < UNICODE_VERSION) book.codePage = encodingOf(0);
    } else if (record.type === RECORD.password) throw new UnreadableError('FILE.ENCRYPTED');
    else if (record.type === RECORD.codePage && book.codePage !== null)
      book.codePage = encodingOf(view.getUint16(0, true));
    else if (record.type === RECORD.sharedStrings) book.shared = sharedStrings(record);
    else if (record.type === RECORD.sheet) {
      const state = view.getUint16(4, true);
      book.sheets.push({ offset: view.getUint32(0, true), isHidden: (state & 3) !== 0, isTable: state >> 8 === 0 });
      if (book.sheets.length > MAX_SHEETS) refuse(`more than ${MAX_SHEETS} sheets`);
    }
  }
  return book;
}
