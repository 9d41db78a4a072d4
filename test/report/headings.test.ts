import { expect, test } from 'vitest';
import { matchHeading } from '../../shared/report/headings.ts';

test.each([
  ['一、概况', 'overview'],
  ['一、工作情况', 'overview'],
  ['一、2023年政府信息公开工作总体情况', 'overview'],
  ['一、政府信息公开工作基本情况', 'overview'],
  ['二、政府信息主动公开情况', 'proactive'],
  ['三、政府信息公开申请办理情况', 'requests'],
  ['五、存在的不足及改进措施', 'problems'],
  ['五、下一步改进措施', 'problems'],
  ['六、其他事项', 'other'],
  ['六、其他应当报告的事项', 'other'],
])('%s heads %s', (key, part) => expect(matchHeading(key)?.part).toBe(part));

test.each([
  '一、本年新收政府信息公开申请数量',
  '四、结转下年度继续办理',
  '三、本年度办理结果',
  '二、工作情况',
  '三、下一步改进措施',
  '(六)其他处理',
  '六、其他,本年度未收取信息处理费',
])('%s heads no part', (key) => expect(matchHeading(key)).toBeNull());
