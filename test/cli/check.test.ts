import { rm, truncate, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCheck } from '../../shared/cli/check.ts';
import { parseCommand } from '../../shared/cli/usage.ts';
import { UsageError } from '../../shared/cli/usage-error.ts';
import { MAX_BYTES } from '../../shared/document/limits.ts';
import { FACES } from '../../shared/output/faces.ts';
import { exampleFolder } from './folder.ts';

let folder: string;
beforeAll(async () => {
  folder = await exampleFolder();
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command with the names of files (all that are no option) taken in the folder of the test. */
async function check(...args: string[]): Promise<{ status: number; pieces: string[] }> {
  const inFolder = args.map((arg) => (/\.(txt|zip|json)$|^(all|empty)$/.test(arg) ? join(folder, arg) : arg));
  const command = parseCommand(['check', ...inFolder]);
  if (command.command !== 'check') throw new TypeError('not the check command');
  const pieces: string[] = [];
  const status = await runCheck(command, async (piece) => {
    pieces.push(piece);
  });
  return { status, pieces };
}

const nameOf = (line: string) => relative(folder, JSON.parse(line).source.name);

test.each([
  ['every report passed', ['good.txt'], 0],
  ['a report has an error', ['wrong.txt', 'good.txt'], 1],
  ['a file is no report, which weighs more than an error', ['nothing.txt', 'wrong.txt'], 2],
  ['warnings alone pass', ['--profile', 'mild.json', 'wrong.txt'], 0],
])('exit status: %s', async (_, args, status) => {
  expect(await check(...args)).toMatchObject({ status });
});

test.each([
  ['missing.txt: no such file or directory', ['good.txt', 'missing.txt']],
  ['no file in', ['empty']],
  ['none.json: no such file or directory', ['--profile', 'none.json', 'good.txt']],
  ['severities.T3.BALANCES', ['--profile', 'bad.json', 'good.txt']],
  ['broken.json: ', ['--profile', 'broken.json', 'good.txt']],
  ['Roster not usable', ['--roster', 'mild.json', 'good.txt']],
])('bad usage: %s', async (message, args) => {
  const failure = await check(...args).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UsageError);
  expect(String(failure)).toContain(message);
});

test('ndjson comes line by line in the order given; a folder is its files by name, without dot files and loops', async () => {
  const { pieces } = await check('--format', 'ndjson', 'wrong.txt', 'all', 'nothing.txt', 'good.txt');
  const inside = ['all/a.txt', 'all/b 报告+1%.txt', 'all/sub/c.txt'];
  expect(pieces.map(nameOf)).toEqual(['wrong.txt', ...inside, 'nothing.txt', 'good.txt']);
  for (const piece of pieces) expect(piece.indexOf('\n')).toBe(piece.length - 1);
});

test('many files are spread over threads and come in the same order with the same results', async () => {
  const few = await check('--alone', '--format', 'ndjson', 'good.txt', 'wrong.txt', 'two.zip', 'nothing.txt');
  const many = Array.from({ length: 30 }, () => ['good.txt', 'wrong.txt', 'two.zip', 'nothing.txt']).flat();
  const { status, pieces } = await check('--alone', '--format', 'ndjson', ...many);
  expect(status).toBe(2);
  expect(pieces).toEqual(Array.from({ length: 30 }, () => few.pieces).flat());
});

test('a file over the limit is named with its size and hash', async () => {
  const file = join(folder, 'huge.txt');
  await writeFile(file, '');
  await truncate(file, MAX_BYTES + 1);
  const { status, pieces } = await check('--format', 'ndjson', 'huge.txt');
  expect(status).toBe(2);
  expect(JSON.parse(pieces[0] ?? '')).toMatchObject({
    source: { bytes: MAX_BYTES + 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    findings: [{ rule: 'FILE.TOO-LARGE' }],
  });
});

test('a ZIP is one line for each report in it', async () => {
  const { pieces } = await check('--format', 'ndjson', 'two.zip');
  expect(pieces.map(nameOf)).toEqual(['two.zip!/one.txt', 'two.zip!/two.txt']);
});

test('files given together are compared, and alone they are not', async () => {
  const rules = async (...options: string[]) => {
    const { pieces } = await check('--format', 'ndjson', ...options, 'good.txt', 'before.txt');
    return JSON.parse(pieces[0] ?? '').findings.map(({ rule }: { rule: string }) => rule);
  };
  expect(await rules()).toContain('XYR.SAME-NUMBERS');
  expect(await rules('--alone')).not.toContain('XYR.SAME-NUMBERS');
});

test.each(Object.keys(FACES))('--format %s shows every report', async (format) => {
  const { pieces } = await check('--format', format, 'wrong.txt', 'two.zip');
  for (const name of format === 'csv' ? ['wrong.txt'] : ['wrong.txt', 'two.zip!/two.txt']) {
    expect(pieces.join('')).toContain(name);
  }
});
