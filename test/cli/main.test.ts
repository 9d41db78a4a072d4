import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RULES } from '../../shared/rules/index.ts';
import { reportText } from '../support/report.ts';
import { exampleFolder } from './folder.ts';

const MAIN = new URL('../../shared/cli/main.ts', import.meta.url).pathname;
let folder: string;
beforeAll(async () => {
  folder = await exampleFolder();
});
afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  status: number | null;
  out: string;
  err: string;
}

/** Runs `gouji` in the folder of the test; `until` closes its output after so many characters. */
function gouji(args: readonly string[], { input = '', until = Number.POSITIVE_INFINITY } = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder });
  const outcome: Outcome = { status: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    outcome.out += chunk;
    if (outcome.out.length >= until) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    outcome.err += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (status) => resolve({ ...outcome, status })));
}

test('the exit status is that of the check', async () => {
  expect(await gouji(['check', 'good.txt', 'wrong.txt'])).toMatchObject({ status: 1, err: '' });
});

test('bad usage is 64 with one sentence on standard error and nothing on standard output', async () => {
  expect(await gouji(['check', 'good.txt', 'missing.txt'])).toEqual({
    status: 64,
    out: '',
    err: 'gouji: missing.txt: no such file or directory\nSee gouji --help.\n',
  });
});

test('- reads standard input', async () => {
  const { status, out } = await gouji(['check', '--format', 'json', '-'], { input: reportText() });
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject([
    { source: { name: 'stdin' }, report: { agency: '示例市示例局', year: 2023 } },
  ]);
});

test('a reader that stops reading ends it without a word', async () => {
  const many = Array.from({ length: 40 }, () => 'good.txt');
  expect(await gouji(['check', '--format', 'ndjson', ...many], { until: 10 })).toMatchObject({ status: 141, err: '' });
});

test.each(['text', 'json', 'md'])('rules prints the whole catalogue as %s', async (format) => {
  const { status, out } = await gouji(['rules', '--format', format]);
  expect(status).toBe(0);
  for (const { id } of RULES) expect(out).toContain(id);
});

test('help and version', async () => {
  expect((await gouji(['--help'])).out).toContain('gouji check [options] FILE|DIR');
  expect((await gouji(['--version'])).out).toMatch(/^gouji \d+\.\d+\.\d+\n$/);
});
