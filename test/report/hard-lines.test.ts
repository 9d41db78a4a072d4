/** Sentences and lists go on over hard line ends; headings, items and whole sentences stay lines of their own. */
import { expect, test } from 'vitest';
import { joinHardLines } from '../../shared/report/hard-lines.ts';
import type { Prose } from '../../shared/report/types.ts';

const prose = (lines: readonly string[], where: Prose['where'] = 'overview') =>
  lines.map((plain, index): Prose => ({ text: plain, plain, where, place: { line: index + 1 } }) as Prose);

test.each([
  ['a list behind its comma', ['公开信息30条,其中动态12条,', '公告18条。'], 1],
  ['a word broken in two', ['2023年共收到政府信息公开申请12件,均已登记并答复,其中自', '然人申请12件。'], 1],
  ['a list behind its semicolon', ['办理申请52件,其中:予以公开20件;部分公开5件;', '无法提供27件。'], 1],
  ['a count without what it counts', ['2023年,我局办结政府信息公开申请', '42件。'], 1],
  [
    'the lines of a narrow page',
    [
      '2023年,共收到政府信息公开申请32件,',
      '上年结转3件,其中自然人申请23件、商业企业',
      '6件、社会公益组织1件、法律服务机构2',
      '件。予以公开12件,部分公开3件,不予公开',
      '5件。',
    ],
    1,
  ],
  ['a sentence that ended', ['公开信息30条,其中动态12条、公告18条。', '培训5次。'], 2],
  ['a numbered paragraph', ['公开信息30条,其中动态12条,', '(二)依申请公开。'], 2],
  ['a short line without a mark', ['公开信息30条,其中', '动态12条。'], 2],
])('%s', (_what, lines, count) => {
  expect(joinHardLines(prose(lines))).toHaveLength(count);
});

test('an empty line between, and the head of a report, keep lines apart', () => {
  const [first, second] = prose(['公开信息30条,', '公告18条。']) as [Prose, Prose];
  expect(joinHardLines([first, { ...second, place: { line: 3 } }])).toHaveLength(2);
  expect(joinHardLines(prose(['公开信息30条,', '公告18条。'], 'head'))).toHaveLength(2);
});
