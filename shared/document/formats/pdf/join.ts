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
  const [first, ...others] = next.rows.slice(repeated);
  if (first === undefined) return;
  const pairs = pairsOf(open, first);
  if (isOneRow(pairs, first)) {
    for (const [above, below] of pairs) {
      above.text = joinLines([above.text, below.text].filter((text) => text !== ''));
      above.rowSpan += below.rowSpan - 1;
    }
  } else {
    const cut = pairs.filter(([above, below]) => isOneCell(above, below));
    for (const [above, below] of cut) above.rowSpan += below.rowSpan;
    const dropped = new Set(cut.map(([, below]) => below));
    others.unshift(first.filter((cell) => !dropped.has(cell)));
  }
  append(
    open.rows,
    others.map((cells) => ({ page, cells })),
  );
}

/** Cells that end the table so far, each with the cell of the same columns that starts the next page. */
function pairsOf(open: JoinedTable, first: PageCell[]): [PageCell, PageCell][] {
  const total = open.rows.length;
  const atBottom = open.rows.flatMap(({ cells }, row) => cells.filter(({ rowSpan }) => row + rowSpan === total));
  return first.flatMap((below): [PageCell, PageCell][] => {
    const above = atBottom.find(({ column, colSpan }) => column === below.column && colSpan === below.colSpan);
    return above ? [[above, below]] : [];
  });
}

/** A cell over several rows that the page break cut: the lower part is empty, or has its label printed again. */
function isOneCell(above: PageCell, below: PageCell): boolean {
  return (below.text === '' || below.text === above.text) && above.rowSpan + below.rowSpan > 2;
}

/** Values that a row holds at least, of which the page break left all on one side. */
const FEWEST_VALUES = 5;
/** How a label of its own begins: 1. （六） 四、 */
const ORDINAL = /^[(（]?[\d一二三四五六七八九十]{1,2}[)）.．、]/;

/** A row that the page break cut: its label goes on below, and its values stand on one side of the break. */
function isOneRow(pairs: readonly [PageCell, PageCell][], first: readonly PageCell[]): boolean {
  if (pairs.length !== first.length) return false;
  const labels = pairs.filter(([above, below]) => above.text !== '' && below.text !== '');
  const values = pairs.filter((pair) => (pair[0].text !== '') !== (pair[1].text !== '') && pair[0].rowSpan === 1);
  const above = values.filter(([{ text }]) => text !== '').length;
  return (
    labels.length > 0 &&
    values.length >= FEWEST_VALUES &&
    (above === 0 || above === values.length) &&
    labels.every(([, { text }]) => !ORDINAL.test(text))
  );
}
