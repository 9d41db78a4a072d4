import { expect, test } from 'vitest';
import { agencyId, presentName } from '../../shared/neighbours/agency-id.ts';

const same: [string, string, string][] = [
  ['with and without the city', '九江市浔阳区教育局', '浔阳区教育局'],
  ['a government in short', '浔阳区人民政府', '九江市浔阳区'],
  ['full-width brackets', '浔阳区教育局（本级）', '浔阳区教育局(本级)'],
  ['the former name of a county', '星子县民政局', '庐山市民政局'],
];
test.each(same)('one agency: %s', (_why, one, other) => {
  expect(agencyId(one)).toBe(agencyId(other));
});

const different: [string, string, string][] = [
  ['a government and its office', '浔阳区人民政府', '浔阳区人民政府办公室'],
  ['two counties', '浔阳区教育局', '濂溪区教育局'],
  ['a city and its county', '九江市教育局', '浔阳区教育局'],
];
test.each(different)('two agencies: %s', (_why, one, other) => {
  expect(agencyId(one)).not.toBe(agencyId(other));
});

test('no spreadsheet takes an id for a number', () => {
  expect(agencyId('浔阳区教育局')).toMatch(/^ag[0-9a-f]{14}$/);
});

test('mergers are followed to the present name, whatever spelling the roster has, and a circle ends', () => {
  const merged = { 浔阳区教育局: '浔阳区教育体育局', 九江市浔阳区教育体育局: '浔阳区教体局' };
  expect(presentName('九江市浔阳区教育局', merged)).toBe('浔阳区教体局');
  expect(presentName('浔阳区民政局', merged)).toBe('浔阳区民政局');
  expect(presentName('甲局', { 甲局: '乙局', 乙局: '甲局' })).toBe('乙局');
});
