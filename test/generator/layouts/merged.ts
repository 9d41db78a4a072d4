/** Tables with merged cells as programs write them row by row: what a merged cell covers repeats it, or is empty. */
import { joined, type Layout, linewise, type PrintedCell, type PrintedTable } from './layout.ts';

/** Every place of the grid; `covered` says what stands where a merged cell goes on. */
function gridOf({ rows, columns }: PrintedTable, covered: (text: string) => string): string[][] {
  const grid: string[][] = rows.map(() => []);
  for (const [index, row] of rows.entries()) {
    const line = grid[index] as string[];
    const used = line.filter((text) => text !== undefined).length;
    const spare = columns - used - row.reduce((sum, { colSpan }) => sum + colSpan, 0);
    let column = 0;
    for (const cell of widened(row, spare)) {
      while (line[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowSpan; down += 1)
        for (let right = 0; right < cell.colSpan; right += 1)
          (grid[index + down] ?? [])[column + right] = down + right === 0 ? cell.text : covered(cell.text);
    }
  }
  return grid;
}

/** Columns that no cell of the row takes up belong to its one number, or to its label. */
function widened(row: readonly PrintedCell[], spare: number): PrintedCell[] {
  const wide = row.length === 2 ? 1 : 0;
  return row.map((cell, index) => (index === wide ? { ...cell, colSpan: cell.colSpan + Math.max(spare, 0) } : cell));
}

const rows = (covered: (text: string) => string) => (table: PrintedTable) =>
  gridOf(table, covered)
    .map((line) => line.join('\t'))
    .join('\n');

const merged: Layout = {
  extension: 'txt',
  applicants: joined,
  outcomes: joined,
  showsEmpty: false,
  breaksCells: false,
  reading: 'exact',
  table: rows((text) => text),
  page: linewise,
};

export const MERGED_LAYOUTS = {
  'Y merged cells repeated': merged,
  'Z merged cells leave empty ones': { ...merged, table: rows(() => '') },
} satisfies Record<string, Layout>;
