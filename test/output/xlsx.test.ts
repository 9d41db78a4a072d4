/** Sheets, opened again by another library. */
import { type CellObject, read } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { SAY } from '../../shared/output/language.ts';
import { MISTAKE_COLUMNS, mistakeRows } from '../../shared/output/mistake-rows.ts';
import { type SheetValue, Workbook } from '../../shared/output/xlsx/workbook.ts';
import { faultyDocx, recordOf } from './papers.ts';

async function written(rows: readonly SheetValue[][], widths: readonly number[] = []): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const book = new Workbook(async (bytes) => void parts.push(bytes));
  await book.sheet(
    '问题清单',
    MISTAKE_COLUMNS.map(([{ zh }]) => zh),
    widths,
  );
  await book.rows(rows);
  await book.end();
  return Buffer.concat(parts);
}

async function opened(rows: readonly SheetValue[][]): Promise<Record<string, CellObject>> {
  const book = read(
    await written(
      rows,
      MISTAKE_COLUMNS.map(([, width]) => width),
    ),
  );
  return book.Sheets.问题清单 as Record<string, CellObject>;
}

test('a row a mistake: the suspect cell with both numbers, and a link to the page of the report', async () => {
  const record = await recordOf('示例局2023.docx', faultyDocx());
  const sheet = await opened(mistakeRows(record, record.result.findings, 'https://gouji.example', SAY.zh));
  const [, slip] = record.result.mistakes;
  expect(sheet.A3).toMatchObject({ t: 's', v: '示例市示例局' });
  expect(sheet.B3).toMatchObject({ t: 'n', v: 2023 });
  expect(sheet.G3).toMatchObject({ t: 'n', v: 103 });
  expect(sheet.H3).toMatchObject({ t: 'n', v: 102 });
  expect(sheet.I3?.v).toBe(slip?.message.zh);
  expect(sheet.N3?.l?.Target).toBe(`https://gouji.example/reports/${record.id}`);
});

test.each(['=1+1', '_x000D_', '<b>&"\'', 'a\u0000b\u000b', '\ud800', '😀'])(
  '%j stays the text that it is',
  async (text) => {
    const sheet = await opened([[text]]);
    expect(sheet.A2?.f).toBeUndefined();
    expect(sheet.A2).toMatchObject({ t: 's', v: text.toWellFormed().replace(/[\0\v]/g, '\ufffd') });
  },
);
