/** Text taken out of a PDF with its lines and columns kept: cells parted by spaces, long labels on several lines. */
import { joined, type Layout, linewise, type PrintedCell, type PrintedTable } from './layout.ts';

const COLUMN = '        ';
/** The narrow column of a ruled form. */
const NARROW = 12;

const numbersOf = (row: readonly PrintedCell[]) => row.filter((cell) => cell.number).map((cell) => cell.text);
const labelsOf = (row: readonly PrintedCell[]) => row.filter((cell) => !cell.number).map((cell) => cell.text);

/** A label on lines of the narrow column. */
const wrap = (text: string) => text.match(new RegExp(`.{1,${NARROW}}`, 'gu')) ?? [''];

/** `line`: on which line of the wrapped label the numbers stand, from 0 to 1. */
function wrapped(row: readonly PrintedCell[], line: number): string[] {
  const lines = wrap(labelsOf(row).at(-1) ?? '');
  const at = Math.round((lines.length - 1) * line);
  const numbers = numbersOf(row);
  const groups = labelsOf(row).slice(0, -1);
  return [...groups, ...lines.map((text, index) => (index === at ? [text, ...numbers].join(COLUMN) : text))];
}

const wrappedAt = (line: number) => (table: PrintedTable) =>
  table.rows
    .flatMap((row) =>
      numbersOf(row).length > 0 && table.name !== 'disputes'
        ? wrapped(row, line)
        : [row.map(({ text }) => text).join(COLUMN)],
    )
    .join('\n');

/** Pieces of the labels of groups, set vertically, as they come to stand before the labels of rows. */
const PIECES = ['三、', '本', '年', '办', '法提供', '(五)不', '理', '其他', '结', '果'];

function withPieces(table: PrintedTable): string {
  if (table.name !== 'requests') return columnsKept(table);
  return table.rows
    .map((row, index) => {
      const label = labelsOf(row).at(-1) ?? '';
      const piece = /^\d\./.test(label) ? (PIECES[index % PIECES.length] as string) : '';
      return [...(piece ? [`  ${piece}`] : []), label, ...numbersOf(row)].join(COLUMN);
    })
    .join('\n');
}

const columnsKept = (table: PrintedTable) =>
  table.rows.map((row) => row.map(({ text }) => text).join(COLUMN)).join('\n');

const pdfText: Layout = {
  extension: 'txt',
  applicants: joined,
  outcomes: joined,
  showsEmpty: false,
  breaksCells: false,
  reading: 'never wrong',
  table: columnsKept,
  page: linewise,
};

export const PDF_TEXT_LAYOUTS = {
  'PDF text, columns kept': pdfText,
  'PDF text, pieces of groups before labels': { ...pdfText, table: withPieces },
  'PDF text, numbers on the first line of a label': { ...pdfText, table: wrappedAt(0) },
  'PDF text, numbers on the middle line of a label': { ...pdfText, table: wrappedAt(0.5) },
  'PDF text, numbers on the last line of a label': { ...pdfText, table: wrappedAt(1) },
} satisfies Record<string, Layout>;
