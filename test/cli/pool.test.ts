/** One file never takes others with it: what ends its thread, or goes on too long, is a result of that file alone. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startPool } from '../../shared/cli/pool.ts';
import { PROFILES } from '../../shared/rules/profile.ts';

vi.setConfig({ testTimeout: 120_000 });
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-pool-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

test('a file that fills the memory of its thread is too large; those before and behind it are checked', async () => {
  const pool = startPool(1, PROFILES.strict, { seconds: 100, megabytes: 128 });
  const small = await fileOf('small.txt', '会议纪要\n');
  const large = await fileOf('large.html', `<table>${`<tr>${'<td>1'.repeat(8)}`.repeat(50_000)}</table>`);
  const results = (await Promise.all([small, large, small].map((file) => pool.check(file)))).flat();
  await pool.close();
  expect(results.map(({ source, findings }) => [source.name, findings[0]?.rule])).toEqual([
    [small, 'FILE.NOT-REPORT'],
    [large, 'FILE.TOO-LARGE'],
    [small, 'FILE.NOT-REPORT'],
  ]);
  expect(results[1]?.source.bytes).toBeGreaterThan(2_000_000);
  expect(results[1]?.findings[0]?.message.en).toContain('128 MB, reading html');
});

test('a file that takes more processor time than the bound is given up, with what was being done', async () => {
  const pool = startPool(2, PROFILES.strict, { seconds: 0, megabytes: 1024 });
  const large = await fileOf('slow.html', `<table>${`<tr>${'<td>1'.repeat(8)}`.repeat(50_000)}</table>`);
  const [result] = await pool.check(large);
  await pool.close();
  expect(result?.findings[0]?.message.en).toMatch(/stopped: 0 s, (?:starting|reading html)/);
});

test('a file that ends its thread has a result, and those before and behind it are checked', async () => {
  const fault = `import { parentPort } from 'node:worker_threads';
    parentPort?.on('message', (file) => { if (file.endsWith('fault.txt')) throw new Error('a fault of ours'); });`;
  vi.stubEnv('NODE_OPTIONS', `--import=data:text/javascript,${encodeURIComponent(fault)}`);
  const pool = startPool(1, PROFILES.strict);
  const [small, faulty] = [await fileOf('small.txt', '会议纪要\n'), await fileOf('fault.txt', '会议纪要\n')];
  const results = (await Promise.all([small, faulty, small].map((file) => pool.check(file)))).flat();
  await pool.close();
  vi.unstubAllEnvs();
  const rules = ['FILE.NOT-REPORT', 'FILE.NOT-PROCESSED', 'FILE.NOT-REPORT'];
  expect(results.map(({ findings }) => findings[0]?.rule)).toEqual(rules);
  expect(results[1]?.findings[0]?.message.en).toContain('a fault of ours, starting');
});

test('a page that is a picture may take longer than any other file', async () => {
  const pool = startPool(1, PROFILES.strict, { seconds: 2, megabytes: 1024 });
  const scan = fileURLToPath(new URL('../document/fixtures/scans/clean.png', import.meta.url));
  const [result] = await pool.check(scan);
  await pool.close();
  expect(result?.status).toBe('incomplete');
});
