import { expect, test } from 'vitest';
import { check } from '../../shared/check.ts';
import { leftBehind, noKind } from '../../shared/cli/passed-over.ts';
import { bytesOf } from '../document/support/read.ts';

test.each([
  ['a/~$年报.docx', true],
  ['a/desktop.ini', true],
  ['a/Thumbs.db', true],
  ['__MACOSX/a.docx', true],
  ['a/folder/', true],
  ['a/年报.docx', false],
])('%s was left behind by a program: %s', (file, left) => {
  expect(leftBehind(file) !== null).toBe(left);
});

test.each([
  ['data.json', '{}', true],
  ['Makefile', 'all:', true],
  ['photo.png', '\x89PNG', true],
  ['年报.txt', '会议纪要', false],
  ['年报.docx', 'broken', false],
])('%s in a directory is of no kind that is read: %s', async (name, content, passed) => {
  expect(noKind(name, await check({ name, bytes: bytesOf(content) })) !== null).toBe(passed);
});
