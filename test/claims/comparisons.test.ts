import { expect, test } from 'vitest';
import { comparisonsIn } from '../../shared/claims/comparisons.ts';
import { readClaims } from '../../shared/claims/read.ts';
import type { Report } from '../../shared/report/types.ts';
import { exampleReport } from '../../shared/rules/example.ts';

/** `claim value: change, decimals, words` of each. */
const CASES: readonly (readonly [sentence: string, comparisons: readonly string[], report?: Partial<Report>])[] = [
  ['新收政府信息公开申请59件，同比增长47.5%。', ['59: 47.5% 1 59件，同比增长47.5%']],
  ['新收政府信息公开申请59件（比上年减少3件）。', ['59: -3 0 59件(比上年减少3件']],
  ['新收政府信息公开申请59件，较2022年下降5.25%。', ['59: -5.25% 2 59件，较2022年下降5.25%']],
  ['新收政府信息公开申请59件，去年多2件，办结政府信息公开申请50件，上一年少1件。', ['59: 2 0 59件，去年多2件']],
  ['新收政府信息公开申请59件，同比增长5%。办结政府信息公开申请59件。', ['59: 5% 0 59件，同比增长5%']],
  ['新收政府信息公开申请约59件，同比增长5%。', []],
  ['通过网络收到政府信息公开申请59件，同比增长5%。', []],
  ['新收政府信息公开申请五件，同比增长5%。', []],
  ['规范性文件现行有效3件，同比增长50%。', [], { format: '2019-60' }],
];

test.each(CASES.map(([sentence, comparisons, edits = {}]) => ({ sentence, comparisons, edits })))(
  '$sentence',
  ({ sentence, comparisons, edits }) => {
    const report = exampleReport({ text: { overview: [sentence], disputes: [] }, report: edits });
    const read = comparisonsIn(report, readClaims(report)).map(
      ({ claim, change, isPercent, decimals, words }) =>
        `${claim.value}: ${change}${isPercent ? '%' : ''} ${decimals} ${words}`,
    );
    expect(read).toEqual(comparisons);
  },
);

test('a sentence that stands twice is compared twice, each time with its own claim', () => {
  const sentence = '新收政府信息公开申请59件，同比增长5%。';
  const report = exampleReport({ text: { overview: [sentence], requests: [sentence], disputes: [] } });
  const places = comparisonsIn(report, readClaims(report)).map(({ claim }) => claim.place);
  expect(new Set(places).size).toBe(2);
  expect(places).toHaveLength(2);
});
