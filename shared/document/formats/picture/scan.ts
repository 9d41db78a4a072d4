/** Pages that are pictures → the numbers in their ruled tables. Nothing else of them is read. */
import type { Reading } from '../../format.ts';
import type { Block, DocumentContent, GridCell } from '../../types.ts';
import { UnreadableError } from '../../unreadable.ts';
import { type RuledTable, ruledTables } from '../pdf/rulings.ts';
import { type Box, numbersIn } from './digits.ts';
import { type Grey, inkBelow, shrunk } from './grey.ts';
import { recogniser } from './recogniser.ts';
import { drawnSegments } from './rulings.ts';
import { straight } from './straight.ts';

/** Pages that are looked at; a report has ten. */
export const MOST_PAGES = 30;
/** Seconds of processor time that a page may take beside those of any file: an ordinary one takes 6 (docs/formats.md). */
const SECONDS_A_PAGE = 20;
/** Places are told in points of A4, whatever the picture has. */
const A4_WIDTH = 595;
/** The shortest line that rules a table: characters are smaller. In points of A4. */
const SHORTEST = 24;
/** Between a ruling and what stands in the cell, in points of A4. */
const MARGIN = 1.2;
/** Table 3 alone: labels in one to four columns, then seven numbers. Of other tables no sums could prove what was read. */
const NUMBERS = 7;
const MOST_LABELS = 4;

/**
 * Rows of seven numbers in the ruled tables of the pages, a grid for each table; '' stands where no number was read.
 * @throws UnreadableError FILE.PICTURES without such a table, or where no recogniser is installed; FILE.BOMB.
 */
export async function readScan(pages: AsyncIterable<Grey>, title: string, reading: Reading): Promise<DocumentContent> {
  const blocks: Block[] = [];
  let line = 0;
  let number = 0;
  for await (const page of pages) {
    number++;
    if (number > MOST_PAGES) throw new UnreadableError('FILE.PICTURES', `more than ${MOST_PAGES} pages`);
    reading.step(`picture ${number}`, SECONDS_A_PAGE);
    const { picture, ink, tables } = ruledPage(page);
    for (const rows of tables) {
      const texts = await numbersIn(picture, ink, rows.flat(), await recogniser());
      const scale = A4_WIDTH / picture.width;
      const at = ({ left, top }: Box) => ({ x: Math.round(left * scale), y: Math.round(top * scale), page: number });
      const table = blocks.length + 1;
      const grid = rows.map((row, r): GridCell[] => {
        line++;
        return row.map((box, c) => ({
          text: texts[r * NUMBERS + c] as string,
          place: { line, ...at(box), table, row: r + 1, cell: c + 1 },
          ...{ colSpan: 1, rowSpan: 1 },
        }));
      });
      blocks.push({ kind: 'grid', rows: grid, place: { ...(grid[0]?.[0]?.place ?? { line }), table } });
    }
  }
  if (blocks.length === 0) throw new UnreadableError('FILE.PICTURES');
  return { blocks, encoding: null, title, published: null, notes: [], isPicture: true };
}

/** A page turned straight, and the boxes of its rows of seven numbers, table by table. */
function ruledPage(page: Grey): { picture: Grey; ink: number; tables: Box[][][] } {
  const small = shrunk(page);
  const ink = inkBelow(small);
  const picture = straight(small, ink);
  const points = picture.width / A4_WIDTH;
  const segments = drawnSegments(picture, ink, SHORTEST * points).map(({ x1, x2, y1, y2 }) => {
    return { x1: x1 / points, x2: x2 / points, y1: y1 / points, y2: y2 / points };
  });
  const tables = ruledTables(segments, []).map((table) => rowsOfSeven(table, picture, points));
  return { picture, ink, tables: tables.filter((rows) => rows.length > 0) };
}

/** Rows whose last seven cells are single ones, in a table with a column for labels. */
function rowsOfSeven({ xs, ys, cells }: RuledTable, { width, height }: Grey, points: number): Box[][] {
  const columns = xs.length - 1;
  if (columns <= NUMBERS || columns > NUMBERS + MOST_LABELS) return [];
  const single = cells.filter(
    ({ column, colSpan, rowSpan }) => column >= columns - NUMBERS && colSpan === 1 && rowSpan === 1,
  );
  const rows = [...Map.groupBy(single, ({ row }) => row).values()].filter((row) => row.length === NUMBERS);
  const inside = (places: number[], at: number, most: number): [number, number] => [
    Math.max(0, Math.ceil(((places[at] as number) + MARGIN) * points)),
    Math.min(most - 1, Math.floor(((places[at + 1] as number) - MARGIN) * points)),
  ];
  return rows.map((row) =>
    row.map(({ row, column }) => {
      const [left, right] = inside(xs, column, width);
      const [top, bottom] = inside(ys, row, height);
      return { left, top, right, bottom };
    }),
  );
}
