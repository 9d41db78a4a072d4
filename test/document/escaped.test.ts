import { expect, test } from 'vitest';
import { unescaped } from '../../shared/document/escaped.ts';

const LINES = Array.from({ length: 12 }, (_, index) => `<p>示例县示例局政府信息公开第${index}行“引号”</p>`).join('\n');
/** As servers print JSON: every character beyond ASCII is an escape. */
const ascii = (text: string) =>
  text.replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
const fileOf = (text: string) => ({ name: 'dump.json', bytes: new TextEncoder().encode(text) });
const read = (text: string) => new TextDecoder().decode(unescaped(fileOf(text)).bytes);

test.each([
  ['JSON', ascii(JSON.stringify({ code: 0, data: { title: 'x', content: LINES } }))],
  ['JSON in JSON', ascii(JSON.stringify({ data: ascii(JSON.stringify({ content: LINES })) }))],
  ['JavaScript', `var page = ${ascii(JSON.stringify(LINES)).replaceAll('/', '\\/')};\nshow(page);`],
])('%s: the page that it carries, line by line', (_, dump) => {
  const page = read(dump);
  expect(page).toContain(LINES);
  expect(page.startsWith('<!DOCTYPE html>')).toBe(true);
});

test('text without tags stays text', () => {
  const text = LINES.replaceAll(/<[^>]*>/g, '');
  expect(read(ascii(JSON.stringify([text])))).toBe(text);
});

test('a page that quotes a few escapes is left as it is', () => {
  const file = fileOf(`${LINES}\n${'\\u653f'.repeat(20)}`);
  expect(unescaped(file)).toBe(file);
});
