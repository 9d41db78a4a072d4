/** The plain-text part: the same blocks as the HTML part, aligned with blanks; Han characters count two columns. */

import { pad, width } from '../output/width.ts';
import { inBrackets } from '../output/words/common.ts';
import type { Block, GridCell, Letter, Voice } from './types.ts';

const RULE = '-'.repeat(40);
const CROSS = '✗';
/** A longer label moves the numbers of its own row only. */
const WIDEST = 40;

export function toText(letter: Letter, voice: Voice): string {
  const lines = (blocks: readonly Block[]) => blocks.map((block) => toLines(block, voice));
  return `${[[letter.lead], [letter.title], ...lines(letter.blocks), [RULE], ...lines(letter.footer)].map((part) => part.join('\n')).join('\n\n')}\n`;
}

function toLines(block: Block, voice: Voice): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'heading':
      return [`== ${block.text} ==`];
    case 'sum':
      return [`    ${block.text}`];
    case 'quote':
      return [`> ${block.text}`, `  ${voice.text(inBrackets(block.note)).trim()}`];
    case 'list':
      return block.items.map((item) => `* ${item}`);
    case 'link':
      return [`${block.text}${voice.say('colon').trim()}`, block.href];
    case 'grid':
      return [block.caption, ...gridLines(block.rows)];
    case 'card':
      return [`[${block.sign}]`, block.title, ...block.blocks.flatMap((each) => toLines(each, voice))];
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
