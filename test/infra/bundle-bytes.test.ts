/** Budgets of bytes of the command: what a start loads is most of what it costs, and a careless import shows here first. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { bundlePackage } from '../../infra/package.ts';
import { loadedBy } from './loaded.ts';

vi.setConfig({ testTimeout: 180_000 });
const folder = mkdtempSync(join(tmpdir(), 'gouji-bytes-'));
afterAll(() => rmSync(folder, { recursive: true }));

let bundled: ReturnType<typeof bundlePackage> | null = null;
/** What esbuild says of the package, which is bundled once. */
function packaged(): ReturnType<typeof bundlePackage> {
  bundled ??= bundlePackage(join(folder, 'package'));
  return bundled;
}

const CHECK = ['shared/cli/main.ts', 'shared/cli/gouji.ts', 'shared/cli/check.ts'];

test.each([
  ['a text', 'shared/document/formats/text/read.ts', 610],
  ['a page', 'shared/document/formats/html/read.ts', 780],
  ['a Word file', 'shared/document/formats/docx/read.ts', 655],
])(
  '`gouji check` of %s loads its reader, the code of the check and no library of others',
  async (_, reader, budget) => {
    const { modules: metafile } = await packaged();
    const { chunks, kilobytes } = loadedBy(metafile, [...CHECK, reader]);
    expect(kilobytes).toBeLessThanOrEqual(budget);
    const inputs = chunks.flatMap((name) => Object.keys(metafile.outputs[name]?.inputs ?? {}));
    const libraries = ['zod', 'opencc-js', 'unpdf', 'fflate', ...(reader.includes('html') ? [] : ['parse5'])];
    expect(inputs.filter((path) => libraries.some((library) => path.includes(`node_modules/${library}/`)))).toEqual([]);
  },
);

test('the script from which a packed check starts is small, and holds no library that few files need', async () => {
  const { outputs } = (await packaged()).script;
  const [bytes, inputs] = Object.entries(outputs).flatMap(([name, output]) =>
    name.endsWith('gouji.cjs') ? [output.bytes, Object.keys(output.inputs)] : [],
  ) as [number, string[]];
  expect(bytes / 1024).toBeLessThanOrEqual(935);
  expect(inputs.filter((path) => /node_modules\/(?:zod|opencc-js|unpdf|hyparquet-writer)\//.test(path))).toEqual([]);
});
