/** Tables with merged cells as programs write them row by row: what a merged cell covers repeats it, or is empty. */
import { joined, type Layout, linewise, type PrintedTable } from './layout.ts';

/** Every place of the grid; `covered` says what stands where a merged cell goes on. */
function gridOf({ rows }: PrintedTable, covered: (text: string) => string): string[][] {
  const grid: string[][] = rows.map(() => []);
  for (const [index, row] of rows.entries()) {
    const line = grid[index] as string[];
    let column = 0;
    for (const cell of row) {
      while (line[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowSpan; down += 1)
        for (let right = 0; right < cell.colSpan; right += 1)
          (grid[index + down] ?? [])[column + right] = down + right === 0 ? cell.text : covered(cell.text);
    }
  }
  return grid;
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
