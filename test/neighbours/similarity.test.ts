import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OTHER_SECTION, OWN_SECTION } from '../../shared/neighbours/example.ts';
import { namesToMask, piecesOf, similarity } from '../../shared/neighbours/similarity.ts';
import { PROSE } from '../../shared/rules/example-data.ts';

const own = OWN_SECTION.join('\n');
const alike = (one: string, other: string, threshold?: number) =>
  similarity(piecesOf(one, namesToMask('示例市示例局')), piecesOf(other, namesToMask('青禾市云溪县水利局')), threshold);

test('a text is itself, whatever its numbers, dates, spaces and the name of its body', () => {
  const there = `${own}\n示例市示例局于2023年5月6日公开信息426条，我局开展培训三次，群众和企业普遍表示欢迎和支持。`;
  const here = ` ${own.replaceAll('\n', '\n ')}。青禾市云溪县水利局于2022年11月16日公开信息1,042条，我县开展培训十二次，群众和企业普遍表示欢迎和支持！`;
  expect(alike(there, here)).toBe(1);
});

test('two texts on the same subjects share little', () => {
  expect(alike(own, OTHER_SECTION.join('\n'))).toBeLessThan(0.05);
});

test('one sentence of five rewritten leaves four fifths', () => {
  const changed = [...OWN_SECTION.slice(1), OTHER_SECTION[0]].join('\n');
  expect(alike(own, changed)).toBeGreaterThan(0.7);
  expect(alike(own, changed)).toBeLessThan(0.9);
});

test.each([
  ['the preamble of the form', PROSE.preamble.join('\n')],
  ['sub-headings', PROSE.overview.filter((line) => line.startsWith('（')).join('\n')],
  ['the sentence on fees', PROSE.other.join('\n')],
])("%s is no text of one's own", (_, template) => {
  expect(piecesOf(template, [])).toHaveLength(0);
});

test('too short a text cannot be told', () => {
  expect(alike('本年度无其他情况', '本年度无其他情况')).toBeNull();
});

test.each([
  ['示例市示例局', ['示例市示例局', '示例市', '示例局']],
  ['青禾市云溪县人民政府', ['青禾市云溪县人民政府', '青禾市', '云溪县']],
  ['云溪县柳林镇人民政府办公室', ['云溪县柳林镇人民政府办公室', '云溪县', '柳林镇']],
])('the names of %s', (agency, names) => {
  expect(namesToMask(agency)).toEqual(names);
});

const sentences = fc.shuffledSubarray([...OWN_SECTION, ...OTHER_SECTION], { minLength: 4 });

test('it is symmetric, between 0 and 1, and a threshold never lets a pair above it through as below or the reverse', () => {
  fc.assert(
    fc.property(sentences, sentences, fc.double({ min: 0.1, max: 1, noNaN: true }), (a, b, threshold) => {
      const [one, other] = [piecesOf(a.join('\n'), []), piecesOf(b.join('\n'), [])];
      const exact = similarity(one, other) as number;
      expect(similarity(other, one)).toBe(exact);
      expect(exact).toBeGreaterThanOrEqual(0);
      expect(exact).toBeLessThanOrEqual(1);
      expect((similarity(one, other, threshold) as number) >= threshold).toBe(exact >= threshold);
    }),
  );
});
