import { describe, expect, it } from 'vitest';
import { readTables } from '../../shared/report/tables/read.ts';
import { tokenize } from '../../shared/report/tokens.ts';

const OUTCOMES = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
const EXPECTED = [1, 2, 3, 4, 10, 5, 6, 7, 8, 26, 9, 0, 1, 2, 12];
/** Shapes of table 4 other than one row of fifteen numbers. */
const SHAPES: Record<string, string[]> = {
  'a row for each block': [
    `| ${OUTCOMES}`,
    '行政复议 | 1 | 2 | 3 | 4 | 10',
    '行政诉讼（未经复议直接起诉） | 5 | 6 | 7 | 8 | 26',
    '行政诉讼（复议后起诉） | 9 | 0 | 1 | 2 | 12',
  ],
  'a table for each block under its name': [
    '（一）行政复议',
    OUTCOMES,
    '1 | 2 | 3 | 4 | 10',
    '（二）行政诉讼——未经复议直接起诉',
    OUTCOMES,
    '5 | 6 | 7 | 8 | 26',
    '（三）行政诉讼——复议后起诉情况',
    OUTCOMES,
    '9 | 0 | 1 | 2 | 12',
  ],
  'a row for each outcome': [
    '| 行政复议 | 未经复议直接起诉 | 复议后起诉',
    '结果维持 | 1 | 5 | 9',
    '结果纠正 | 2 | 6 | 0',
    '其他结果 | 3 | 7 | 1',
    '尚未审结 | 4 | 8 | 2',
    '总计 | 10 | 26 | 12',
  ],
};

describe('table 4 in other shapes', () => {
  for (const [name, lines] of Object.entries(SHAPES)) {
    it(name, () => {
      const blocks = lines.map((text, index) => ({ kind: 'paragraph' as const, text, place: { line: index + 1 } }));
      const document = {
        mediaType: 'text/plain' as const,
        encoding: 'utf-8',
        title: null,
        published: null,
        notes: [],
        blocks,
      };
      const { cells } = readTables(tokenize(document, (text) => text)).disputes;
      expect([...cells.values()].map(({ value }) => value)).toEqual(EXPECTED);
    });
  }
});
