import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addsUp } from '../../shared/claims/adds-up.ts';
import { listsIn, type PartsList, saysAttributes } from '../../shared/claims/lists.ts';
import { exampleContext, exampleReport } from '../../shared/rules/example.ts';
import { rule } from '../../shared/rules/narrative/nar.sum.ts';
import { LISTS } from '../rules/sentences/lists.ts';
import { LISTED } from './cases/lists.ts';

const FLAGS = ['open', 'closed', 'spelledOut', 'ends', 'cutShort', 'closelyJoined', 'outcomes'] as const;

/** The notation of `cases/lists.ts`. */
function spelled(list: PartsList): string {
  const { total, earlier, announced, parts } = list;
  const before = earlier.length > 0 ? [`after ${earlier}`] : [];
  const labelled = parts.map(({ label, value, unit }) => `${label}=${value}${unit}`).join(' ');
  const flags = [...FLAGS.filter((flag) => list[flag]), ...(saysAttributes(list) ? ['attributes'] : [])];
  return [`${total.value}${total.unit}`, ...before, announced, `(${labelled})`, ...flags].join(' ');
}

test.each(LISTED)('%s', (line, lists) => {
  const report = exampleReport({ text: { overview: [line], disputes: [] } });
  expect(listsIn(report).map(spelled)).toEqual(lists);
});

test('a list in the sentence behind its total is quoted with both', () => {
  const report = exampleReport({ text: { overview: ['公开信息316条。其中：公报200条、分析116条。'], disputes: [] } });
  expect(listsIn(report).map(({ sentence }) => sentence.text)).toEqual(['公开信息316条。其中：公报200条、分析116条。']);
});

test('a list of more parts than a person writes is none', () => {
  const listed = (parts: number) => {
    const line = `公开信息${parts}条，其中${'动态1条、'.repeat(parts)}。`;
    return listsIn(exampleReport({ text: { overview: [line], disputes: [] } }));
  };
  expect([100, 101].map((parts) => listed(parts).length)).toEqual([1, 0]);
});

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

test('the first few parts are enough, unless the list is whole', () => {
  expect(addsUp(5, [5, 3])).toBe(true);
  expect(addsUp(5, [5, 3], true)).toBe(false);
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
