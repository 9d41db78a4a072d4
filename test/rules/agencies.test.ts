/** What the rules over a government and its agencies say they wait for, and deadlines that a profile sets. */
import { expect, test } from 'vitest';
import type { Report } from '../../shared/report/types.ts';
import { GOVERNMENT } from '../../shared/rules/agencies/example.ts';
import { rule as absent } from '../../shared/rules/agencies/xag.absent.ts';
import { rule as copy } from '../../shared/rules/agencies/xag.copy.ts';
import { rule as part } from '../../shared/rules/agencies/xag.ge-part.ts';
import { exampleContext } from '../../shared/rules/example.ts';
import type { Rule } from '../../shared/rules/types.ts';

test.each<[Rule, Partial<Report>, string]>([
  [part, GOVERNMENT, '等待示例市人民政府所属部门、乡镇和街道2023年度的报告。'],
  [part, { ...GOVERNMENT, year: null }, '等待示例市人民政府所属部门、乡镇和街道年度的报告。'],
  [copy, {}, '等待同级其他单位2023年度的报告。'],
  [copy, { year: null }, '等待同级其他单位年度的报告。'],
])('$0.id, %o: %s', (rule, report, reason) => {
  expect(rule.check(exampleContext({ report }))).toMatchObject({ undecided: [{ zh: reason }] });
});

test('towns and departments have each their own deadline', () => {
  const context = exampleContext({
    report: { ...GOVERNMENT, publishedOn: '2024-02-15' },
    neighbours: { roster: { expected: [], absent: ['示例市教育局', '示例市示例镇人民政府'] } },
  });
  const parameters = { ...context.parameters, deadlineTown: '02-29' };
  expect(absent.check({ ...context, parameters })).toMatchObject({ faults: [{ expected: '示例市教育局' }] });
});
