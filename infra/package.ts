/**
 * The package as it is published, built at `npm pack`: the command and the library as bundles in `dist/package`, with
 * nothing to install beside them. What only some files need (PDF, Traditional characters …) is in chunks of its own,
 * loaded when needed.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
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

/**
 * Bundles command and library into the folder, which is emptied before.
 * @returns what esbuild tells of the outputs: bytes, and which loads which
 */
export async function bundlePackage(outdir: string): Promise<Metafile> {
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: {
      main: 'shared/cli/main.ts',
      host: 'shared/cli/host.ts',
      worker: 'shared/cli/worker.ts',
      index: 'shared/index.ts',
    },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    minify: true,
    legalComments: 'linked',
    logLevel: 'error',
    metafile: true,
    banner: { js: BANNER },
    plugins: [versionOnly],
  });
  return metafile;
}

if (import.meta.main) {
  await bundlePackage(OUTPUT);
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.package.json'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}
