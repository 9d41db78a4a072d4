/** Pages → one text: page numbers dropped, broken tables and paragraphs put together again. */
import { joinLines } from '../table.ts';
import type { PageCell, PageItem, PageLine, PageTable } from './page.ts';

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

export interface Page {
  number: number;
  height: number;
  items: PageItem[];
}

const PAGE_NUMBER = /^[-—–－·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–－·\s]*$/;
/** Page numbers stand in this share of the page at its top or bottom. */
const EDGE = 0.12;

/** In font sizes: a line this close to the right margin is full, and the next one runs on unless it is indented more. */
const FULL = 2;
const INDENT = 0.6;
const LINE_DISTANCE = 2.8;

export function joinPages(pages: Page[]): (JoinedLines | JoinedTable)[] {
  const joined: (JoinedLines | JoinedTable)[] = [];
  let last: { line: PageLine; page: Page; margin: number } | null = null;
  for (const page of pages) {
    const items = page.items.filter((item) => !isPageNumber(item, page.height));
    const margin = Math.max(0, ...items.map((item) => (item.kind === 'line' ? item.line.right : 0)));
    for (const [index, item] of items.entries()) {
      const open = joined.at(-1);
      if (item.kind === 'table') {
        if (index === 0 && open?.kind === 'table' && open.page !== page.number && continues(open, item)) {
          appendTable(open, item, page.number);
        } else joined.push(startTable(item, page.number));
        last = null;
        continue;
      }
      const runsOn = last !== null && open?.kind === 'lines' && isRunOn(last, item, page);
      if (runsOn) (open as JoinedLines).text = joinLines([(open as JoinedLines).text, item.text]);
      else joined.push({ kind: 'lines', text: item.text, page: page.number, x: item.line.left, y: item.line.y });
      last = { line: item, page, margin };
    }
  }
  return joined;
}

function isPageNumber(item: PageItem, height: number): boolean {
  if (item.kind === 'table' || !PAGE_NUMBER.test(item.text)) return false;
  return item.line.y < EDGE * height || item.line.y > (1 - EDGE) * height;
}

function isRunOn(last: { line: PageLine; page: Page; margin: number }, next: PageLine, page: Page): boolean {
  const { line } = last.line;
  const isFull = line.right >= last.margin - FULL * line.size;
  const isFlush = next.line.left <= line.left + INDENT * line.size;
  const isSameFont = Math.abs(next.line.size - line.size) <= 0.1 * line.size;
  const isClose = last.page !== page || next.line.y - line.y <= LINE_DISTANCE * line.size;
  return isFull && isFlush && isSameFont && isClose && line.pieces.length === 1 && next.line.pieces.length === 1;
}

function startTable({ rows, columns, x, y }: PageTable, page: number): JoinedTable {
  return { kind: 'table', rows: rows.map((cells) => ({ page, cells })), columns, page, x, y };
}

function continues(open: JoinedTable, next: PageTable): boolean {
  return open.columns === next.columns;
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
  open.rows.push(...added);
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
