/** Lines and tables joined over pages → blocks with their places. */
import { tableBlocks } from '../../table.ts';
import type { Block, Place } from '../../types.ts';
import type { JoinedLines, JoinedTable } from './join.ts';

/** `line` counts paragraphs and table rows through the file. */
export function blocksOf(items: (JoinedLines | JoinedTable)[]): Block[] {
  let line = 0;
  let table = 0;
  const place = (at: { page: number; x: number; y: number }): Place => {
    return { line, page: at.page, x: Math.round(at.x * 10) / 10, y: Math.round(at.y * 10) / 10 };
  };
  return items.flatMap((item): Block[] => {
    if (item.kind === 'lines') {
      line++;
      return [{ kind: 'paragraph', text: item.text, place: place(item) }];
    }
    table++;
    const start = { ...place(item), line: line + 1, table };
    const rows = item.rows.map(({ page, cells }, row) => {
      line++;
      return cells.map(({ text, x, y, colSpan, rowSpan }, cell) => {
        const at = { ...place({ page, x, y }), table, row: row + 1, cell: cell + 1 };
        return {
          blocks: text === '' ? [] : [{ kind: 'paragraph' as const, text, place: at }],
          place: at,
          colSpan,
          rowSpan,
        };
      });
    });
    return tableBlocks(rows, start);
  });
}
