/** What a damaged or unwritable data folder leads to: words, never a stack. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DiskError, diskWords, onDisk } from '../../infra/local/disk.ts';
import { type Letters, openLetters } from '../../infra/local/letters.ts';
import { lockFolder } from '../../infra/local/lock.ts';
import { openRows } from '../../infra/local/table/rows.ts';

const root = mkdtempSync(join(tmpdir(), 'gouji-damage-'));
afterAll(() => rmSync(root, { recursive: true }));
const folder = () => mkdtempSync(join(root, 'data-'));
const zeros = Buffer.alloc(8192);

test('items that are no database are told as damaged', () => {
  const data = folder();
  writeFileSync(join(data, 'items.sqlite'), zeros.fill('x'));
  expect(() => openRows(data)).toThrow(DiskError);
  expect(() => openRows(data)).toThrow(/damaged/);
});

test('a damaged lock is made anew, and locks', async () => {
  const data = folder();
  writeFileSync(join(data, 'lock'), zeros.fill('x'));
  const lock = lockFolder(data);
  expect(() => lockFolder(data)).toThrow(/in use/);
  await lock.stop();
});

const messagesIn = (letters: Letters<unknown>) => Array.from({ length: letters.count() }, (_, at) => letters.read(at));

test('a mail that was cut off is put aside; the others stay, and the next is appended', () => {
  const data = folder();
  const file = join(data, 'messages.ndjson');
  writeFileSync(file, '{"subject":"一"}\n{"sub\n{"subject":"三"}\n{"subj');
  const letters = openLetters(data);
  expect(messagesIn(letters)).toEqual([{ subject: '一' }, { subject: '三' }]);
  letters.append({ subject: '四' });
  expect(messagesIn(letters)).toEqual([{ subject: '一' }, { subject: '三' }, { subject: '四' }]);
  expect(readFileSync(file, 'utf8')).toBe('{"subject":"一"}\n{"subject":"三"}\n{"subject":"四"}\n');
  expect(readFileSync(`${file}.damaged`, 'utf8')).toMatch(/\{"sub\n.*\{"subj$/s);
});

test('mails longer than what is read at once are found again, and none after all are cleared', () => {
  const data = folder();
  const messages = ['短', '长'.repeat(500_000), '长'.repeat(900_000), '短'].map((subject) => ({ subject }));
  const letters = openLetters(data);
  for (const message of messages) letters.append(message);
  expect(messagesIn(openLetters(data))).toEqual(messages);
  letters.clear();
  letters.append({ subject: '新' });
  expect(messagesIn(openLetters(data))).toEqual([{ subject: '新' }]);
});

test('mails of an earlier release are taken over', () => {
  const data = folder();
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'messages.json'), '[{"subject":"旧"}]');
  for (const _start of ['first', 'second']) expect(messagesIn(openLetters(data))).toEqual([{ subject: '旧' }]);
});

test.each<[string, object, RegExp]>([
  ['a full disk', { errcode: 13 }, /磁盘已满.*已接收的文件会接着处理/],
  ['a full disk, told by the system', { code: 'ENOSPC' }, /磁盘已满/],
  ['a read-only folder', { errcode: 8 }, /不可写.*--data/],
  ['a file cut in the middle', { errcode: 11 }, /已损坏.*不要删除/],
  ['an extended code', { errcode: 778 }, /出错/],
])('%s is said in words', (_what, fields, words) => {
  const fail = () => {
    throw Object.assign(new Error('x'), fields);
  };
  let said = '';
  try {
    onDisk('/data/file', fail);
  } catch (error) {
    said = diskWords(error as DiskError);
  }
  expect(said).toMatch(/^\/data\/file：/);
  expect(said).not.toContain('undefined');
  expect(said).toMatch(words);
});
