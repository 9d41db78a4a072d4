/**
 * `npm start` in a data folder that is read-only, full or damaged, as a process: it says what to do and ends with exit
 * status 1, without a stack; when the folder is as it was, everything that was accepted is there. Every file cut and zeroed,
 * without processes: `damaged-files.test.ts`.
 */
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  cpSync(made, data, { recursive: true });
}, PATIENCE_MILLISECONDS);
afterAll(() => rmSync(root, { recursive: true }));

/** A copy, to which the tests do one thing after the other. */
const data = join(root, 'data');

function eachFile(folder: string, work: (path: string) => void): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    work(join(entry.parentPath, entry.name));
  work(folder);
}

/** Ends by itself, and says it in a sentence. */
async function refuses(folder: string, words: RegExp): Promise<void> {
  const { ended, printed } = startProcess(folder, await freePorts(), { keepsModes: true });
  expect([await ended, printed()]).toEqual([1, expect.stringMatching(words)]);
  expect(printed()).not.toMatch(/^\s+at .+:\d+/m);
}

/** Serves what was accepted. */
async function serves(): Promise<void> {
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
    const give = (mode: (path: string) => number) => eachFile(data, (path) => chmodSync(path, mode(path)));
    give((path) => (statSync(path).isDirectory() ? 0o555 : 0o444));
    await refuses(data, /数据目录不可写。请检查权限，或用 --data 换一个目录。/);
    // Nor one that is to be made where nothing may be made.
    await refuses(join(data, 'below'), /数据目录不可写/);
    give((path) => (statSync(path).isDirectory() ? 0o755 : 0o644));
  },
  PATIENCE_MILLISECONDS,
);

const cut = (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2));
const zero = (path: string) => writeFileSync(path, Buffer.alloc(statSync(path).size));

test(
  'damaged files: of items and objects it is told, and as they were all is served; without lock and mails all is served',
  async () => {
    for (const [name, damage] of [
      ['storage/fauxqs.db', cut],
      ['table/items.sqlite', zero],
    ] as const) {
      damage(join(data, name));
      await refuses(data, new RegExp(`${name}：数据文件已损坏。请把它移到别处`));
      cpSync(join(made, name), join(data, name));
    }
    writeFileSync(join(data, 'mailbox/messages.ndjson'), '{"subject":"一"}\n', { flag: 'a' });
    cut(join(data, 'mailbox/messages.ndjson'));
    zero(join(data, 'lock'));
    await serves();
  },
  PATIENCE_MILLISECONDS,
);
