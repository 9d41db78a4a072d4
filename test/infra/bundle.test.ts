/** The bundles: what they read of the environment is what the wiring gives, they load little, and run outside of this repository. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Metafile } from 'esbuild';
import { afterAll, expect, test, vi } from 'vitest';
import { getRecord } from '../../functions/store/records/records.ts';
import { bundleInto } from '../../infra/bundle.ts';
import { FUNCTIONS, type FunctionName, type QueueName } from '../../infra/wiring.ts';
import { reportId } from '../../shared/record.ts';
import { useEngines } from '../support/engines.ts';
import { loadedBy } from './loaded.ts';

// Bundling takes some seconds, and longer beside other tests.
vi.setConfig({ testTimeout: 180_000 });
const engines = useEngines();
const folder = mkdtempSync(join(tmpdir(), 'gouji-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));
const root = fileURLToPath(new URL('../..', import.meta.url));

const names = Object.keys(FUNCTIONS) as FunctionName[];
const bundles = new Map<FunctionName, Metafile>();
/** What esbuild tells of a function's bundle, which is made once. */
function bundled(name: FunctionName): Metafile {
  const made = bundles.get(name) ?? bundleInto(join(folder, name), name);
  bundles.set(name, made);
  return made;
}
const moduleOf = (name: FunctionName) => bundled(name) && join(folder, name, 'handler.mjs');

test.each(names)('%s gets exactly the variables that its code reads', (name) => {
  // Inputs of the outputs: files of which anything is left after unused exports are gone.
  const files = Object.values(bundled(name).outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const read = files
    .filter((path) => !path.includes('node_modules'))
    .flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/\bvariable\('(\w+)'\)/g)].map(([, variable]) => variable),
    );
  expect([...new Set(read)].sort()).toEqual([...FUNCTIONS[name].environment].sort());
});

/** Kilobytes that a function loads at its start: with room for a few months of changes, not for a library. */
const BUDGETS: Readonly<Record<FunctionName, number>> = {
  ingest: 1270,
  pictures: 1290,
  reprocess: 1240,
  inventory: 490,
  tend: 950,
  notify: 1080,
  feedback: 340,
  schedule: 1070,
  dataset: 1030,
  amend: 570,
  query: 1480,
};

test.each(names)('%s loads no more at its start than it may', (name) => {
  expect(loadedBy(bundled(name), [FUNCTIONS[name].entry]).kilobytes).toBeLessThanOrEqual(BUDGETS[name]);
});

/** Runs a module in a process of its own, far from this repository and its packages. */
async function runAlone(source: string, variables: Record<string, string>): Promise<string> {
  const script = ['--input-type=module', '-e', source];
  return (await promisify(execFile)(process.execPath, script, { cwd: folder, env: variables })).stdout.trim();
}

test('every function can be loaded from its bundle alone', async () => {
  const load = names.map((name) => `typeof (await import('${moduleOf(name)}')).handler`);
  const given = names.flatMap((name) => FUNCTIONS[name].environment).map((key) => [key, 'true']);
  const variables = { ...Object.fromEntries(given), CALLERS: 'known', CORS_ORIGINS: '', BASE_URL: 'https://x.example' };
  expect(await runAlone(`console.log(${load.join(', ')})`, variables)).toBe(names.map(() => 'function').join(' '));
});

/** What a bundle answers when it gets the messages that wait in the queue of its name. */
async function runHere(name: FunctionName & QueueName): Promise<string> {
  const Records = engines()
    .waiting(name)
    .map((body, at) => ({ messageId: String(at), body, attributes: {} }));
  const call = `const { handler } = await import('${moduleOf(name)}');
    console.log(JSON.stringify(await handler(${JSON.stringify({ Records })}, {})));`;
  return runAlone(call, { ...engines().environment, POWERTOOLS_LOG_LEVEL: 'SILENT' });
}

test('the bundle of ingest reads files of every kind: what it loads late is in it too', async () => {
  const keys = [
    'report.html',
    'report.docx',
    'report.doc',
    'report.odt',
    'report.ods',
    'report.xls',
    'report.xlsx',
    'report.pdf',
  ];
  const s3 = new S3Client({});
  for (const Key of keys) {
    const Body = readFileSync(join(root, 'test', 'document', 'fixtures', Key));
    await s3.send(new PutObjectCommand({ Bucket: 'reports', Key, Body }));
  }
  expect(await runHere('ingest')).toBe('{"batchItemFailures":[]}');
  const records = await Promise.all(keys.map((key) => getRecord(reportId('reports', key))));
  expect(records.map((record) => record?.result.report?.agency)).toEqual(keys.map(() => expect.any(String)));
});

test('ingest hands a picture over to the function that reads pictures', async () => {
  const Body = readFileSync(join(root, 'test', 'document', 'fixtures', 'scans', 'clean.png'));
  await new S3Client({}).send(new PutObjectCommand({ Bucket: 'reports', Key: '示例市教育局2023年.png', Body }));
  const stored = () => getRecord(reportId('reports', '示例市教育局2023年.png'));
  expect(await runHere('ingest')).toBe('{"batchItemFailures":[]}');
  expect(await stored()).toBeNull();
  expect(await runHere('pictures')).toBe('{"batchItemFailures":[]}');
  const result = (await stored())?.result;
  expect([result?.status, result?.findings]).toEqual(['incomplete', []]);
});
