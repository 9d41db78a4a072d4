import { describe, expect, test } from 'vitest';
import { BODY, metadataOf } from './metadata-support.ts';

describe('period', () => {
  const year = { from: '2023-01-01', to: '2023-12-31' };
  const cases: [printed: string, period: { from: string; to: string } | null][] = [
    ['统计期限自2023年1月1日起至2023年12月31日止。', year],
    ['统计时段从2023年1月1日到2023年12月31日止。', year],
    ['统计起止时间为2023年1月1日至2023年12月31日。', year],
    ['统计周期为2023年1月1日至12月31日。', year],
    ['数据的统计时限为2023年1月1日起,至12月31日。', year],
    ['统计范围:2023年1月1日-12月31日。', year],
    ['统计时限2023年1月1日—2023年12月31日。', year],
    ['统计期限自2023年1月1日至2023年12月31止。', year],
    ['统计期限自2023年1月1日至2023年11月31日止。', { from: '2023-01-01', to: '2023-11-31' }],
    ['统计期限自 2023 年 1 月 1 日起至 2023 年 12 月 31 日止。', year],
    ['统计期限自20231月1日至202312月31日。', year],
    ['统计期限自202311日至1231日。', year],
    ['统计期限自二〇二三年一月一日起至二〇二三年十二月三十一日止。', year],
    ['数据统计时限为2023.1.1-2023.12.31。', year],
    ['涵盖2023年1月1日至2023年12月31日期间的工作。', year],
    ['数据截止日期为2023年12月31日。', year],
    ['统计期限自2022年1月1日起至2023年12月31日止。', { from: '2022-01-01', to: '2023-12-31' }],
    ['统计期限自2023年7月1日起至2023年12月31日止。', { from: '2023-07-01', to: '2023-12-31' }],
    ['活动自2023年3月1日起至2023年4月1日止。', null],
    ['根据国办公开办函〔2021〕30号编制。', null],
  ];
  test.each(cases)('%s', (printed, period) => {
    const found = metadataOf(`示例市示例局年度报告\n${printed}\n${BODY}`).period;
    expect(found && { from: found.from, to: found.to }).toEqual(period);
  });

  test('under part one, with its place', () => {
    const text = '一、总体情况\n2023年,我局公开信息。\n统计期限自2023年1月1日起至2023年12月31日止。';
    expect(metadataOf(text)).toMatchObject({ year: 2023, period: { ...year, place: { line: 3 } } });
  });
});
