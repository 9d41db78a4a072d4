/** Paragraphs and tables of WordprocessingML (ECMA-376 part 1, 17); the styles that they name stand in `styles.ts`. */
import { type Markup, xml } from '../markup.ts';

type StyleName = 'Number' | 'Rule' | 'Title' | 'To' | 'Body' | 'Heading' | 'Head' | 'Cell' | 'Middle' | 'Sign';

/** Width of the text, 156 mm, in points. */
const TEXT_POINTS = 442;
const LARGEST_LETTERHEAD = 42;

export function paragraph(style: StyleName, text: string): Markup {
  return xml`<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${text !== '' && xml`<w:r>${linesOf(text)}</w:r>`}</w:p>`;
}

/** The name of the office in red over the whole width, in one line as long as it fits. */
export function letterhead(office: string): Markup {
  const points = Math.min(LARGEST_LETTERHEAD, Math.floor(TEXT_POINTS / Math.max(1, office.length)));
  const size = 2 * Math.max(points, 16);
  return xml`<w:p><w:pPr><w:pStyle w:val="Letterhead"/></w:pPr><w:r><w:rPr><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>${linesOf(office)}</w:r></w:p>`;
}

/** Lines of a text are lines on paper. */
function linesOf(text: string): Markup[] {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line, i) => xml`${i > 0 && xml`<w:br/>`}<w:t xml:space="preserve">${line}</w:t>`);
}

const EDGE = xml`w:val="single" w:sz="4" w:space="0" w:color="000000"`;
const BORDERS = xml`<w:tblBorders><w:top ${EDGE}/><w:left ${EDGE}/><w:bottom ${EDGE}/><w:right ${EDGE}/><w:insideH ${EDGE}/><w:insideV ${EDGE}/></w:tblBorders>`;

/**
 * A ruled table whose head is repeated on each page; no row is torn apart by the end of a page.
 * @param widths of the columns in twentieths of a point
 * @param rows of cells, each with at least one paragraph
 */
export function table(
  widths: readonly number[],
  head: readonly string[],
  rows: readonly (readonly (readonly Markup[])[])[],
): Markup {
  const cell = (content: readonly Markup[], i: number) =>
    xml`<w:tc><w:tcPr><w:tcW w:w="${widths[i]}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
  const row = (cells: readonly (readonly Markup[])[], isHead: boolean) =>
    xml`<w:tr><w:trPr><w:cantSplit/>${isHead && xml`<w:tblHeader/>`}</w:trPr>${cells.map(cell)}</w:tr>`;
  const total = widths.reduce((sum, width) => sum + width, 0);
  return xml`<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/>${BORDERS}<w:tblLayout w:type="fixed"/></w:tblPr>
<w:tblGrid>${widths.map((width) => xml`<w:gridCol w:w="${width}"/>`)}</w:tblGrid>
${row(
  head.map((text) => [paragraph('Head', text)]),
  true,
)}${rows.map((cells) => row(cells, false))}</w:tbl>`;
}
