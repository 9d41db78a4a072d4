import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '../../shared/check.ts';
import { SAY } from '../../shared/output/language.ts';
import { overview } from '../../shared/output/overview.ts';

const folder = new URL('../document/fixtures/', import.meta.url);

test('one file of each format, in one table: every one of them read to the last cell', async () => {
  const names = readdirSync(folder).filter((name) => name.startsWith('report.'));
  const files = names.map((name) => ({ name: `fixtures/${name}`, bytes: readFileSync(new URL(name, folder)) }));
  const results = (await Promise.all(files.map((file) => check(file)))).flat();
  const [head, ...rows] = overview(results, SAY.en).trimEnd().split('\n');
  expect(head).toMatch(/^File +Kind +Agency +Year +Status +Cells read +Errors$/);
  const kinds = ['doc', 'docx', 'html', 'ods', 'odt', 'ofd', 'pdf', 'xls', 'xlsx'];
  expect(rows.map((row) => row.split(/ {2,}/))).toEqual(
    kinds.map((kind) => [`report.${kind}`, kind, '示例市示例局', '2023', 'failed', '200', '1']),
  );
});

test('a single result needs no table; what was not read is no number', async () => {
  const [empty] = await check({ name: 'a/空.zip!/b.txt', bytes: new Uint8Array() });
  if (!empty) throw new Error('no result');
  expect(overview([empty], SAY.zh)).toBe('');
  expect(overview([empty, empty], SAY.zh).split('\n')[1]).toMatch(/^空\.zip!\/b\.txt +unknown +— +— +无法识别 +— +1$/);
});
