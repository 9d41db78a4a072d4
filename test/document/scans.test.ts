/** Pages as pictures: never a wrong number in a report; of clean ones nearly every number. */
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { expect, it, vi } from 'vitest';
import type { Reading } from '../../shared/document/format.ts';
import { MOST_PAGES, readScan } from '../../shared/document/formats/picture/scan.ts';
import { type CellAddress, requestRow, requestRows } from '../../shared/domain/addresses.ts';
import { readReport } from '../../shared/report/read.ts';
import { documentOf, reasonOf } from './support/read.ts';

// The recogniser takes some seconds a page, and longer beside other tests.
vi.setConfig({ testTimeout: 120_000 });

const scan = (name: string) => readFileSync(new URL(`fixtures/scans/${name}`, import.meta.url));
const expected: Record<string, number[][]> = JSON.parse(scan('expected.json').toString());
const rows = requestRows('2021-30');

it.each([
  ['clean.png', 170],
  ['pages.pdf', 170],
  ['worn.jpg', 0],
])('%s: every number is one that is printed, and %i at the least are read', async (name, least) => {
  const { cells } = await readReport(await documentOf(scan(name), name));
  const printed = new Map(
    rows.flatMap((row, r) =>
      requestRow(row).map((cell, c): [CellAddress, number | undefined] => [cell, expected[name]?.[r]?.[c]]),
    ),
  );
  expect([...cells].filter(([cell, { value }]) => value !== printed.get(cell))).toEqual([]);
  expect(cells.size).toBeGreaterThanOrEqual(least);
});

it.each([
  ['no table', PNG.sync.write(new PNG({ width: 600, height: 800 }))],
  ['cut off', scan('clean.png').subarray(0, 20_000)],
  ['cut off', scan('worn.jpg').subarray(0, 300)],
])('a picture of something else, or %s, is refused', async (_, bytes) => {
  expect(await reasonOf(bytes)).toBe('FILE.PICTURES');
});

it('a picture that says it is larger than any page is refused before it is unpacked', async () => {
  const bytes = Buffer.from(scan('clean.png'));
  bytes.writeUInt32BE(100_000, 16);
  expect(await reasonOf(bytes)).toBe('FILE.BOMB');
});

it('more pages than any report has are refused', async () => {
  async function* pages() {
    const [width, height] = [60, 80];
    for (;;) yield { width, height, data: new Uint8Array(width * height).fill(255) };
  }
  await expect(readScan(pages(), '', { step() {} } as unknown as Reading)).rejects.toThrow(
    `more than ${MOST_PAGES} pages`,
  );
});
