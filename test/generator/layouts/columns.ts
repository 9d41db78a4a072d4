/** O: text of a PDF, the labels first, then the numbers column by column, broken at a page. */
import { joined, type Layout, linewise, type PrintedTable } from './layout.ts';

/** Rows of table 3 that the first page held. */
const FIRST_PAGE = 13;

function columnwise(table: PrintedTable): string {
  if (table.name !== 'requests') return table.rows.flatMap((row) => row.map((cell) => cell.text)).join('\n');
  const rows = table.rows.filter((row) => row.some((cell) => cell.number));
  const labels = table.rows.flatMap((row) => row.filter((cell) => !cell.number).map((cell) => cell.text));
  const block = (part: PrintedTable['rows']) =>
    Array.from({ length: 7 }, (_, column) =>
      part.map((row) => row.filter((cell) => cell.number)[column]?.text ?? '').join('\n'),
    ).join('\n');
  return [...labels, block(rows.slice(0, FIRST_PAGE)), '- 4 -', block(rows.slice(FIRST_PAGE))].join('\n');
}

export const COLUMN_LAYOUTS = {
  'O column by column': {
    extension: 'txt',
    applicants: joined,
    outcomes: joined,
    showsEmpty: false,
    breaksCells: true,
    reading: 'exact',
    table: columnwise,
    page: linewise,
  },
} satisfies Record<string, Layout>;
