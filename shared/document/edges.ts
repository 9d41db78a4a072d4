/** Tables whose rows say where their cells end on the page, as Word 97 and RTF have them: columns follow from all rows together. */
import type { TableCell } from './table.ts';
import type { Place } from './types.ts';

/** Cells as defined by the end of their row: the edges on the page and what was merged. */
export interface RowDefinition {
  /** Edges in twips, one more than cells. */
  edges: number[];
  /** For each cell: continues the one to the left, or the one above. */
  left: boolean[];
  above: boolean[];
}

/** The cells of a row, and how they were defined where that is known. */
interface EdgedRow {
  cells: TableCell[];
  definition: RowDefinition | null;
}

/** Merged cells stand once; spans follow from the edges of all rows together. */
export function mergedRows(rows: readonly EdgedRow[], place: Place): TableCell[][] {
  const definitions = rows.map(({ definition }) => definition);
  const edges = [...new Set(definitions.flatMap((definition) => definition?.edges ?? []))].sort((a, b) => a - b);
  const columns = gridColumns(edges);
  let above = new Map<number, TableCell>();
  return rows.map(({ cells }, row) => {
    const definition = definitions[row];
    const here = new Map<number, TableCell>();
    const started: TableCell[] = [];
    cells.forEach((cell, i) => {
      const from = columns.get(definition?.edges[i] ?? Number.NaN) ?? i;
      const to = columns.get(definition?.edges[i + 1] ?? Number.NaN) ?? i + 1;
      const colSpan = Math.max(1, to - from);
      const upper = definition?.above[i] === true ? above.get(from) : undefined;
      const previous = definition?.left[i] === true ? started.at(-1) : undefined;
      if (upper) {
        upper.rowSpan++;
        here.set(from, upper);
      } else if (previous) previous.colSpan += colSpan;
      else {
        const at = { ...cell.place, table: place.table ?? 1, row: row + 1, cell: started.length + 1 };
        started.push({ ...cell, place: at, colSpan });
        here.set(from, started.at(-1) as TableCell);
      }
    });
    above = here;
    return started;
  });
}

/** Edge → column; edges that differ by a hair (a twentieth of a point is one twip) are one. */
function gridColumns(edges: number[]): Map<number, number> {
  const columns = new Map<number, number>();
  let column = -1;
  let last = Number.NEGATIVE_INFINITY;
  for (const edge of edges) {
    if (edge - last > 20) column++;
    columns.set(edge, column);
    last = edge;
  }
  return columns;
}
