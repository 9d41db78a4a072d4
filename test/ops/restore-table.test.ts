/** `gouji ops restore --table --from COPY --laptop`: the table of a copy takes the place of the folder's own, which is kept. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from '../../infra/local/lock.ts';
import { openRows } from '../../infra/local/table/rows.ts';
import { ops } from './ops.ts';

let folder: string;
let copy: string;

/** Puts items, given as pk → value, into the table of a folder. */
function keep(into: string, items: Record<string, string>): void {
  const rows = openRows(join(into, 'table'));
  for (const [pk, value] of Object.entries(items)) rows.put({ item: { pk, sk: '-', value }, bytes: 10 });
  rows.close();
}
function storedUnder(pk: string, table = 'table'): unknown {
  const rows = openRows(join(folder, table));
  const found = rows.get(pk, '-')?.item.value;
  rows.close();
  return found;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-table-'));
  copy = `${folder}-copy`;
  keep(folder, { decision: '已核实' });
  cpSync(folder, copy, { recursive: true });
  keep(folder, { decision: '误', later: '新' });
});
afterEach(() => {
  for (const one of [folder, copy]) rmSync(one, { recursive: true, force: true });
});

const before = () => readdirSync(folder).filter((name) => name.startsWith('table-before-'));

test('what the copy has is there again, and what was there is kept', async () => {
  const { status, said } = await ops(folder, 'restore', '--table', '--from', copy);
  expect({ status, said }).toEqual({ status: 0, said: expect.stringContaining('reprocess --differences --laptop') });
  expect([storedUnder('decision'), storedUnder('later')]).toEqual(['已核实', undefined]);
  const [kept = ''] = before();
  expect([storedUnder('decision', kept), storedUnder('later', kept)]).toEqual(['误', '新']);
});

test('what the log of the copy holds beside its file comes with it', async () => {
  const rows = openRows(join(copy, 'table'));
  rows.put({ item: { pk: 'log', sk: '-', value: '在' }, bytes: 10 });
  // Not closed: the file is as a kill leaves it.
  await ops(folder, 'restore', '--table', '--from', copy);
  rows.close();
  expect(storedUnder('log')).toBe('在');
});

test.each<[what: string, spoil: () => void, said: RegExp]>([
  ['holds no table', () => rmSync(join(copy, 'table'), { recursive: true }), /no table is there/],
  ['is damaged', () => writeFileSync(join(copy, 'table', 'items.sqlite'), 'x'.repeat(9000)), /damaged/],
  ['is of another program', () => foreign(join(copy, 'table')), /no table of ours/],
])('a copy that %s is refused, and nothing is changed', async (_what, spoil, said) => {
  spoil();
  await expect(ops(folder, 'restore', '--table', '--from', copy)).rejects.toThrow(said);
  expect([storedUnder('decision'), before()]).toEqual(['误', []]);
});

function foreign(table: string): void {
  rmSync(table, { recursive: true });
  mkdirSync(table);
  writeFileSync(join(table, 'items.sqlite'), '');
}

test('while a laptop runs in the folder nothing is exchanged', async () => {
  const lock = lockFolder(folder);
  await expect(ops(folder, 'restore', '--table', '--from', copy)).rejects.toThrow('end npm start first');
  await lock.stop();
  expect(existsSync(join(folder, 'table'))).toBe(true);
  expect(storedUnder('decision')).toBe('误');
});
