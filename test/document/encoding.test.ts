import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTES } from '../../shared/document/notes.ts';
import { bytesOf, documentOf, shown } from './support/read.ts';

const SIMPLIFIED =
  '示例市示例局2023年政府信息公开工作年度报告\n一、总体情况\n2023年,我局主动公开政府信息423条。\n规章\n0\n';
const TRADITIONAL =
  '示例市示例局2023年政府信息公開工作年度報告\n一、總體情況\n2023年,我局主動公開政府信息423條。\n規章\n0\n';

/** An encoder that the platform lacks, made from its decoder: every two-byte sequence is tried once. */
function encoder(label: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(label);
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && !codes.has(character)) codes.set(character, [lead, trail]);
    }
  }
  return (text) =>
    Uint8Array.from([...text].flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : (codes.get(c) as number[]))));
}
const gbk = encoder('gb18030');
const big5 = encoder('big5');

const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
const withMark = (mark: number[], bytes: Uint8Array) => Uint8Array.from([...mark, ...bytes]);

describe('encodings', () => {
  it.each([
    ['UTF-8', bytesOf(SIMPLIFIED), SIMPLIFIED, 'utf-8'],
    ['UTF-8 with a BOM', withMark([0xef, 0xbb, 0xbf], bytesOf(SIMPLIFIED)), SIMPLIFIED, 'utf-8'],
    ['UTF-16 LE with a BOM', withMark([0xff, 0xfe], utf16(SIMPLIFIED)), SIMPLIFIED, 'utf-16le'],
    ['UTF-16 BE with a BOM', withMark([0xfe, 0xff], utf16(SIMPLIFIED, true)), SIMPLIFIED, 'utf-16be'],
    ['UTF-16 LE without', utf16(SIMPLIFIED), SIMPLIFIED, 'utf-16le'],
    ['UTF-16 BE without', utf16(TRADITIONAL, true), TRADITIONAL, 'utf-16be'],
    ['GBK', gbk(SIMPLIFIED), SIMPLIFIED, 'gb18030'],
    ['GBK of a Traditional text', gbk(TRADITIONAL), TRADITIONAL, 'gb18030'],
    ['Big5', big5(TRADITIONAL), TRADITIONAL, 'big5'],
    ['very short GBK', gbk('规章 0 件'), '规章 0 件', 'gb18030'],
    ['very short Big5', big5('規章 0 件'), '規章 0 件', 'big5'],
  ])('%s', async (_, bytes, text, encoding) => {
    const document = await documentOf(bytes);
    expect(document).toMatchObject({ encoding, notes: [] });
    expect(shown(document.blocks)).toEqual(text.trimEnd().split('\n'));
  });

  it('four-byte GB18030', async () => {
    const bytes = Uint8Array.from([...gbk('示例县'), 0x95, 0x32, 0x82, 0x36, ...gbk('镇政府信息公开')]);
    expect(shown((await documentOf(bytes)).blocks)).toEqual(['示例县𠀀镇政府信息公开']);
  });

  it('any words of the domain, in all encodings that can print them', async () => {
    const words = '政府 信息 公开 年度 报告 申请 行政 处罚 许可 12 件 0 ，'.split(' ');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { minLength: 4 }), async (chosen) => {
        const text = `公开${chosen.join('')}`;
        for (const bytes of [bytesOf(text), gbk(text), utf16(`${text}\n`)]) {
          expect(shown((await documentOf(bytes)).blocks)).toEqual([text]);
        }
      }),
    );
  });

  it('a text cut off inside a character is read and the loss is noted', async () => {
    const document = await documentOf(bytesOf(SIMPLIFIED.repeat(3)).subarray(0, -5));
    expect(document.encoding).toBe('utf-8');
    expect(document.notes).toEqual([NOTES.lost(1)]);
  });
});

describe('declared encodings', () => {
  const page = (charset: string, body: string) =>
    `<html><head><meta charset="${charset}"></head><body><p>${body}</p></body></html>`;
  const body = '政府信息公开工作年度报告,规章0件';
  it.each([
    ['gb2312', gbk(page('gb2312', body)), 'gb18030'],
    ['utf-8, but GBK', gbk(page('utf-8', body)), 'gb18030'],
    ['gb2312, but UTF-8', bytesOf(page('gb2312', body)), 'utf-8'],
    ['big5, but GBK', gbk(page('big5', body)), 'gb18030'],
    ['iso-8859-1, but GBK', gbk(page('iso-8859-1', body)), 'gb18030'],
    ['a label nobody knows', gbk(page('chinese-windows', body)), 'gb18030'],
  ])('%s', async (_, bytes, encoding) => {
    const document = await documentOf(bytes);
    expect(document.encoding).toBe(encoding);
    expect(shown(document.blocks)).toEqual([body]);
  });
});
