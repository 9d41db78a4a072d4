import { expect, test } from 'vitest';
import { agencyKey, isSameAgency, regionPrefix } from '../../shared/neighbours/names.ts';

test.each([
  ['云溪县', '云溪县人民政府'],
  ['云溪县人民政府办公室', '云溪县政府办公室'],
  ['青禾市 司法局', '青禾市司法局'],
  ['青禾市司法局（市行政复议局）', '青禾市司法局(市行政复议局)'],
  ['青禾市司法局（市行政复议局）', '青禾市司法局'],
])('%s is %s', (one, other) => {
  expect(agencyKey(one)).toBe(agencyKey(other));
});

test.each([
  ['云溪县人民政府', '云溪县人民政府办公室'],
  ['云溪县教育局', '云溪县水利局'],
  ['青禾市云溪县教育局', '青禾市教育局'],
])('%s is not %s', (one, other) => {
  expect(agencyKey(one)).not.toBe(agencyKey(other));
});

test.each([
  ['360403', '360403', true],
  ['360403', null, true],
  ['360403', '360404', false],
])('of two bodies of one name, areas %s and %s: same %s', (one, other, same) => {
  const agency = '云溪县教育局';
  expect(isSameAgency({ agency, regionCode: one }, { agency, regionCode: other })).toBe(same);
});

test.each([
  ['鼓楼区教育局', false],
  ['城关镇人民政府', false],
  ['示例县城关镇人民政府', true],
  ['示例市住房和城乡建设局', true],
  ['示例局', true],
])('two of the name %s in no known region are the same: %s', (agency, same) => {
  const nowhere = { agency, regionCode: null };
  expect(isSameAgency(nowhere, { ...nowhere })).toBe(same);
  expect(isSameAgency(nowhere, { agency, regionCode: '320106' })).toBe(same);
});

test.each([
  ['360403', '360403'],
  ['360400', '3604'],
  ['360000', '36'],
])('everything under %s begins with %s', (code, prefix) => {
  expect(regionPrefix(code)).toBe(prefix);
});
