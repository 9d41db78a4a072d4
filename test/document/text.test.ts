import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf, reasonOf, shown } from './support/read.ts';

describe('lines', () => {
  it('are kept exactly, blank ones too', async () => {
    const { blocks } = await documentOf('规章 |\n\n  0 | \t||\n\n');
    expect(shown(blocks)).toEqual(['规章 |', '', '  0 | \t||', '']);
  });
  it.each(['\n', '\r\n', '\r'])('end with %j', async (end) => {
    const { blocks } = await documentOf(`第一行${end}第二行${end}`);
    expect(blocks.map(({ place }) => place.line)).toEqual([1, 2]);
  });
  it('are broken, but not counted, by form feeds and Unicode separators', async () => {
    const { blocks } = await documentOf('甲\f乙\u2028丙\n丁');
    expect(shown(blocks)).toEqual(['甲', '乙', '丙', '丁']);
    expect(blocks.map(({ place }) => [place.line, place.column])).toEqual([
      [1, 1],
      [1, 3],
      [1, 5],
      [2, 1],
    ]);
  });
  it('come back whatever they hold', async () => {
    const line = fc.string({ unit: fc.constantFrom(...'政府信息公开 0123|\t()（）一、') });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1 }), async (lines) => {
        fc.pre(lines.some((text) => text.trim() !== ''));
        const { blocks } = await documentOf(`${lines.join('\n')}\n`);
        expect(shown(blocks)).toEqual(lines);
      }),
    );
  });
});

describe('no text', () => {
  it.each([
    ['nothing', new Uint8Array(), 'FILE.EMPTY'],
    ['white space', ' \r\n\u3000\t\n', 'FILE.EMPTY'],
    ['a file over the limit', new Uint8Array(30 * 1024 * 1024), 'FILE.TOO-LARGE'],
    ['binary rubbish', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + ((i * i) >> 3)) % 256), 'FILE.KIND'],
    ['half a million lines', '0\n'.repeat(500_001), 'FILE.BOMB'],
    ['zeros', new Uint8Array(4096), 'FILE.KIND'],
  ])('%s', async (_, bytes, reason) => {
    expect(await reasonOf(bytes, 'report.txt')).toBe(reason);
  });
});

describe('markdown', () => {
  it('tables with rulers are grids, everything else paragraphs without marks', async () => {
    const source = [
      '# 示例局2023年**年度**报告',
      '',
      '| 信息内容 | 本年制发件数 |',
      '| --- | :-: |',
      '| **规章** | 0 |',
      '| 1\\. a\\|b | |',
      '结束',
    ];
    const { blocks, mediaType } = await documentOf(source.join('\n'), 'report.txt');
    expect(mediaType).toBe('text/markdown');
    expect(shown(blocks)).toEqual([
      '示例局2023年年度报告',
      '',
      [
        ['信息内容', '本年制发件数'],
        ['规章', '0'],
        ['1. a|b', ''],
      ],
      '结束',
    ]);
  });
  it('one small table a row: labels outside, rulers dropped', async () => {
    const { blocks } = await documentOf('2.重复申请\n| 0 | 3 | 3 |\n|---|---|---|\n3.要求提供\n| 1 |\n|--|\n', 'a.md');
    expect(shown(blocks)).toEqual(['2.重复申请', [['0', '3', '3']], '3.要求提供', [['1']]]);
  });
  it('cells know line and column', async () => {
    const { blocks } = await documentOf('甲\n| 规章 | 12 |\n|---|---|\n| 乙 | 4 |\n');
    const [, grid] = blocks;
    expect(grid?.kind === 'grid' && grid.rows[1]?.[1]?.place).toEqual({
      line: 4,
      column: 6,
      table: 1,
      row: 2,
      cell: 2,
    });
  });
});

describe('the corpus comes back whole', () => {
  const corpus = join(import.meta.dirname, '../corpus');
  const folders = ['samples', 'layouts'].map((folder) => join(corpus, folder));
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  it.each(files.filter((name) => name.endsWith('.txt')))('%s', async (path) => {
    const bytes = readFileSync(path);
    const document = await documentOf(bytes, path);
    expect(document).toMatchObject({ mediaType: 'text/plain', encoding: 'utf-8' });
    expect(shown(document.blocks).join('\n')).toBe(bytes.toString().replace(/\n$/, ''));
  });
});
