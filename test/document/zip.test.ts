import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../shared/document/read.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { docx, p, r } from './support/docx.ts';
import { bytesOf, reasonOf } from './support/read.ts';

const resultsOf = async (bytes: Uint8Array) => {
  const files = await readDocuments({ name: 'all.zip', bytes });
  return files.map(({ name, document }) => [
    name,
    document instanceof UnreadableError ? document.reason : document.mediaType,
  ]);
};

describe('several reports in one ZIP', () => {
  it('one result each, whatever the others are', async () => {
    const text = bytesOf('甲局2023年报');
    const zip = zipSync({
      '云溪县/甲.txt': text,
      '云溪县/乙.docx': docx(p(r('乙局'))),
      '丙.pdf': text,
      'empty.txt': new Uint8Array(),
      'photo.jpg': Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
      'inner.zip': zipSync({ 'a.txt': text }),
      '__MACOSX/云溪县/._甲.txt': text,
      '云溪县/.DS_Store': text,
    });
    expect(await resultsOf(zip)).toEqual([
      ['all.zip!/云溪县/甲.txt', 'text/plain'],
      ['all.zip!/云溪县/乙.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['all.zip!/丙.pdf', 'text/plain'],
      ['all.zip!/empty.txt', 'FILE.EMPTY'],
      ['all.zip!/photo.jpg', 'FILE.PICTURES'],
      ['all.zip!/inner.zip', 'FILE.KIND'],
    ]);
  });
  it('entries come with their own bytes', async () => {
    const text = bytesOf('甲局2023年报');
    const [file] = await readDocuments({ name: 'a.zip', bytes: zipSync({ 'b.txt': text }) });
    expect(file?.bytes).toEqual(text);
  });
  it('names in GBK', async () => {
    const zip = zipSync({ '\xB9\xAB\xBF\xAA.txt': strToU8('甲局') });
    // fflate writes these characters as UTF-8: put the two GBK characters in place, in header and directory.
    const utf8 = Buffer.from('\xB9\xAB\xBF\xAA');
    const bytes = Buffer.from(zip);
    for (let at = bytes.indexOf(utf8); at >= 0; at = bytes.indexOf(utf8)) {
      Buffer.from([0xb9, 0xab, 0xbf, 0xaa, 0x31, 0x32, 0x33, 0x34]).copy(bytes, at);
    }
    expect(await resultsOf(bytes)).toEqual([['all.zip!/公开1234.txt', 'text/plain']]);
  });
});

/** A ZIP of one entry whose header may lie about its size. */
function forged(name: string, content: Uint8Array, declared: number, flags = 0): Uint8Array {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(flags, 2);
  head.writeUInt16LE(8, 4);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(declared, 18);
  head.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]);
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), head, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, entry, Buffer.from('PK\x05\x06'), end]);
}

describe('hostile files', () => {
  const zeros = new Uint8Array(70 * 1024 * 1024);
  const part = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) });
  it.each([
    ['a bomb that says so', () => forged('word/document.xml', zeros, zeros.length), 'FILE.BOMB'],
    ['a bomb that says it is small', () => forged('word/document.xml', zeros, 1000), 'FILE.BOMB'],
    ['a text that says it is small', () => forged('a.txt', bytesOf('甲局'.repeat(1000)), 10), 'FILE.BOMB'],
    ['too much for one file', () => forged('a.txt', zeros, 26 * 1024 * 1024), 'FILE.TOO-LARGE'],
    ['too much together', () => forged('a.txt', zeros, 250 * 1024 * 1024), 'FILE.BOMB'],
    [
      'too many entries',
      () => zipSync(Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`${i}`, strToU8('a')]))),
      'FILE.BOMB',
    ],
    ['an encrypted entry', () => forged('a.txt', bytesOf('甲局'), 6, 1), 'FILE.ENCRYPTED'],
    ['no entries', () => zipSync({}), 'FILE.EMPTY'],
    ['slides', () => zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }), 'FILE.KIND'],
    ['a file cut off', () => docx(p(r('甲'))).subarray(0, 500), 'FILE.DAMAGED'],
    ['XML entities', () => part('<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'), 'FILE.BOMB'],
    ['XML without end', () => part('<a><b>'), 'FILE.DAMAGED'],
    ['XML 100,000 deep', () => part(`<w>${'<p>'.repeat(100_000)}`), 'FILE.BOMB'],
    ['a row of 100,000 cells', () => docx(`<w:tbl><w:tr>${'<w:tc/>'.repeat(100_000)}</w:tr></w:tbl>`), 'FILE.BOMB'],
    ['half a million elements', () => docx('<w:p/>'.repeat(500_001)), 'FILE.BOMB'],
    ['a Word file without text', () => docx(''), 'FILE.EMPTY'],
  ])('%s', async (_, make, reason) => {
    expect(await reasonOf(make())).toBe(reason);
  });
});

describe('kinds that are not read', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n', 'FILE.PICTURES'],
    ['GIF89a', 'FILE.PICTURES'],
    ['II*\0', 'FILE.PICTURES'],
    ['Rar!\x1a\x07', 'FILE.KIND'],
    ["7z\xBC\xAF'\x1C", 'FILE.KIND'],
    ['<?xml version="1.0"?><w:wordDocument/>', 'FILE.KIND'],
  ])('%j', async (start, reason) => {
    expect(await reasonOf(Buffer.from(`${start}rest`, 'latin1'))).toBe(reason);
  });
});
