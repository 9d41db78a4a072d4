import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addsUp } from '../../shared/claims/adds-up.ts';
import { listsIn } from '../../shared/claims/lists.ts';
import { exampleContext, exampleReport } from '../../shared/rules/example.ts';
import { rule } from '../../shared/rules/narrative/nar.sum.ts';
import { LISTS } from '../rules/sentences/lists.ts';

const list = (sentence: string) => listsIn(exampleReport({ text: { overview: [sentence], disputes: [] } }))[0];
const numbers = (sentence: string) => list(sentence)?.parts.map(({ value }) => value);

test('parts of a random list add up, also with the parts of parts after them', () => {
  const part = fc.oneof(
    fc.integer({ min: 1, max: 500 }).map((value) => [value]),
    fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 4 }).map((nested) => {
      const sum = nested.reduce((total, value) => total + value, 0);
      return [sum, ...nested];
    }),
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const total = parts.reduce((sum, [value]) => sum + (value ?? 0), 0);
      expect(addsUp(total, parts.flat())).toBe(true);
      expect(addsUp(total + parts.flat().reduce((sum, value) => sum + value, 1), parts.flat())).toBe(false);
    }),
  );
});

test.each([
  ['公开信息30条，其中动态12条、公告18条。', [12, 18]],
  ['公开信息30条（其中动态12条、公告18条），培训5次。', [12, 18]],
  ['公开信息30条，其中动态12条（要闻7条）、公告18条。', [12, 18]],
  ['公开信息30条，其中动态12条、公告18条，浏览量5000次。', [12, 18]],
  ['公开信息30条，同比增长5%，其中动态12条、公告18条。', [12, 18]],
  ['公开信息30条，同比增长5%，占全市的一成，其中动态12条、公告18条。', undefined],
  ['收取信息处理费380元，其中示例局1件，收取380元。', [0.038]],
  ['收到申请3件，其中自然人2件，缴费120元，企业1件。', [2, 1]],
])('%s', (sentence, parts) => {
  expect(numbers(sentence)).toEqual(parts);
});

test('等 opens a list, 其他 as its last part closes it', () => {
  expect(list('公开信息30条，其中动态12条、公告8条等。')).toMatchObject({ open: true, closed: false });
  expect(list('公开信息30条，其中动态12条、其他18条。')).toMatchObject({ open: false, closed: true });
});

test('a list of ones, which nests in every way, is told in the end', () => {
  expect(
    addsUp(
      101.5,
      Array.from({ length: 100 }, () => 1),
    ),
  ).toBe(false);
});

/** The same sentences stand in whole reports in `rules/sentences.test.ts`; here they are fast enough for every mutant. */
test.each(LISTS.flatMap(({ finds = [], sentences }) => sentences.map((sentence) => [sentence, finds.join()] as const)))(
  '%s %s',
  (sentence, finds) => {
    const verdict = rule.check(exampleContext({ text: { overview: [sentence], disputes: [], other: [] } }));
    const faults = verdict.verdict === 'decided' ? verdict.faults : [];
    expect(faults.map(({ severity = rule.severity }) => `${rule.id} ${severity}`).join()).toBe(finds);
  },
);
