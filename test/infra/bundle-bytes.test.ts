/** Budgets of bytes: what a start loads is most of what it costs, and a careless import shows here first. No times. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';
import { afterAll, expect, test, vi } from 'vitest';
import { OPTIONS } from '../../infra/bundle.ts';
import { bundlePackage } from '../../infra/package.ts';
import { FUNCTIONS, type FunctionName } from '../../infra/wiring.ts';

vi.setConfig({ testTimeout: 180_000 });
const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'gouji-bytes-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The chunks that these modules load at once, as esbuild cut them, and their kilobytes together. */
function loadedBy({ outputs }: Metafile, entries: readonly string[]): { chunks: string[]; kilobytes: number } {
  const found = new Set<string>();
  const open = Object.keys(outputs).filter((name) => entries.includes(outputs[name]?.entryPoint ?? ''));
  if (open.length !== entries.length) throw new Error(`not bundled as chunks of their own: ${entries.join(', ')}`);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const { path, kind, external } of outputs[name]?.imports ?? []) {
      if (kind === 'import-statement' && external !== true) open.push(path);
    }
  }
  const bytes = [...found].reduce((sum, name) => sum + (outputs[name]?.bytes ?? 0), 0);
  return { chunks: [...found], kilobytes: Math.round(bytes / 1024) };
}

let bundled: ReturnType<typeof bundlePackage> | null = null;
/** What esbuild says of the package, which is bundled once. */
function packaged(): ReturnType<typeof bundlePackage> {
  bundled ??= bundlePackage(join(folder, 'package'));
  return bundled;
}

const CHECK = ['shared/cli/main.ts', 'shared/cli/gouji.ts', 'shared/cli/check.ts'];

test.each([
  ['a text', 'shared/document/formats/text/read.ts', 620],
  ['a page', 'shared/document/formats/html/read.ts', 800],
  ['a Word file', 'shared/document/formats/docx/read.ts', 660],
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

/** Kilobytes that a function loads at its start: with room for a few months of changes, not for a library. */
const BUDGETS: Readonly<Record<FunctionName, number>> = {
  ingest: 1270,
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

test.each(Object.entries(BUDGETS))('%s loads at most %i KB at its start', (name, budget) => {
  const { entry } = FUNCTIONS[name as FunctionName];
  const { metafile } = buildSync({
    ...{ ...OPTIONS, absWorkingDir: ROOT, entryPoints: { handler: entry }, outdir: join(folder, name) },
    ...{ write: false, metafile: true, sourcemap: false },
  });
  expect(loadedBy(metafile, [entry]).kilobytes).toBeLessThanOrEqual(budget);
});
