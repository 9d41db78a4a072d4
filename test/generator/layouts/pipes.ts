/**
 * Tables flattened with pipes: B to L and X. A row with fewer cells than the table has columns is padded at its end with
 * residue pipes.
 */
import { joined, type Layout, linewise, lost, type PrintedCell, type PrintedTable, spaced } from './layout.ts';

const byRow = (table: PrintedTable, print: (cells: string[], residue: string) => string) =>
  table.rows
    .map((row) =>
      print(
        row.map((cell) => cell.text),
        '|'.repeat(table.columns - row.length),
      ),
    )
    .join('\n');

const pipes: Layout = {
  extension: 'txt',
  applicants: spaced,
  outcomes: joined,
  showsEmpty: true,
  breaksCells: false,
  reading: 'exact',
  table: (table) => byRow(table, (cells, residue) => `${cells.join(' | ')} | ${residue}`.trimEnd()),
  page: linewise,
};

/** An empty cell is a bare pipe. */
const closed = (text: string) => `${text} |`.trimStart();

/** Cells that a rowspan covers stay as empty cells: only the columns of labels have any. */
function withContinuations(rows: readonly PrintedCell[][]): string[][] {
  const open: number[] = [];
  return rows.map((row, index) => {
    const covered = open.filter((last) => last >= index).length;
    for (const cell of row) if (cell.rowSpan > 2 && index > 2) open.push(index + cell.rowSpan - 1);
    return [...Array.from({ length: covered }, () => ''), ...row.map((cell) => cell.text)];
  });
}

const bareRows = (text: string) => ['|', '|', '|', text, '|', '|', '|'].join('\n');

export const PIPE_LAYOUTS = {
  'B cell and pipe, residue behind': {
    ...pipes,
    outcomes: lost,
    table: (table) => byRow(table, (cells, residue) => `${cells.map(closed).join('\n')} ${residue}`.trimEnd()),
  },
  'C cell and pipe, residue on its own line': {
    ...pipes,
    applicants: joined,
    table: (table) =>
      byRow(table, (cells, residue) => [...cells.map(closed), ...(residue ? [residue] : [])].join('\n')),
  },
  "C' cell and pipe": {
    ...pipes,
    applicants: joined,
    table: (table) => byRow(table, (cells) => cells.map(closed).join('\n')),
  },
  'D row per line, residue behind': { ...pipes, outcomes: lost },
  'D with the whole head': pipes,
  'E row per line': { ...pipes, table: (table) => byRow(table, (cells) => `${cells.join(' | ')} |`) },
  'F leading and trailing pipe': {
    ...pipes,
    table: (table) => byRow(table, (cells, residue) => `| ${cells.join(' | ')} | ${residue}`),
  },
  'G pipe, text on the next line': {
    ...pipes,
    table: (table) => byRow(table, (cells) => `| \n${cells.map((cell) => ` ${cell}  | `).join('\n')}`),
  },
  'H pipe on a line of its own, residue': {
    ...pipes,
    table: (table) =>
      byRow(table, (cells, residue) =>
        [...cells.flatMap((cell) => [cell, '|']), ...(residue ? [residue] : [])].join('\n'),
      ),
  },
  'H pipe on a line of its own': {
    ...pipes,
    table: (table) => byRow(table, (cells) => cells.flatMap((cell) => [cell, '|']).join('\n')),
  },
  'I row opens with a bare pipe': {
    ...pipes,
    applicants: joined,
    table: (table) => byRow(table, (cells) => ['|', ...cells.map(closed)].join('\n')),
  },
  'J label with leading pipe': {
    ...pipes,
    table: (table) =>
      byRow(table, (cells, residue) => [...`| ${cells.join('\n|\n')}`.split('\n'), '|', residue || '|'].join('\n')),
  },
  'L rowspan continuations kept': {
    ...pipes,
    table: (table) =>
      withContinuations(table.rows)
        .map((cells) => `${cells.join(' | ')} |`.trimStart())
        .join('\n'),
  },
  'X bare pipe rows around a table': { ...pipes, table: (table) => bareRows(pipes.table(table)) },
} satisfies Record<string, Layout>;
