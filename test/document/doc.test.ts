import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import WordExtractor from 'word-extractor';
import { NOTES } from '../../shared/document/notes.ts';
import { documentOf, reasonOf } from './support/read.ts';

const original = readFileSync(new URL('fixtures/report.doc', import.meta.url));

describe('doc', () => {
  it('word-extractor reads the same text', async () => {
    const body = (await new WordExtractor().extract(original)).getBody({ filterUnicode: false });
    const { blocks } = await documentOf(original);
    const texts = blocks.flatMap((b) => (b.kind === 'grid' ? b.rows.flat().map(({ text }) => text) : [b.text]));
    expect(texts.join('').replace(/\s/g, '')).toBe(body.replace(/\s/g, ''));
  });

  /** The fixture with a stream renamed or a bit set. */
  const changed = (change: (file: Buffer) => void) => {
    const file = Buffer.from(original);
    change(file);
    return file;
  };
  /** Another name for a stream: in its directory entry, with its length 64 bytes later. */
  const rename = (from: string, to: string) =>
    changed((file) => {
      const entry = file.indexOf(Buffer.from(from, 'utf16le'));
      file.write(to.padEnd(32, '\0'), entry, 'utf16le');
      file.writeUInt16LE((to.length + 1) * 2, entry + 64);
    });
  /** The flags of the FIB, which starts with A5EC. */
  const fib = (file: Buffer) => file.indexOf(Buffer.from([0xec, 0xa5]));

  it('list tables cut short cost labels and no text', async () => {
    const lists = readFileSync(new URL('fixtures/lists.doc', import.meta.url));
    // The length of the definitions (FIB, 2.5.6: lcbPlfLst) now leads beyond the table stream.
    lists.writeUInt32LE(0x00ffffff, lists.indexOf(Buffer.from([0xec, 0xa5])) + 0x02e6);
    const { blocks, notes } = await documentOf(lists);
    expect(blocks).toHaveLength(8);
    expect(notes).toEqual([NOTES.lists]);
  });

  it('streams have names in any case', async () => {
    const upper = Buffer.from(original);
    for (const name of ['WordDocument', '1Table', 'Data'])
      for (
        let at = upper.indexOf(Buffer.from(name, 'utf16le'));
        at >= 0;
        at = upper.indexOf(Buffer.from(name, 'utf16le'))
      )
        upper.write(name.toUpperCase().padEnd(name.length), at, 'utf16le');
    expect((await documentOf(upper)).blocks).toEqual((await documentOf(original)).blocks);
  });

  it.each([
    [
      'with a password',
      changed((file) => file.writeUInt8(file.readUInt8(fib(file) + 11) | 1, fib(file) + 11)),
      'FILE.ENCRYPTED',
    ],
    ['an encrypted docx', rename('WordDocument', 'EncryptedPackage'), 'FILE.ENCRYPTED'],
    ['another program', rename('WordDocument', 'Contents'), 'FILE.KIND'],
    ['without its tables', rename('1Table', 'xTable'), 'FILE.DAMAGED'],
    ['a header only', original.subarray(0, 512), 'FILE.DAMAGED'],
    ['Word 95', changed((file) => file.writeUInt16LE(0xa5dc, fib(file))), 'FILE.KIND'],
  ])('%s', async (_, file, reason) => {
    expect(await reasonOf(file)).toBe(reason);
  });
});
