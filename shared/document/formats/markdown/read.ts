/** Markdown: pipe tables with a ruler (GitHub Flavored Markdown, "Tables") become grids, everything else paragraphs. */
import { decode } from '../../encoding.ts';
import { MAX_COLUMNS, refuse } from '../../limits.ts';
import type { Block, DocumentContent, GridCell, Paragraph } from '../../types.ts';
import { decodingNotes, paragraphsOf } from '../text/read.ts';

/** One cell of a ruler. A lone `-` is a cell of a table. */
const RULE = /^(?::?-{2,}:?|:-:?|-:)$/;
/** Characters of the text and of the address of a link: without a bound, many brackets would each be read to the end. */
const LONGEST_LINK = 500;
const IMAGE = new RegExp(`!\\[[^\\]]{0,${LONGEST_LINK}}\\]\\([^)]{0,${LONGEST_LINK}}\\)`, 'g');
const LINK = new RegExp(`\\[([^\\]]{0,${LONGEST_LINK}})\\]\\([^)]{0,${LONGEST_LINK}}\\)`, 'g');

/**
 * Reads a Markdown file; places are lines and columns of the source.
 * @throws UnreadableError FILE.KIND for bytes that are no text, FILE.BOMB above the bounds.
 */
export function readMarkdown(bytes: Uint8Array): DocumentContent {
  const decoded = decode(bytes);
  const lines = paragraphsOf(decoded.text);
  const blocks: Block[] = [];
  let table = 0;
  for (let i = 0; i < lines.length; ) {
    const rows = tableAt(lines, i);
    if (rows.length > 0) {
      table++;
      blocks.push({ kind: 'grid', rows: gridRows(rows, table), place: { ...(rows[0] as Paragraph).place, table } });
      i += rows.length;
    } else {
      const line = lines[i++] as Paragraph;
      blocks.push({ ...line, text: isRuler(line.text) ? '' : plain(line.text) });
    }
  }
  return {
    blocks,
    encoding: decoded.encoding,
    title: null,
    published: null,
    notes: decodingNotes(decoded),
  };
}

/** `|---|:-:|`, also of one column, as converters print for each row of a ruled table. */
function isRuler(text: string): boolean {
  if (!text.includes('|') || !text.includes('-')) return false;
  const cells = text.split('|').map((cell) => cell.trim());
  const inner = cells.slice(cells[0] === '' ? 1 : 0, cells.at(-1) === '' ? -1 : undefined);
  return inner.length > 0 && inner.every((cell) => RULE.test(cell));
}

/** The lines of the table that starts here, rulers among them; none where no ruler follows the first line. */
function tableAt(lines: Paragraph[], start: number): Paragraph[] {
  const isRow = (line: Paragraph | undefined) => line?.text.includes('|') === true;
  if (!isRow(lines[start]) || !isRuler(lines[start + 1]?.text ?? '')) return [];
  let end = start + 2;
  while (isRow(lines[end])) end++;
  return lines.slice(start, end);
}

function gridRows(lines: Paragraph[], table: number): GridCell[][] {
  return lines
    .filter(({ text }) => !isRuler(text))
    .map((line, row) => cellsOf(line).map((cell) => ({ ...cell, place: { ...cell.place, table, row: row + 1 } })));
}

function cellsOf({ text, place }: Paragraph): GridCell[] {
  const cells = text.split(/(?<!\\)\|/);
  if (cells.length > MAX_COLUMNS) refuse(`${cells.length} columns`);
  let column = 1;
  const found = cells.map((cell) => {
    const at = { ...place, column };
    column += cell.length + 1;
    return { text: plain(cell).trim(), place: at, colSpan: 1, rowSpan: 1 };
  });
  if (found[0]?.text === '') found.shift();
  if (found.length > 1 && found.at(-1)?.text === '') found.pop();
  return found.map((cell, index) => ({ ...cell, place: { ...cell.place, cell: index + 1 } }));
}

/** Text without its markup: heading marks, bold, links, escapes, `<br>` and `&nbsp;`. */
function plain(text: string): string {
  return text
    .replace(/^[ \t]*#{1,6}[ \t]+/, '')
    .replace(IMAGE, '')
    .replace(LINK, '$1')
    .replace(/\*\*/g, '')
    .replace(/<br\s*\/?>/gi, '')
    .replace(/&nbsp;|\u00A0/g, ' ')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
