/** Sheets of Excel 97–2003: our own reader against SheetJS, and what is hidden, hostile or cut. */
import { readFileSync } from 'node:fs';
import { read, utils, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { documentOf, reasonOf, shown } from './support/read.ts';

const fixture = readFileSync(new URL('fixtures/report.xls', import.meta.url));

function xls(rows: unknown[][], bookType: 'biff8' | 'biff5'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows));
  return new Uint8Array(write(book, { type: 'buffer', bookType }));
}

const values = [
  ['规章', 0, 1, -3],
  ['行政许可', 1.5, 0.01, 123.45],
  ['收费', 24252.31, 123456789012, 1e15],
  ['空', '', true, 'x'.repeat(200)],
];

describe('xls', () => {
  it('shows what SheetJS reads', async () => {
    const sheet = Object.values(read(fixture).Sheets)[0] as WorkSheet;
    const cells = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, blankrows: false }).flat();
    const { blocks } = await documentOf(fixture);
    const texts = blocks.flatMap((block) =>
      block.kind === 'grid' ? block.rows.flat().map(({ text }) => text) : [block.text],
    );
    const printed = (list: unknown[]) => list.map((text) => String(text ?? '').trim()).filter((text) => text !== '');
    expect(printed(texts)).toEqual(printed(cells));
  });

  it.each(['biff8', 'biff5'] as const)('numbers, truths and long texts: %s', async (bookType) => {
    const narrow =
      bookType === 'biff5' ? values.map((row) => row.map((cell) => (typeof cell === 'string' ? 'abc' : cell))) : values;
    const { blocks } = await documentOf(xls(narrow, bookType));
    const shownCell = (cell: unknown) => (cell === true ? 'TRUE' : String(cell));
    expect(shown(blocks)).toEqual([narrow.map((row) => row.map(shownCell))]);
  });

  it('is told by its streams, whatever their case', async () => {
    const upper = Buffer.from(fixture);
    const entry = upper.indexOf(Buffer.from('Workbook', 'utf16le'));
    upper.write('WORKBOOK', entry, 'utf16le');
    expect(shown((await documentOf(upper)).blocks)).toEqual(shown((await documentOf(fixture)).blocks));
  });

  /** A workbook stream of records, alone in a compound file. */
  const stream = (...records: [number, number[]][]) => {
    const bytes = records.flatMap(([type, data]) => [
      type & 255,
      type >> 8,
      data.length & 255,
      data.length >> 8,
      ...data,
    ]);
    const file = Buffer.from(fixture);
    const start = file.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]));
    file.set(bytes, start);
    return file;
  };
  const begin: [number, number[]] = [0x0809, [0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]];
  const sheetAt = (offset: number): [number, number[]] => [0x85, [offset & 255, offset >> 8, 0, 0, 0, 0, 1, 0, 65]];
  it.each([
    ['a password', stream(begin, [0x2f, [0, 0, 0, 0, 0, 0]]), 'FILE.ENCRYPTED'],
    ['a record longer than the file', stream(begin, sheetAt(9), [0x0a, []]), 'FILE.DAMAGED'],
    ['a record shorter than it says', stream(begin, [0x85, [1, 0]], [0x0a, []]), 'FILE.DAMAGED'],
    ['sheets without end, all one', stream(begin, ...Array.from({ length: 300 }, () => sheetAt(0))), 'FILE.DAMAGED'],
    ['cut', fixture.subarray(0, 6000), 'FILE.DAMAGED'],
    ['Excel 4', stream([0x0809, [0, 4, 5, 0, 0, 0, 0, 0]], [0x0a, []]), 'FILE.KIND'],
  ])('%s', async (_, file, reason) => {
    expect(await reasonOf(file)).toBe(reason);
  });
});
