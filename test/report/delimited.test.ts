import { expect, test } from 'vitest';
import { delimitedCells } from '../../shared/report/delimited.ts';
import { splitAtSpaces } from '../../shared/report/spaces.ts';

const cells = (line: string) => delimitedCells(line, (text) => text);

test.each([
  ['规章,0,0,0', ['规章', '0', '0', '0']],
  [
    '"信息内容","本年制发件数","本年废止件数","现行有效件数"',
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ],
  ['行政许可;2293', ['行政许可', '2293']],
  [
    '三、本年度办理结果,（一）予以公开,1,0,,0,0,0,1',
    ['三、本年度办理结果', '（一）予以公开', '1', '0', '', '0', '0', '0', '1'],
  ],
  [
    '（二）部分公开（区分处理的,只计这一情形）,5,0,0,0,0,0,5',
    ['（二）部分公开（区分处理的,只计这一情形）', '5', '0', '0', '0', '0', '0', '5'],
  ],
  ['"行政事业性收费","1,234.5"', ['行政事业性收费', '1,234.5']],
  ['1,0,2,0,3', ['1', '0', '2', '0', '3']],
  ['二、上年结转政府信息公开申请数量；2；1', ['二、上年结转政府信息公开申请数量', '2', '1']],
  ['二、上年结转政府信息公开申请数量、2、1', ['二、上年结转政府信息公开申请数量', '2', '1']],
])('%s', (line, expected) => expect(cells(line)).toEqual(expected));

test.each([
  '制发行政规范性文件12件,废止4件,现行有效57件;办理行政许可2293件。',
  '2023年收到申请5件,办结5件',
  '11,398,889',
  '行政许可 11,398,889',
  '1,234 2,345 3,456 4,567 5,678',
  '1.属于国家秘密0 01,88400 1,26903,153',
  '规章',
])('%s is left whole', (line) => expect(cells(line)).toBeNull());

test.each([
  ['规章:0、1、3', ['规章', '0', '1', '3']],
  ['规章:0 1 3', ['规章', '0', '1', '3']],
  ['规章 0;1;-', ['规章', '0', '1', '-']],
  ['7、1、2、0、10', ['7', '1', '2', '0', '10']],
  ['0 1 3 规章', ['0', '1', '3', '规章']],
  ['125 行政许可', ['125', '行政许可']],
  ['行政许可:125', ['行政许可', '125']],
  ['行政事业性收费 7,075.31', ['行政事业性收费', '7,075.31']],
  ['规章 0,125,3', ['规章', '0,125,3']],
])('cells of %s', (plain, expected) => expect(splitAtSpaces(plain)).toEqual(expected));

test.each(['规章 0、1;3', '规章 0 1、3', '7、1', '1 属于国家秘密', '时间:2024-03-10 15:35', '电话:0839-1234567'])(
  '%s stays one cell',
  (plain) => expect(splitAtSpaces(plain)).toEqual([plain]),
);

test('a long line of separators is no row, and is not taken apart', () => {
  let asked = 0;
  const count = (text: string) => {
    asked += 1;
    return text;
  };
  for (const length of [10_000, 20_000]) expect(delimitedCells(','.repeat(length), count)).toBeNull();
  for (const words of [100, 200]) expect(delimitedCells('本年,'.repeat(words), count)).toBeNull();
  expect(asked).toBeLessThan(1000);
});
