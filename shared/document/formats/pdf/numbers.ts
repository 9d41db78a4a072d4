/** Page numbers: lines at the edge of a page that count the pages. */
import type { Page, PageItem } from './types.ts';

/** Numbers that show what they are: `- 4 -`, 第4页, 4/10. */
const MARKED =
  /^(?:[-—–－·]\s*\d{1,4}\s*[-—–－·]|第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4})$/;
/** A bare number may as well be the cell of a table without lines. */
const BARE = /^\d{1,4}$/;
/** Page numbers stand in this share of the page at its top or bottom. */
const EDGE = 0.12;

/** The pages without their numbers. Bare numbers go only where they count on with the pages. */
export function withoutPageNumbers(pages: Page[]): Page[] {
  const offsets = pages.flatMap((page) => page.items.map((item) => offsetOf(item, page)));
  const isCounting = (offset: number | null) => {
    return offset !== null && (offset === 0 || offsets.filter((other) => other === offset).length > 1);
  };
  return pages.map((page) => ({
    ...page,
    items: page.items.filter((item) => !isMarked(item, page) && !isCounting(offsetOf(item, page))),
  }));
}

function isMarked(item: PageItem, page: Page): boolean {
  return item.kind === 'line' && isAtEdge(item.line.y, page) && MARKED.test(item.text);
}

/** How far a bare number at the edge is from the number of its page; `null` for everything else. */
function offsetOf(item: PageItem, page: Page): number | null {
  if (item.kind !== 'line' || !isAtEdge(item.line.y, page) || !BARE.test(item.text)) return null;
  return Number(item.text) - page.number;
}

function isAtEdge(y: number, { height }: Page): boolean {
  return y < EDGE * height || y > (1 - EDGE) * height;
}
