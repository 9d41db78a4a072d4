/** The bundles: what they read of the environment is what the wiring gives, and they run outside of this repository. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import { FUNCTIONS, type FunctionName } from '../../infra/wiring.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));
const root = fileURLToPath(new URL('../..', import.meta.url));

test.each(Object.keys(FUNCTIONS) as FunctionName[])('%s gets exactly the variables that its code reads', (name) => {
  const { metafile } = buildSync({
    ...{ absWorkingDir: root, entryPoints: [FUNCTIONS[name].entry], write: false, metafile: true, bundle: true },
    ...{ platform: 'node', format: 'esm', packages: 'external', outdir: folder, splitting: true, logLevel: 'error' },
  });
  // Inputs of the outputs: files of which anything is left after unused exports are gone.
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const read = files.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/\bvariable\('(\w+)'\)/g)].map(([, variable]) => variable),
  );
  expect([...new Set(read)].sort()).toEqual([...FUNCTIONS[name].environment].sort());
});

test('every function can be loaded from its bundle alone', () => {
  const names = Object.keys(FUNCTIONS) as FunctionName[];
  const load = names.map((name) => `typeof (await import('${join(bundle(name, folder), 'handler.mjs')}')).handler`);
  const variables = Object.fromEntries(
    names.flatMap((name) => FUNCTIONS[name].environment).map((key) => [key, 'true']),
  );
  const script = ['--input-type=module', '-e', `console.log(${load.join(', ')})`];
  const { stdout, stderr } = spawnSync(process.execPath, script, { cwd: folder, env: variables, encoding: 'utf8' });
  expect(stdout.trim().split(' '), stderr).toEqual(names.map(() => 'function'));
});
