/** One file never takes others with it: what ends its thread, or goes on too long, is a result of that file alone. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test('a file that takes more processor time than the bound is given up, with what was being done', async () => {
  const pool = startPool(2, PROFILES.strict, { seconds: 0, megabytes: 1024 });
  const large = await fileOf('slow.html', `<table>${`<tr>${'<td>1'.repeat(8)}`.repeat(50_000)}</table>`);
  const [result] = await pool.check(large);
  await pool.close();
  expect(result?.findings[0]?.message.en).toMatch(/stopped: 0 s, (?:starting|reading html)/);
});
