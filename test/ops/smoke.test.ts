/** `gouji ops smoke --laptop`: the two reports go all the way, no mail leaves, and they are gone afterwards. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { startLaptop } from '../../infra/local/laptop.ts';
import { ops, wholeTable } from './ops.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-smoke-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('of a laptop that runs', async () => {
  const laptop = await startLaptop({ data: folder, port: 0 }, () => undefined);
  const { status, said } = await ops(folder, 'smoke');
  expect(status, said).toBe(0);
  expect(said.match(/^ok: .*$/gm)).toHaveLength(9);
  const json = async (address: string) => (await fetch(address)).json();
  expect(await json(`${laptop.engines.ses}/store`)).toMatchObject({ emails: [] });
  expect(await json(`${laptop.api}/reports`)).toMatchObject({ reports: [] });
  // What a removed report leaves in sums is empty, the data set counts changes, and the outbox remembers for ten minutes
  // whom it mailed.
  const left = (await wholeTable()).filter((key) => !/^(?:SUMS#|DATASET |TOUCHED |MAIL#OUTBOX#- SENT)/.test(key));
  expect(left.filter((key) => !/^(?:SUBSCRIPTIONS deployed-|CONFIGURATION )/.test(key))).toEqual([]);
  await laptop.stop();
});

test('of a laptop that does not run, from the command line, which starts it for this', async () => {
  const main = fileURLToPath(new URL('../../shared/cli/main.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [main, 'ops', 'smoke', '--laptop', '--data', folder]);
  expect(stdout.match(/^(?:ok|NOT): .*$/gm)).toHaveLength(9);
  expect(stdout).not.toContain('NOT');
});

test.each([
  ['no such folder', ['ops', 'inventory', '--laptop', '--data', join(folder, 'nothing')]],
  ['no deployment', ['ops', 'smoke']],
  ['two deployments', ['ops', 'smoke', '--laptop', '--stack', 'Gouji-prod']],
  ['no such action', ['ops', 'explode', '--laptop']],
  ['a key and all', ['ops', 'reprocess', '--all', 'a.txt', '--laptop']],
  ['nothing to restore', ['ops', 'restore', '--laptop']],
])('bad usage: %s', async (_what, args) => {
  const main = fileURLToPath(new URL('../../shared/cli/main.ts', import.meta.url));
  await expect(promisify(execFile)(process.execPath, [main, ...args])).rejects.toMatchObject({ code: 64 });
});
