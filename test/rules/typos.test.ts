/** Each confusable pair with the sentence beside it: the slip is seen, and the right word in its place is not. */
import { expect, test } from 'vitest';
import { exampleReport } from '../../shared/rules/example.ts';
import { rule } from '../../shared/rules/text/txt.typo.ts';
import { TYPOS } from '../../shared/rules/text/typos.ts';

const faultsIn = (sentence: string) => {
  const verdict = rule.check({
    report: exampleReport({ text: { overview: [`${sentence}。`] } }),
    ...{ claims: [], neighbours: {}, parameters: {} as never },
  });
  return verdict.verdict === 'decided' ? verdict.faults : [];
};

test.each(TYPOS)('$example: $right', ({ wrong, right, example }) => {
  expect(faultsIn(example).map(({ message }) => message.zh)).toEqual([expect.stringContaining(`疑为“${right}”`)]);
  expect(faultsIn(example.replace(wrong, right))).toEqual([]);
});
