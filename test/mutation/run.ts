/**
 * `node test/mutation/run.ts [folder …] > docs/mutation.md`: how many small wrongs in `shared/rules` the tests notice.
 * Every mutant runs over all examples and injected faults; what survives that runs over
 * the tests of its own file, if it has any.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { explanationOf } from './explained.ts';
import { codeOf, type Mutant, mutantsOf } from './mutants.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Types, lists, examples and what makes documents hold no rule. */
const NO_RULE = /(?:^|\/)(?:types|index|example|example-data|basis|parameters|docs)\.ts$/;
/** A mutant that takes longer than this runs for ever. */
const PATIENCE_MS = 20_000;
/** Threads keep every mutant in memory: after so many a new one begins. */
const MUTANTS_A_THREAD = 300;

const folders = process.argv.slice(2);
const files = globSync('shared/rules/**/*.ts', { cwd: ROOT })
  .filter(
    (file) =>
      !NO_RULE.test(file) &&
      (folders.length === 0 || folders.some((folder) => file.startsWith(`shared/rules/${folder}`))),
  )
  .sort()
  .map((file) => join(ROOT, file));

class Thread {
  #worker: Worker | null = null;
  #runs = 0;

  async run(mutant: Mutant, index: number): Promise<boolean> {
    if (this.#runs % MUTANTS_A_THREAD === 0) await this.stop();
    this.#runs += 1;
    if (!this.#worker) {
      this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: ['--no-warnings'] });
      await this.#answer(60_000);
    }
    this.#worker.postMessage({ mutant, index });
    const killed = await this.#answer(PATIENCE_MS);
    if (killed === null) await this.stop();
    return killed ?? true;
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  #answer(milliseconds: number): Promise<boolean | null> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(null), milliseconds);
      this.#worker?.once('error', reject);
      this.#worker?.once('message', ({ killed }: { killed: boolean }) => {
        clearTimeout(timer);
        this.#worker?.removeAllListeners('error');
        resolve(killed);
      });
    });
  }
}

/** The machinery in the folder itself is tested as a whole, other files by a test of their own or their folder's name. */
function testsOf(file: string): string[] {
  const names =
    dirname(file) === join(ROOT, 'shared/rules')
      ? '{validate,profile,fingerprint,verdict,docs}'
      : `{${basename(file, '.ts')},${basename(dirname(file))}}`;
  return globSync(`test/rules/**/${names}.test.ts`, { cwd: ROOT });
}

/** Whether the file's own tests fail with the mutant in place. */
function failsTests({ file, start, end, replacement }: Mutant, folder: string): boolean {
  const tests = testsOf(file);
  if (tests.length === 0) return false;
  const path = join(folder, 'mutant.js');
  const code = codeOf(file);
  writeFileSync(path, code.slice(0, start) + replacement + code.slice(end));
  const vitest = join(ROOT, 'node_modules/.bin/vitest');
  const { status } = spawnSync(vitest, ['run', '--config', 'test/mutation/vitest.config.ts', ...tests], {
    cwd: ROOT,
    env: { ...process.env, MUTANT_FILE: file, MUTANT_CODE: path },
    stdio: 'ignore',
  });
  return status !== 0;
}

const scratch = mkdtempSync(join(tmpdir(), 'gouji-mutants-'));
for (const file of files) {
  const nothing = { file, line: 1, start: 0, end: 0, replacement: '', what: 'nothing' };
  if (failsTests(nothing, scratch)) throw new Error(`The tests of ${file} fail without any mutant.`);
}
const mutants = files.flatMap(mutantsOf);
const thread = new Thread();
const survivors: Mutant[] = [];
for (const [index, mutant] of mutants.entries()) {
  if (index % 50 === 0) process.stderr.write(`${index} of ${mutants.length}, ${survivors.length} left\n`);
  if (!(await thread.run(mutant, index))) survivors.push(mutant);
}
await thread.stop();
process.stderr.write(`${survivors.length} of ${mutants.length} survive examples and injection; now the other tests\n`);
const left = survivors.filter((mutant) => !failsTests(mutant, scratch));
rmSync(scratch, { recursive: true });

const print = (line = '') => process.stdout.write(`${line}\n`);
print('# Mutation run over the rules');
print();
print(
  'Made by `node test/mutation/run.ts`. A mutant is one small wrong put into a file of `shared/rules`: a comparison or',
);
print(
  'a condition flipped, a term or a branch dropped, a number moved by one. It is killed if an example, an injected fault',
);
print('or a test of the rules comes out otherwise.');
print();
print(
  `${mutants.length} mutants in ${files.length} files: ${mutants.length - left.length} killed, ${left.length} survive.`,
);
print();
print('| place | mutant | why it makes no difference |');
print('| --- | --- | --- |');
for (const mutant of left) {
  const place = relative(ROOT, mutant.file);
  const what = mutant.what.replaceAll('|', '\\|');
  print(`| ${place}:${mutant.line} | \`${what}\` | ${explanationOf(place, mutant.what) ?? '**not explained**'} |`);
}
