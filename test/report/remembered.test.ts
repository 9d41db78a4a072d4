import { expect, test } from 'vitest';
import { remembered } from '../../shared/remembered.ts';

test('a short text is asked about once, a long one each time; what was given is given again, nothing too', () => {
  const asked: string[] = [];
  const of = remembered((text) => {
    asked.push(text);
    return text === '无' ? undefined : text.length;
  });
  const long = '长'.repeat(100);
  expect(['总计', '无', long, '总计', '无', long].map(of)).toEqual([2, undefined, 100, 2, undefined, 100]);
  expect(asked).toEqual(['总计', '无', long, long]);
});

test('it does not grow without end: after some thousands of texts it begins anew', () => {
  let asked = 0;
  const of = remembered((text) => {
    asked += 1;
    return text;
  });
  for (let round = 0; round < 2; round += 1)
    for (let at = 0; at < 10_000; at += 1) expect(of(String(at))).toBe(String(at));
  expect(asked).toBeGreaterThan(10_000);
});
