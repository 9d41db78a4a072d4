/**
 * Mutation by StrykerJS over some files or folders, with the tests that may notice: `npm run mutation -- shared/claims/read.ts
 * shared/rules/text …`; without any over everything, which takes hours. What survives is printed, with a table of the files
 * at the end, and stands in `dist/mutation.json`. `MUTATION_TESTS='claims/*.test.ts'` has fewer tests judge: a survivor
 * costs the time of every test that runs it.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

const PURE_RULES = [
  'docs/catalogue.test.ts',
  'rules/{agencies,examples,narrative,rows,sentences,trials,typos,validate,verdict,years}.test.ts',
  'rules/metadata/*.test.ts',
  'neighbours/*.test.ts',
];
const READER = [
  'document/!(damage|scans|sizes).test.ts',
  'report/!(remembered).test.ts',
  'generator/{consistent,examples}.test.ts',
  'corpus/{corpus,files}.test.ts',
];

/** Tests of a folder. Those that start no engine are run by `runner.ts`, a tenth of the time that Vitest takes. */
const PARTS: readonly { folder: string; runner: 'in-process' | 'vitest'; tests: readonly string[] }[] = [
  { folder: 'shared/claims', runner: 'in-process', tests: ['claims/*.test.ts', ...PURE_RULES] },
  { folder: 'shared/rules', runner: 'in-process', tests: PURE_RULES },
  { folder: 'shared/mistakes', runner: 'in-process', tests: ['mistakes/*.test.ts'] },
  { folder: 'shared/report', runner: 'in-process', tests: READER },
  { folder: 'shared/document', runner: 'in-process', tests: READER },
  { folder: 'functions/store', runner: 'vitest', tests: ['query/**/*.test.ts', 'ingest/**/*.test.ts'] },
];

const named = process.argv.slice(2).map((path) => path.replace(/\/$/, ''));
for (const { folder, runner, tests } of PARTS) {
  const paths = named.length === 0 ? [folder] : named.filter((path) => `${path}/`.startsWith(`${folder}/`));
  if (paths.length === 0) continue;
  const files = paths.map((path) => (statSync(path).isDirectory() ? `${path}/**/*.ts` : path));
  const mutate = [...files, '!**/types.ts', '!shared/rules/example*.ts', '!shared/rules/docs.ts'].join();
  const { status } = spawnSync('npx', ['stryker', 'run', '--testRunner', runner, '--mutate', mutate], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: process.env.MUTATION_TESTS ?? tests.join(' ') },
  });
  if (status !== 0) process.exitCode = status ?? 1;
}
