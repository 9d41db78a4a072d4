import { describe, expect, test } from 'vitest';
import { ownNameTest } from '../../shared/claims/scope.ts';

/** How bodies call themselves, and what they are never called. */
const NAMES: readonly (readonly [agency: string | null, own: readonly string[], others: readonly string[]])[] = [
  [
    '青禾市统计局',
    ['我局', '本局', '全局', '本机关', '市统计局', '统计局', '青禾局'],
    ['局', '我市', '市教育局', '青禾统计', '市市统计局', '我统计'],
  ],
  ['云溪县人民政府', ['我县', '全县', '县政府', '我县政府', '本县人民政府', '云溪县'], ['我局', '县', '云溪']],
  ['云溪县人民政府办公室', ['我办', '办公室', '本办公室', '县政府办公室'], ['办', '我县', '县教育办公室']],
  ['云岭街道办事处', ['我街道', '办事处', '街道办'], ['我镇']],
  ['青禾市卫生健康委员会', ['我委', '卫健委员会', '委员会'], ['我局', '会']],
  [null, ['我局', '本机关', '我市公安分局'], ['市公安局', '由我局', '我市公安交警队', '我']],
];

describe.each(NAMES)('%s', (agency, own, others) => {
  test.each(own)('%s', (name) => {
    expect(ownNameTest(agency)(name)).toBe(true);
  });

  test.each(others)('not %s', (name) => {
    expect(ownNameTest(agency)(name)).toBe(false);
  });
});
