import { describe, expect, it } from 'vitest';
import { plainLine } from '../../shared/report/normalise.ts';
import { cellNumber } from '../../shared/report/number.ts';

const CELLS: [printed: string, value: number | null][] = [
  ['14', 14],
  ['', null],
  ['/', null],
  ['—', null],
  ['无', null],
  ['本单位未制作规章', null],
  ['3?', 3],
  ['? 0', 0],
  ['１２', 12],
  ['1,234,567', 1234567],
  ['12,34', null],
  ['1,2345', null],
  ['1,234,56', null],
  ['24252.311082', 24252.311082],
  ['43.788万元', 43.788],
  ['73802895.90元', 73802895.9],
  ['22（其中修订 16 件）', 22],
  ['55（含自然失效 29 件）', 55],
  ['-18', -18],
  ['−18', -18],
  ['+1036', 1036],
  ['增加5', 5],
  ['减少3', -3],
  ['0/0', 0],
  ['增3/减1', 2],
  ['8件', 8],
  ['3119 件', 3119],
  ['2024年', null],
  ['9007199254740991', 9007199254740991],
  ['9007199254740993', null],
  ['9'.repeat(400), null],
];

describe('the number that a cell prints', () => {
  it.each(CELLS)('%s', (printed, value) => {
    expect(cellNumber(plainLine(printed))).toBe(value);
  });
});

const LINES: [printed: string, plain: string][] = [
  ['?一、总体情况', '一、总体情况'],
  ['　２０２３年（全年）', '2023年(全年)'],
  ['⼀、⾏政', '一、行政'],
  ['數(shù)據(jù)', '數據'],
  ['是否继续?', '是否继续?'],
  ['？。ㄒ唬┲鲃庸_'.replace('？', '?'), '(一)主动公开'],
];

describe('one plain spelling', () => {
  it.each(LINES)('%s', (printed, plain) => {
    expect(plainLine(printed)).toBe(plain);
  });
});
