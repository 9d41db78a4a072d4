import { expect, test } from 'vitest';
import { chineseNumber, quantitiesIn } from '../../shared/claims/numbers.ts';

test.each([
  ['70件', 70, '件', true, 0],
  ['1,234件', 1234, '件', true, 0],
  ['十二宗', 12, '宗', true, 0],
  ['两部', 2, '部', true, 0],
  ['零复议', 0, '', true, 0],
  ['300余条', 300, '条', false, 0],
  ['近5000条', 5000, '条', false, 0],
  ['5.65万余条', 56500, '条', false, 0],
  ['4.14万条', 41400, '条', false, 0],
  ['40余人次', 40, '人次', false, 0],
  ['200件以上', 200, '件', false, 0],
  ['829万元', 829, '万元', true, 0.5],
  ['约47.10万元', 47.1, '万元', false, 0.005],
  ['2.43亿元', 24300, '万元', true, 50],
  ['251000元', 25.1, '万元', true, 0.00005],
  ['4', 4, '', true, 0],
])('%s', (text, value, unit, exact, tolerance) => {
  expect(quantitiesIn(text)).toEqual([
    { start: 0, end: text.replace(/复议$/, '').length, value, unit, exact, tolerance },
  ]);
});

test.each(['2023年', '12月31日', '100%', '第20条', '24小时', '第711号', '三类内部事务', '10:30', '第五项', '3‰'])(
  '%s is no quantity',
  (text) => {
    expect(quantitiesIn(text)).toEqual([]);
  },
);

test('a sentence gives its quantities in order, with their places', () => {
  const text = '收到申请70件,结转2件';
  expect(quantitiesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['70件', '2件']);
});

test.each([
  ['一', 1],
  ['十', 10],
  ['二十', 20],
  ['一百零三', 103],
  ['两千三百', 2300],
  ['二〇', 20],
])('%s is %d', (text, value) => {
  expect(chineseNumber(text)).toBe(value);
});
