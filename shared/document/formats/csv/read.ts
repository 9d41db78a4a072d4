/** Sheets saved as text (RFC 4180; Excel's "Unicode text" with tabs): rows of cells, quoted where they hold more than a word. */
import { decode } from '../../encoding.ts';
import { Hidden } from '../../hidden.ts';
import { MAX_CELLS, MAX_ROWS, refuse } from '../../limits.ts';
import { type SheetRow, sheetBlocks } from '../../sheets.ts';
import type { DocumentContent } from '../../types.ts';
import { decodingNotes } from '../text/read.ts';
import { delimiterOf } from './delimiter.ts';

/** A first line with which a file tells Excel what parts its cells. */
const SEPARATOR = /^sep=([,;\t])\r?\n/i;

/**
 * Reads a file of delimited values; places are lines of the file, rows and cells are counted.
 * @throws UnreadableError FILE.KIND for bytes that are no text, FILE.BOMB above the bounds.
 */
export function readCsv(bytes: Uint8Array): DocumentContent {
  const decoded = decode(bytes);
  const named = SEPARATOR.exec(decoded.text)?.[1];
  const delimiter = named ?? delimiterOf(decoded.text) ?? (decoded.text.includes('\t') ? '\t' : ',');
  const records = recordsOf(decoded.text, delimiter).slice(named === undefined ? 0 : 1);
  const rows = records.map(({ cells }, index): SheetRow => {
    return { number: index + 1, cells: cells.map((text, column) => ({ column: column + 1, text })) };
  });
  const sheet = { page: 1, rows, areas: [], hiddenRows: new Hidden(), hiddenColumns: new Hidden() };
  const lineOf = (row: number | undefined) => records[(row ?? 1) - 1]?.line ?? 1;
  const blocks = sheetBlocks([sheet]).map((block) => {
    const place = { ...block.place, line: lineOf(block.place.row) };
    if (block.kind === 'paragraph') return { ...block, place };
    const placed = block.rows.map((row) =>
      row.map((cell) => ({ ...cell, place: { ...cell.place, line: lineOf(cell.place.row) } })),
    );
    return { ...block, place: placed[0]?.[0]?.place ?? place, rows: placed };
  });
  return { blocks, encoding: decoded.encoding, title: null, published: null, notes: decodingNotes(decoded) };
}

interface RowOfText {
  cells: string[];
  line: number;
}

function recordsOf(text: string, delimiter: string): RowOfText[] {
  const records: RowOfText[] = [];
  const parts = new RegExp(`"((?:[^"]|"")*)"|[^${delimiter}\r\n"][^${delimiter}\r\n]*|${delimiter}|\r\n|\n|\r|"`, 'g');
  let record: RowOfText = { cells: [''], line: 1 };
  let line = 1;
  let cells = 0;
  const end = () => {
    records.push(record);
    if (records.length > MAX_ROWS) refuse(`more than ${MAX_ROWS} rows`);
    record = { cells: [''], line };
  };
  for (const [part, quoted] of text.matchAll(parts)) {
    if (part === delimiter) {
      record.cells.push('');
      if (++cells > MAX_CELLS) refuse(`more than ${MAX_CELLS} cells`);
    } else if (/^[\r\n]/.test(part)) {
      line++;
      end();
    } else {
      const value = quoted === undefined ? part : quoted.replaceAll('""', '"');
      line += value.split('\n').length - 1;
      // Sheets break lines of a label inside its cell; a program keeps ="012" as text.
      record.cells[record.cells.length - 1] += joined(value).replace(/^="(.*)"$/, '$1');
    }
  }
  if (record.cells.some((cell) => cell !== '')) end();
  return records;
}

/** The lines of a cell in one, without the spaces around each break. */
function joined(text: string): string {
  const lines = text.split(/[\r\n]/);
  return lines
    .map((line, index) => (index > 0 ? line.trimStart() : line))
    .map((line, index) => (index < lines.length - 1 ? line.trimEnd() : line))
    .join('');
}
