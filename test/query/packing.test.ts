/** What is packed can be read by every later release: the dictionary never changes. */
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import dictionary from '../../functions/store/table/dictionary-1.json' with { type: 'json' };
import { packJson, unpackJson } from '../../functions/store/table/packing.ts';

const value = { status: 'passed', cells: { 'requests.total.total': 0 }, text: '政府信息公开' };

test('the first dictionary is the one that items are packed with', () => {
  expect(createHash('sha256').update(dictionary.text).digest('hex')).toBe(
    'da20bf82da851925712502c27f1ee193d5e18c1719de4623e221cea1ac545430',
  );
});

test.each([
  ['now', packJson(value)],
  ['with Brotli', Buffer.concat([Buffer.of(0x42), brotliCompressSync(JSON.stringify(value))])],
  ['with gzip', gzipSync(JSON.stringify(value))],
])('what was packed %s is read', (_when, packed) => expect(unpackJson(packed)).toEqual(value));

test('what was packed otherwise, or is damaged, is refused', () => {
  expect(() => unpackJson(Buffer.of(0x7f, 1))).toThrow(/begins with 127/);
  expect(() => unpackJson(packJson(value).subarray(0, 9))).toThrow();
});

test('one text after another, short and long, each is packed by itself, as Node packs it', () => {
  const texts = ['', '全', '区'.repeat(20_000), '县', '公开'.repeat(9000), '2'.repeat(11_000), ''];
  const dictionaryBytes = Buffer.from(dictionary.text);
  for (const text of texts) {
    const json = JSON.stringify({ ...value, text });
    const params = { [constants.ZSTD_c_compressionLevel]: json.length < 12_000 ? 2 : 5 };
    const frame = zstdCompressSync(json, { params, dictionary: dictionaryBytes });
    expect(Buffer.from(packJson({ ...value, text }))).toEqual(Buffer.concat([Buffer.of(1), frame]));
  }
});
