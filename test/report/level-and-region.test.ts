/** The level and the region of the agencies that titles name. */
import { expect, test } from 'vitest';
import { reportUnder } from './report-under.ts';

const CASES: [string, Record<string, unknown>][] = [
  ['示例隶属海关2023年政府信息公开工作年度报告', { level: 'department' }],
  ['某某国家级新区管理委员会2023年政府信息公开工作年度报告', { level: 'other' }],
  ['示例现代农业产业园区2023年政府信息公开工作年度报告', { level: 'other' }],
  ['示例自由贸易试验区2023年政府信息公开工作年度报告', { level: 'other' }],
  ['示例国家自主创新示范区2023年政府信息公开工作年度报告', { level: 'other' }],
  ['示例里街道办事处2023年政府信息公开工作年度报告', { level: 'town' }],
  ['青川县三里街街道2023年政府信息公开工作年度报告', { level: 'town' }],
  ['示例步行街管理委员会2023年政府信息公开工作年度报告', { level: 'other' }],
  ['示例部门2023年政府信息公开工作年度报告', { level: 'department' }],
  ['青川县委统战部2023年政府信息公开工作年度报告', { level: 'department' }],
  ['示例高新区管委会办公室2023年政府信息公开工作年度报告', { level: 'other' }],
  ['示例镇党政办2023年政府信息公开工作年度报告', { level: 'town' }],
  ['示例职业技术学院2023年信息公开工作年度报告', { level: 'other' }],
  ['示例市第一人民医院2023年信息公开工作年度报告', { level: 'other' }],
  ['示例市公共交通集团有限公司2023年信息公开工作年度报告', { level: 'other' }],
  ['示例市供水总公司2023年信息公开工作年度报告', { level: 'other' }],
  ['青川县税务局2023年政府信息公开工作年度报告', { level: 'department', regionCode: '510822' }],
  ['九江市公安局浔阳分局2023年政府信息公开工作年度报告', { level: 'department', regionCode: '360403' }],
  ['库尔勒市人民政府2023年政府信息公开工作年度报告', { level: 'government' }],
  ['示例市高铁新区管委会2023年政府信息公开工作年度报告', { level: 'other' }],
  ['示例苏木人民政府2023年政府信息公开工作年度报告', { level: 'town' }],
  ['示例综合保税区管理委员会2023年政府信息公开工作年度报告', { level: 'other' }],
  ['示例国际陆港区2023年政府信息公开工作年度报告', { level: 'other' }],
  ['示例风景名胜区管理局2023年政府信息公开工作年度报告', { level: 'department' }],
  ['示例海关驻港区办事处2023年政府信息公开工作年度报告', { level: 'department' }],
  ['示例经开区党政办公室2023年政府信息公开工作年度报告', { level: 'other' }],
  ['示例街道党政综合办公室2023年政府信息公开工作年度报告', { level: 'town' }],
  ['示例市中心城区政务服务局2023年政府信息公开工作年度报告', { level: 'department' }],
  ['示例师范大学2023年信息公开工作年度报告', { level: 'other' }],
  ['示例供电公司2023年信息公开工作年度报告', { level: 'other' }],
  ['示例市燃气有限责任公司2023年信息公开工作年度报告', { level: 'other' }],
  ['示例县税务局第一税务分局2023年政府信息公开工作年度报告', { level: 'department' }],
  ['重庆市渝北区龙溪街道办事处2023年政府信息公开工作年度报告', { level: 'town', regionCode: '500112' }],
  ['重庆市公安局渝北区分局2023年政府信息公开工作年度报告', { level: 'department', regionCode: '500112' }],
  ['南京市规划和自然资源局江宁分局2023年政府信息公开工作年度报告', { level: 'department', regionCode: '320115' }],
  ['南京市江宁生态环境局2023年政府信息公开工作年度报告', { level: 'department', regionCode: '320115' }],
];

test.each(CASES)('%s', async (head, expected) => {
  expect(await reportUnder(head)).toMatchObject(expected);
});
