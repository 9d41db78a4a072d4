/** A cell a line: A, A', A'', K; and what is lost when somebody copies such lines: U, V, W. */
import { joined, type Layout, linewise, onLines, type PrintedTable, spaced } from './layout.ts';

const texts = (table: PrintedTable) => table.rows.flatMap((row) => row.map((cell) => cell.text));

const byLine: Layout = {
  extension: 'txt',
  applicants: joined,
  outcomes: joined,
  showsEmpty: false,
  breaksCells: true,
  reading: 'exact',
  table: (table) => texts(table).join('\n'),
  page: linewise,
};

export const LINE_LAYOUTS = {
  'A cell per line, blank line between': {
    ...byLine,
    applicants: (above, below) => `${above}\n\n${below}`,
    outcomes: onLines,
    table: (table) => texts(table).join('\n\n'),
  },
  'A with whole heads': { ...byLine, applicants: spaced, table: (table) => texts(table).join('\n\n') },
  "A' cell per line": byLine,
  "A' labels of a narrow column": {
    ...byLine,
    breaksCells: false,
    table: (table) =>
      table.rows
        .flatMap((row) => row.flatMap(({ text, number }) => (number ? text : (text.match(/.{1,8}/gu) ?? [text]))))
        .join('\n'),
  },
  "A'' no-break space before the value": {
    ...byLine,
    table: (table) =>
      table.rows.flatMap((row) => row.map((cell) => (cell.number ? `\u00a0${cell.text}` : cell.text))).join('\n\n'),
  },
  'A with an empty line for each blank': {
    ...byLine,
    showsEmpty: true,
    breaksCells: false,
    table: (table) =>
      texts(table)
        .join('\n\n')
        .replaceAll(/\n{4,}/g, (lines) => '\n'.repeat(2 + (lines.length - 2) / 2)),
  },
  'A with two empty lines for each blank': {
    ...byLine,
    showsEmpty: true,
    breaksCells: false,
    table: (table) => texts(table).join('\n\n'),
  },
  'K tab-indented': {
    ...byLine,
    applicants: onLines,
    showsEmpty: true,
    table: (table) => table.rows.map((row) => row.map((cell) => `\t${cell.text}`).join('\n')).join('\n\n'),
  },
  'U repeated lines dropped': {
    ...byLine,
    reading: 'none',
    page: (pieces) => [...new Set(linewise(pieces).split('\n'))].join('\n'),
  },
  'V headings without tables': {
    ...byLine,
    reading: 'none',
    page: (pieces) => linewise(pieces.filter((piece) => piece.kind !== 'table')),
  },
  'W labels without values': {
    ...byLine,
    reading: 'none',
    table: (table) =>
      table.rows.flatMap((row) => row.filter((cell) => !cell.number).map((cell) => cell.text)).join('\n\n'),
  },
} satisfies Record<string, Layout>;
