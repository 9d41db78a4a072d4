import { runInNewContext } from 'node:vm';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';

/** Stands for anything of a browser: every property and every call gives the same again. */
const anything: unknown = new Proxy(() => {}, {
  get: (_target, name) => (name === Symbol.iterator ? () => [][Symbol.iterator]() : anything),
  set: () => true,
  apply: () => anything,
});

test('bundled as the function is, the script of the pages still uses nothing from outside', async () => {
  const { outputFiles } = buildSync({
    entryPoints: ['shared/output/page/assets.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    minify: true,
    keepNames: true,
  });
  const source = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const { SCRIPT } = await import(/* @vite-ignore */ `data:text/javascript;base64,${source}`);
  expect(SCRIPT.content).toContain('pointerover');
  expect(() =>
    runInNewContext(SCRIPT.content, { document: anything, window: anything, JSON: anything, Number: () => 0 }),
  ).not.toThrow();
});
