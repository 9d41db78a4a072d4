import { expect, it } from 'vitest';
import { readParts } from '../../shared/report/parts.ts';
import { tokenize } from '../../shared/report/tokens.ts';

/** Headings and the prose under them, of lines of a text. */
function parts(...lines: string[]) {
  const blocks = lines.map((text, index) => ({ kind: 'paragraph' as const, text, place: { line: index + 1 } }));
  const document = {
    blocks,
    mediaType: 'text/plain',
    encoding: null,
    title: null,
    published: null,
    notes: [],
  } as const;
  const { headings, prose } = readParts(
    tokenize({ ...document, blocks, notes: [] }, (same) => same),
    [],
  );
  return [headings.map(({ part, numeral }) => `${part}${numeral ?? ''}`), prose.map(({ where }) => where)];
}

const CASES: [what: string, lines: string[], expected: string[][]][] = [
  [
    'a heading printed above its table and in the first row of it is one',
    ['三、收到和处理政府信息公开申请情况', '三、收到和处理政府信息公开申请情况'],
    [['requests3'], []],
  ],
  [
    'a sub-heading with the name of a part heads no part',
    ['一、总体情况', '(一)主动公开政府信息情况', '全年公开信息12条。'],
    [['overview1'], ['overview', 'overview']],
  ],
  [
    'headings run into one line',
    ['一、总体情况 2023年,全年公开信息12条。 五、存在的主要问题及改进情况 解读不够。'],
    [
      ['overview1', 'problems5'],
      ['overview', 'problems'],
    ],
  ],
  [
    'signature and footer are no prose of part six',
    ['六、其他需要报告的事项', '无。', '云溪县示例局', '2024年1月5日', '扫一扫在手机打开当前页'],
    [['other6'], ['other', 'tail', 'tail', 'tail']],
  ],
];

it.each(CASES)('%s', (_what, lines, expected) => {
  expect(parts(...lines)).toEqual(expected);
});
