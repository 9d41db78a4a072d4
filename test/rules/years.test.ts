/** What the rules across years say they wait for. */
import { expect, test } from 'vitest';
import type { Report } from '../../shared/report/types.ts';
import { exampleContext } from '../../shared/rules/example.ts';
import { rule } from '../../shared/rules/years/xyr.carry.ts';

const NOBODY = '没有读到机关名称或年度，无法查找上一年度的报告。';

test.each<[Partial<Report>, string]>([
  [{}, '等待示例市示例局2022年度的报告。'],
  [{ agency: null }, NOBODY],
  [{ year: null }, NOBODY],
])('%o: %s', (report, reason) => {
  expect(rule.check(exampleContext({ report }))).toMatchObject({ undecided: [{ zh: reason }] });
});
