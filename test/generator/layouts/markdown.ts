/** Markdown: Q, one headed table a row; P, one mini table a row with its label before it. */
import { joined, type Layout, linewise, type PrintedTable } from './layout.ts';

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const rule = (count: number) => `|${'---|'.repeat(count)}`;

/** A plain Markdown table: its first row is the head. */
function whole(table: PrintedTable): string {
  return table.rows
    .map((row, index) => {
      const cells = row.map((cell) => cell.text);
      const padded = [...cells, ...Array.from({ length: table.columns - cells.length }, () => '')];
      return index === 0 ? `${line(padded)}\n${rule(table.columns)}` : line(padded);
    })
    .join('\n');
}

interface Row {
  labels: string[];
  numbers: string[];
}
const split = (table: PrintedTable): Row[] =>
  table.rows.map((row) => ({
    labels: row.filter((cell) => !cell.number).map((cell) => cell.text),
    numbers: row.filter((cell) => cell.number).map((cell) => cell.text),
  }));

function headed(table: PrintedTable): string {
  if (table.name !== 'requests') return whole(table);
  const columns = ['数据1', '数据2', '数据3', '数据4', '数据5', '数据6', '总计'];
  return split(table)
    .filter(({ numbers }) => numbers.length > 0)
    .map(({ labels, numbers }) => {
      const name = labels.at(-1) ?? '';
      const groups = labels.slice(0, -1).map((label) => `### ${label}\n\n`);
      return `${groups.join('')}### ${name}\n\n${line(['类别', ...columns])}\n${rule(8)}\n${line([name, ...numbers])}\n`;
    })
    .join('\n');
}

function mini(table: PrintedTable): string {
  if (table.name !== 'requests') return whole(table);
  return split(table)
    .map(({ labels, numbers }) => {
      if (numbers.length === 0) return labels.join('\n');
      return `${labels.join('')}\n\n${line(numbers)}\n${rule(numbers.length)}\n`;
    })
    .join('\n');
}

const markdown: Layout = {
  extension: 'md',
  applicants: joined,
  outcomes: joined,
  showsEmpty: true,
  breaksCells: false,
  reading: 'exact',
  table: whole,
  page: (pieces) =>
    linewise(pieces.map((piece) => ({ ...piece, text: piece.kind === 'table' ? `\n${piece.text}\n` : piece.text }))),
};

export const MARKDOWN_LAYOUTS = {
  'Markdown table': markdown,
  'Q one headed table a row': { ...markdown, table: headed },
  'P one mini table a row': { ...markdown, table: mini },
} satisfies Record<string, Layout>;
