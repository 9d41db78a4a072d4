/** Pages → one text: page numbers dropped, broken tables and paragraphs put together again. */

import { append, greatest } from '../../../unbounded.ts';
import { joinLines } from '../../table.ts';
import { withoutPageNumbers } from './numbers.ts';
import { marginsOf, runsOn } from './paragraphs.ts';
import type { Line, Page, PageCell, PageTable } from './types.ts';

/** A paragraph: its lines joined. */
export interface JoinedLines {
  kind: 'lines';
  text: string;
  page: number;
  x: number;
  y: number;
}

export interface JoinedTable {
  kind: 'table';
  rows: { page: number; cells: PageCell[] }[];
  columns: number;
  page: number;
  x: number;
  y: number;
}

export function joinPages(pages: Page[]): (JoinedLines | JoinedTable)[] {
  const body = withoutPageNumbers(pages);
  const lines = body.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'line' ? [item.line] : [])));
  const margins = marginsOf(lines, greatest(pages.map(({ width }) => width)));
  const joined: (JoinedLines | JoinedTable)[] = [];
  let last: { line: Line; page: number } | null = null;
  for (const { number, items } of body) {
    for (const [index, item] of items.entries()) {
      const open = joined.at(-1);
      if (item.kind === 'table') {
        const isTop = index === 0 && open?.page !== number;
        if (isTop && open?.kind === 'table' && open.columns === item.columns) appendTable(open, item, number);
        else joined.push(startTable(item, number));
        last = null;
        continue;
      }
      const { line, text } = item;
      if (last !== null && open?.kind === 'lines' && runsOn(last.line, line, last.page === number, margins)) {
        open.text = joinLines([open.text, text]);
      } else joined.push({ kind: 'lines', text, page: number, x: line.left, y: line.y });
      last = { line, page: number };
    }
  }
  return joined;
}

function startTable({ rows, columns, x, y }: PageTable, page: number): JoinedTable {
  return { kind: 'table', rows: rows.map((cells) => ({ page, cells })), columns, page, x, y };
}

/** Adds the rows of the next page without the header rows that Word repeats there. */
function appendTable(open: JoinedTable, next: PageTable, page: number): void {
  const textsOf = (cells: PageCell[]) => cells.map(({ text }) => text).join('\t');
  let repeated = 0;
  while (repeated < next.rows.length && repeated < open.rows.length) {
    if (textsOf(next.rows[repeated] as PageCell[]) !== textsOf((open.rows[repeated] as { cells: PageCell[] }).cells))
      break;
    repeated++;
  }
  const rows = next.rows.slice(repeated);
  const added = rows.map((cells) => ({ page, cells }));
  const lengthened = rows[0] === undefined ? [] : continuedCells(open, rows[0]);
  for (const [above, below] of lengthened) above.rowSpan += below.rowSpan;
  const dropped = new Set(lengthened.map(([, below]) => below));
  if (added[0]) added[0].cells = added[0].cells.filter((cell) => !dropped.has(cell));
  append(open.rows, added);
}

/** Cells over several rows that the page break cut: the lower part is empty, or has its label printed again. */
function continuedCells(open: JoinedTable, first: PageCell[]): [PageCell, PageCell][] {
  const total = open.rows.length;
  const atBottom = open.rows.flatMap(({ cells }, row) => cells.filter(({ rowSpan }) => row + rowSpan === total));
  return first.flatMap((below): [PageCell, PageCell][] => {
    const above = atBottom.find(({ column, colSpan }) => column === below.column && colSpan === below.colSpan);
    const isCut = above !== undefined && (below.text === '' || below.text === above.text);
    return isCut && above.rowSpan + below.rowSpan > 2 ? [[above, below]] : [];
  });
}
