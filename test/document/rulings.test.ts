/** Cells that are drawn as boxes of their own, as a page with cellspacing is printed. */
import { expect, test } from 'vitest';
import { ruledTables } from '../../shared/document/formats/pdf/rulings.ts';

const LEFT = [0, 53.4];
const TOP = [0, 23.4];
const [WIDTH, HEIGHT, LINE] = [50, 20, 1];

const boxes = TOP.flatMap((y1) =>
  LEFT.flatMap((x1) => {
    const [x2, y2] = [x1 + WIDTH, y1 + HEIGHT];
    return [
      ...[y1, y2].map((y) => ({ x1: x1 - LINE / 2, x2: x2 + LINE / 2, y1: y, y2: y })),
      ...[x1, x2].map((x) => ({ x1: x, x2: x, y1: y1 - LINE / 2, y2: y2 + LINE / 2 })),
    ];
  }),
);
const inBoxes = TOP.flatMap((y) => LEFT.map((x) => [x + 25, y + 10] as const));

test.each([
  ['an empty gutter is no row and no column', inBoxes, 4],
  ['a narrow column in which a character stands is one', [...inBoxes, [51.7, 10] as const], 6],
])('%s', (_, middles, cells) => {
  expect(ruledTables(boxes, middles).map((table) => table.cells.length)).toEqual([cells]);
});
