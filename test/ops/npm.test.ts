/** Each command as an operator starts it: by npm, on whatever Node the machine has, which needs to be 20 only. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { byNpm, fromShell } from './shell.ts';

vi.setConfig({ testTimeout: 180_000 });
const folder = mkdtempSync(join(tmpdir(), 'gouji-npm-'));
afterAll(() => rmSync(folder, { recursive: true }));
const HOME = folder;
const gouji = (...args: string[]) => byNpm({ HOME }, ...args, '--laptop', '--data', folder);

test.each<[args: string[], status: number, said: RegExp]>([
  [['smoke'], 0, /^ok: the mail’s link opens the page$/m],
  [['inventory'], 0, /^0 objects, 0 differences$/m],
  [['reprocess', '--all'], 0, /^nothing to read$/m],
  [['redrive'], 0, /^notify {2}0 sent back$/m],
  [['restore', '无.txt'], 1, /^无\.txt {2}nothing to restore/m],
])('gouji ops %s', async (args, status, said) => {
  expect(await gouji(...args)).toEqual({ status, said: expect.stringMatching(said), failed: '' });
});

test('the machine’s own Node is one that is promised, and what npm starts is the packaged one', async () => {
  const version = async (...command: [string, ...string[]]) =>
    Number((await fromShell({ HOME }, ...command)).said.match(/\d+/)?.[0]);
  expect(await version('node', '--version')).toBeGreaterThanOrEqual(20);
  expect(await version('npm', 'exec', '--', 'node', '--version')).toBe(24);
});
