import { expect, test } from 'vitest';
import { editDistance } from '../../shared/domain/edit-distance.ts';

test.each([
  ['', '', 0],
  ['', '数量', 2],
  ['数量', '', 2],
  ['件数', '件数', 0],
  ['件', '件数', 1],
  ['件数', '数', 1],
  ['处理决定数量', '处理绝对数量', 2],
  ['abcd', 'badc', 2],
  ['国家秘密', '国家密秘', 1],
  ['abc', 'ca', 3],
  ['kitten', 'sitting', 3],
])('from %j to %j: %i', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance);
  expect(editDistance(other, one)).toBe(distance);
});
