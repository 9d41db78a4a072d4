/** Files for the tests of the command, in a folder of their own. */
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { reportText } from '../support/report.ts';

/** Makes the folder; the caller removes it. */
export async function exampleFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gouji-cli-'));
  for (const name of ['all/.hidden', 'all/sub', 'empty']) await mkdir(join(folder, name), { recursive: true });
  const good = reportText();
  const bytes = new TextEncoder().encode(good);
  const mild = { name: 'mild', severities: { 'T3.BALANCE': 'warning' } };
  const files: Record<string, string | Uint8Array> = {
    'good.txt': good,
    'before.txt': reportText({ year: 2022 }),
    'wrong.txt': reportText({ received: 6 }),
    'nothing.txt': '',
    'all/b 报告+1%.txt': good,
    'all/a.txt': good,
    'all/sub/c.txt': good,
    'all/.hidden/d.txt': '',
    'all/.e.txt': '',
    'two.zip': zipSync({ 'one.txt': bytes, 'two.txt': bytes }),
    'mild.json': JSON.stringify(mild),
    'bad.json': JSON.stringify({ name: 'bad', severities: { 'T3.BALANCES': 'off' } }),
    'broken.json': '{',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await symlink(join(folder, 'nowhere'), join(folder, 'all', 'link'));
  await symlink(join(folder, 'all'), join(folder, 'all', 'loop'));
  return folder;
}
