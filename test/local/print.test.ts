import { expect, test } from 'vitest';
import { reportLine } from '../../infra/local/print.ts';
import { record, UNREADABLE } from '../mail/examples.ts';

test.each<[what: string, key: string, entry: string | undefined, shown: string]>([
  ['a name with a line break', '年报\r\n通过.pdf', undefined, '年报 通过.pdf  '],
  ['a name of a thousand characters', 'l'.repeat(1000), undefined, `${'l'.repeat(79)}…  `],
  ['a file in a ZIP', '年报.zip', '县/云溪县.pdf', '县/云溪县.pdf  '],
])('%s stays one short line', (_what, key, entry, shown) => {
  const line = reportLine(record({ key, ...(entry && { entry }), report: null, findings: [UNREADABLE] }), 10);
  expect(line.startsWith(shown)).toBe(true);
  expect(line).not.toMatch(/[\r\n]/);
});
