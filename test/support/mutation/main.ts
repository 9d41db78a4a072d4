/**
 * Mutation by StrykerJS over some files, with the tests of their folders: `npm run mutation -- shared/report/number.ts …`;
 * without files over everything that `stryker.config.json` names, which takes hours. What survives is printed, and stands
 * in `dist/mutation.json`.
 */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

/** Folders and files of tests by what they test, where the names differ or others notice as well. */
const TESTS: readonly [folder: string, tests: readonly string[]][] = [
  ['shared/claims', ['claims', 'rules/examples.test.ts']],
  ['shared/rules', ['rules/examples.test.ts', 'rules/rows.test.ts', 'rules/sentences.test.ts', 'neighbours']],
  ['shared/report', ['report', 'generator']],
  ['functions/store', ['query', 'ingest']],
];
const ALL = ['claims', 'document', 'report', 'rules', 'mistakes', 'neighbours', 'query', 'ingest'];

/** Their tests start no engine: `runner.ts` is ten times as fast as Vitest. */
const IN_PROCESS = /^shared\/(?:claims|rules)\//;

const files = process.argv.slice(2);
const folders = files.flatMap(
  (file) => TESTS.find(([folder]) => file.startsWith(folder))?.[1] ?? dirname(file).split('/').slice(1, 2),
);
const MUTATION_TESTS = [...new Set(files.length === 0 ? ALL : folders)].join();
const runner = files.length > 0 && files.every((file) => IN_PROCESS.test(file)) ? 'in-process' : 'vitest';
const options = ['--testRunner', runner, ...(files.length === 0 ? [] : ['--mutate', files.join()])];
const { status } = spawnSync('npx', ['stryker', 'run', ...options], {
  stdio: 'inherit',
  env: { ...process.env, MUTATION_TESTS },
});
process.exitCode = status ?? 1;
