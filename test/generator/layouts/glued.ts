/** M and N: cells without a separator between them. What the sums cannot cut must be absent, and nothing may be wrong. */
import { joined, type Layout, linewise, type PrintedTable } from './layout.ts';

const glued: Layout = {
  extension: 'txt',
  applicants: joined,
  outcomes: joined,
  showsEmpty: false,
  breaksCells: false,
  reading: 'never wrong',
  table: (table) => table.rows.map((row) => row.map((cell) => cell.text).join('')).join('\n'),
  page: linewise,
};

/** Some of the cells of a row keep a space between them: `0 0 00 00 0`. */
const halfSpaced = (table: PrintedTable) =>
  table.rows
    .map((row) => row.map((cell, index) => (index % 2 === 1 ? `${cell.text} ` : cell.text)).join(''))
    .join('\n');

export const GLUED_LAYOUTS = {
  'M all cells glued': { ...glued, table: (table) => glued.table(table).replaceAll('\n', '') },
  'M half of the spaces kept': { ...glued, table: halfSpaced },
  'N cells of a row glued': glued,
} satisfies Record<string, Layout>;
