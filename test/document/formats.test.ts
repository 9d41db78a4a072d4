/** The same report in every format, made by LibreOffice (fixtures/make.sh): all give the same paragraphs and tables. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NOTES } from '../../shared/document/notes.ts';
import type { Block, GridCell } from '../../shared/document/types.ts';
import { documentOf, gridsOf, rowsOf, shown } from './support/read.ts';

const fixture = (extension: string, name = 'report') =>
  readFileSync(new URL(`fixtures/${name}.${extension}`, import.meta.url));

const page = await documentOf(fixture('html'));

describe('html', () => {
  it('is read to the last cell', () => {
    const [proactive, requests, disputes] = gridsOf(page).map(rowsOf);
    expect(proactive?.at(3)).toEqual(['行政规范性文件', '12', '4', '57']);
    expect(requests).toHaveLength(28);
    expect(requests?.at(5)).toEqual([
      '三、本年度办理结果<1×22>',
      '(一)予以公开<2×1>',
      '1',
      '0',
      '2',
      '11',
      '0',
      '0',
      '14',
    ]);
    expect(requests?.at(27)).toEqual(['四、结转下年度继续办理<3×1>', '2', '1', '0', '0', '0', '0', '3']);
    expect(disputes?.at(3)).toEqual('1 1 0 1 3 7 0 2 1 10 5 1 0 1 7'.split(' '));
  });
  it('keeps what stands outside the body', () => {
    expect(page).toMatchObject({ title: '示例市示例局2023年政府信息公开工作年度报告', published: '2024-01-22 09:30' });
  });
});

describe.each(['docx', 'doc', 'odt', 'pdf', 'ofd'])('%s', (extension) => {
  it('says the same as the page', async () => {
    const document = await documentOf(fixture(extension));
    expect(shown(document.blocks)).toEqual(shown(page.blocks));
    expect(document.title).toBe(extension === 'doc' ? null : page.title);
  });
});

/** All texts in reading order, whatever is a table and what is not. */
const texts = (blocks: Block[]) =>
  blocks.flatMap((block) => (block.kind === 'grid' ? block.rows.flat().map(({ text }) => text) : [block.text]));

it.each(['xlsx', 'xls', 'ods'])('%s: the same texts in the same order', async (extension) => {
  const { blocks } = await documentOf(fixture(extension));
  expect(texts(blocks)).toEqual(texts(page.blocks));
});

it.each(['xlsx', 'xls', 'ods'])('%s: what is hidden is left out and said to be', async (extension) => {
  const document = await documentOf(fixture(extension, 'hidden'));
  expect(shown(document.blocks)).toEqual([
    [
      ['甲<2×1>', '丁'],
      ['5', '6', '8'],
    ],
  ]);
  expect(document.notes).toEqual([NOTES.hiddenSheets(1), NOTES.hiddenRows(1), NOTES.hiddenColumns(1)]);
  expect(gridsOf(document)[0]?.rows[1]?.[2]?.place).toMatchObject({ page: 1, row: 3, cell: 4 });
});

it('pdf without ruling lines: rows of numbers with their whole labels', async () => {
  const [table] = gridsOf(await documentOf(fixture('pdf', 'unruled')));
  const [, requests] = gridsOf(page);
  const endOf = (row: GridCell[]) => row.slice(-8).map(({ text }) => text);
  expect(table?.rows.map(endOf)).toEqual(requests?.rows.slice(3).map(endOf));
});

it.each(['docx', 'doc', 'odt', 'pdf'])('%s: list labels that exist only as numbers', async (extension) => {
  const { blocks } = await documentOf(fixture(extension, 'lists'));
  const texts = shown(blocks).map((text) => (extension === 'pdf' ? String(text).replace(' ', '') : text));
  expect(texts).toEqual([
    '一、总体情况',
    '本局公开信息。',
    '（一）主动公开',
    '1.网站',
    '2.公报',
    '（二）依申请公开',
    '二、主动公开政府信息情况',
    '（一）规章',
  ]);
});

describe('places', () => {
  /** (七)总计, 总计. */
  const total = async (extension: string) => {
    const cells = gridsOf(await documentOf(fixture(extension))).flatMap((grid) => grid.rows.flat());
    return cells.find(({ text }) => text === '525')?.place;
  };
  it.each([
    ['html', { line: 59, table: 2, row: 27, cell: 8 }],
    ['docx', { line: 243, table: 2, row: 27, cell: 8 }],
    ['doc', { line: 283, table: 2, row: 27, cell: 8 }],
    ['odt', { line: 243, table: 2, row: 27, cell: 8 }],
    ['pdf', { line: 47, page: 2, table: 2, row: 27, cell: 8, x: 544.1 }],
    ['xlsx', { line: 47, page: 1, row: 47, cell: 25 }],
    ['xls', { line: 47, page: 1, row: 47, cell: 25 }],
    ['ods', { line: 47, page: 1, row: 47, cell: 25 }],
  ])('%s', async (extension, place) => {
    expect(await total(extension)).toMatchObject(place);
  });
});
