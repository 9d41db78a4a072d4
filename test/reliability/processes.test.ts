/**
 * `npm start` in a data folder that is read-only, full or damaged, as a process: it says what to do and ends with exit
 * status 1, without a stack; when the folder is as it was, everything that was accepted is there.
 */
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePorts } from '../support/free-ports.ts';
import { reportText } from '../support/report.ts';
import { clientOf, serving, startProcess } from './chaos/laptop.ts';
import { PATIENCE_MILLISECONDS } from './chaos/short.ts';

const root = mkdtempSync(join(tmpdir(), 'gouji-processes-'));
/** Where one report was taken in. */
const made = join(root, 'made');
const file = join(root, 'report.txt');
const KEY = 'report.txt';

beforeAll(async () => {
  writeFileSync(file, reportText());
  const { ended, printed } = startProcess(made, await freePorts(), { more: ['--once', file] });
  expect(await ended, printed()).toBe(0);
}, PATIENCE_MILLISECONDS);
afterAll(() => rmSync(root, { recursive: true }));

function copy(name: string): string {
  const data = join(root, name.replaceAll(/\W+/g, '-'));
  cpSync(made, data, { recursive: true });
  return data;
}

function eachFile(folder: string, work: (path: string) => void): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    work(join(entry.parentPath, entry.name));
  work(folder);
}

/** Ends by itself, and says it in a sentence. */
async function refuses(data: string, words: RegExp): Promise<void> {
  const { ended, printed } = startProcess(data, await freePorts(), { keepsModes: true });
  expect([await ended, printed()]).toEqual([1, expect.stringMatching(words)]);
  expect(printed()).not.toMatch(/^\s+at .+:\d+/m);
}

/** Serves what was accepted. */
async function serves(data: string): Promise<void> {
  const port = await freePorts();
  const running = startProcess(data, port, { keepsModes: true });
  await serving(running);
  const client = clientOf(port);
  const { reports } = await client.json<{ reports: { key: string }[] }>('/reports');
  expect(reports.map(({ key }) => key)).toEqual([KEY]);
  expect(Buffer.from((await client.object(KEY)) ?? []).toString()).toBe(reportText());
  running.child.kill('SIGINT');
  expect(await running.ended).toBe(0);
}

test(
  'a folder that may not be written to',
  async () => {
    const data = copy('read-only');
    const give = (mode: (path: string) => number) => eachFile(data, (path) => chmodSync(path, mode(path)));
    give((path) => (statSync(path).isDirectory() ? 0o555 : 0o444));
    await refuses(data, /数据目录不可写。请检查权限，或用 --data 换一个目录。/);
    // Nor one that is to be made where nothing may be made.
    await refuses(join(data, 'below'), /数据目录不可写/);
    give((path) => (statSync(path).isDirectory() ? 0o755 : 0o644));
    await serves(data);
  },
  PATIENCE_MILLISECONDS,
);

const DAMAGES: Record<string, (path: string, size: number) => void> = {
  cut: (path, size) => truncateSync(path, Math.floor(size / 2)),
  zeroed: (path, size) => writeFileSync(path, Buffer.alloc(size)),
};

describe.each(['storage/fauxqs.db', 'table/items.sqlite'])('%s', (name) => {
  test.each(Object.entries(DAMAGES))(
    '%s',
    async (what, damage) => {
      const data = copy(`${name} ${what}`);
      const path = join(data, name);
      damage(path, statSync(path).size);
      await refuses(data, new RegExp(`${name}：数据文件已损坏。请把它移到别处`));
      cpSync(join(made, name), path);
      await serves(data);
    },
    PATIENCE_MILLISECONDS,
  );
});

/** Of these nothing else depends: they are made anew or put aside, and everything is served. */
describe.each(['lock', 'mailbox/messages.ndjson'])('%s', (name) => {
  test.each(Object.entries(DAMAGES))(
    '%s',
    async (what, damage) => {
      const data = copy(`${name} ${what}`);
      const path = join(data, name);
      writeFileSync(path, '{"subject":"一"}\n', { flag: 'a' });
      damage(path, statSync(path).size);
      await serves(data);
    },
    PATIENCE_MILLISECONDS,
  );
});
