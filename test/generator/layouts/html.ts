/** R: real tables with rowspan and colspan. */
import { joined, type Layout, linewise, type Piece, type PrintedTable } from './layout.ts';

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function printTable(table: PrintedTable, wrap: (text: string) => string): string {
  const rows = table.rows.map((row) => {
    const cells = row.map(({ text, colSpan, rowSpan }) => {
      const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
      return `<td${spans}>${wrap(escapeText(text))}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table border="1">${rows.join('\n')}</table>`;
}

const page = (pieces: readonly Piece[]) => {
  const body = pieces.map(({ kind, text }) => {
    if (kind === 'table') return text;
    return kind === 'title' ? `<h1>${escapeText(text)}</h1>` : `<p>${escapeText(text)}</p>`;
  });
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>政府信息公开</title></head>\n<body>\n${body.join('\n')}\n</body></html>`;
};

const html: Layout = {
  extension: 'html',
  applicants: joined,
  outcomes: joined,
  showsEmpty: true,
  breaksCells: true,
  reading: 'exact',
  table: (table) => printTable(table, (text) => text),
  page,
};

export const HTML_LAYOUTS = {
  'R real table': html,
  'R real table, &nbsp; in empty cells': { ...html, table: (table) => printTable(table, (text) => text || '&nbsp;') },
  'R cells split over paragraphs and spans': {
    ...html,
    applicants: (above, below) => `${above}${below}`,
    table: (table) =>
      printTable(table, (text) => `<p><span>${text.slice(0, 1)}</span><font>${text.slice(1)}</font></p>`),
  },
  'R nested in the table that lays out the page': {
    ...html,
    page: (pieces) => page([{ kind: 'table', text: `<table><tr><td>${linewise(insideOf(pieces))}</td></tr></table>` }]),
  },
} satisfies Record<string, Layout>;

function insideOf(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => ({
    ...piece,
    text: piece.kind === 'table' ? piece.text : `<p>${escapeText(piece.text)}</p>`,
  }));
}
