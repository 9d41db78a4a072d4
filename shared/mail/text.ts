/** The plain-text part: the same blocks as the HTML part, aligned with blanks; Han characters count two columns. */

import { pad, width } from '../output/width.ts';
import type { Block, GridCell, Letter } from './types.ts';

const RULE = '-'.repeat(40);
const CROSS = '✗';
/** A longer label moves the numbers of its own row only. */
const WIDEST = 40;

export function toText(letter: Letter): string {
  const body = letter.blocks.map(toLines);
  const foot = letter.footer.map(toLines);
  return `${[[letter.lead], [letter.title], ...body, [RULE], ...foot].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function toLines(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'heading':
      return [`== ${block.text} ==`];
    case 'sum':
      return [`    ${block.text}`];
    case 'quote':
      return [`> ${block.text}`, `  (${block.note})`];
    case 'list':
      return block.items.map((item) => `* ${item}`);
    case 'link':
      return [`${block.text}:`, block.href];
    case 'grid':
      return [block.caption, ...gridLines(block.rows)];
    case 'card':
      return [`[${block.sign}]`, block.title, ...block.blocks.flatMap(toLines)];
  }
}

/** Labels to the left, numbers to the right; a wrong cell has its cross before it. Links stand below the table. */
function gridLines(rows: GridCell[][]): string[] {
  const shown = rows.map((row) => row.map((cell) => (cell.role === 'wrong' ? `${CROSS}${cell.text}` : cell.text)));
  const whole = (row: string[]) => row.length === 1;
  const columns = Math.max(...shown.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...shown.filter((row) => !whole(row)).map((row) => Math.min(WIDEST, width(row[column] ?? '')))),
  );
  const lines = shown.map((row) =>
    whole(row)
      ? `  ${row[0]}`
      : `  ${row.map((text, column) => pad(text, widths[column] as number, column === 0 ? 'right' : 'left')).join('  ')}`.trimEnd(),
  );
  return lines.flatMap((line, index) => {
    const links = (rows[index] as GridCell[]).flatMap((cell) => (cell.link ? [`    ${cell.link}`] : []));
    return [line, ...links];
  });
}
