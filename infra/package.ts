/**
 * The package as it is published, built at `npm pack`: the command and the library as bundles in `dist/package`, with
 * nothing to install beside them. What only some files need (PDF, Traditional characters …) is in chunks of its own,
 * loaded when needed.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { BANNER } from './bundle.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUTPUT = join(ROOT, 'dist', 'package');

/** Of `package.json` the command prints the version; what the repository installs is nothing to publish twice. */
const versionOnly: Plugin = {
  name: 'version-only',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    }),
};

/** What a check loads for few files or options: beside its script, which V8 has to read at every start. */
const LIBRARIES = ['unpdf', 'opencc-js/cn2t', 'opencc-js/t2cn', 'hyparquet-writer', 'zod/mini', 'pngjs', 'jpeg-js'];
const fileOf = (library: string) => library.replace('/', '-');

const librariesBeside: Plugin = {
  name: 'libraries-beside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[a-z]/ }, ({ path }) =>
      LIBRARIES.includes(path) ? { path: `./${fileOf(path)}.cjs`, external: true } : undefined,
    ),
};

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  mainFields: ['module', 'main'],
  minify: true,
  logLevel: 'error',
} satisfies BuildOptions;

/**
 * Bundles command and library into the folder, which is emptied before: modules for programs, for the command's processes
 * and for Node 20, and the check once more as one script (`shared/cli/packed.ts`).
 * @returns what esbuild tells of modules and script: bytes, and which loads which
 */
export async function bundlePackage(outdir: string): Promise<Record<'modules' | 'script', Metafile>> {
  rmSync(outdir, { recursive: true, force: true });
  const modules = await build({
    ...OPTIONS,
    entryPoints: {
      main: 'shared/cli/main.ts',
      host: 'shared/cli/host.ts',
      worker: 'shared/cli/worker.ts',
      index: 'shared/index.ts',
    },
    outdir,
    splitting: true,
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'linked',
    metafile: true,
    banner: { js: BANNER },
    plugins: [versionOnly],
  });
  const file = join(outdir, 'gouji.cjs');
  const script = await build({
    ...OPTIONS,
    entryPoints: ['shared/cli/gouji.ts'],
    outfile: file,
    format: 'cjs',
    target: 'node22',
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    // A script that is compiled by hand has no `import()`.
    supported: { 'dynamic-import': false },
    loader: { '.json': 'copy' },
    assetNames: '[name]',
    define: { 'import.meta.url': 'HERE' },
    banner: { js: "const HERE = require('node:url').pathToFileURL(__dirname + '/gouji.js').href;" },
    plugins: [versionOnly, librariesBeside],
  });
  await build({
    ...OPTIONS,
    entryPoints: {
      main: 'shared/cli/packed.ts',
      ...Object.fromEntries(LIBRARIES.map((library) => [fileOf(library), library])),
    },
    outdir,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    target: 'node20',
    define: { SCRIPT_HASH: JSON.stringify(createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)) },
  });
  return { modules: modules.metafile, script: script.metafile };
}

if (import.meta.main) {
  await bundlePackage(OUTPUT);
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.package.json'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}
