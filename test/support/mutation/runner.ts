/**
 * A runner for StrykerJS that bundles the tests once and gives each mutant all modules afresh in its own process: a
 * tenth of a second, where starting Vitest for each takes one or two. For tests that start no engine and use of Vitest
 * only what `collect.ts` has.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, Script } from 'node:vm';
import type { InstrumenterContext, MutantCoverage } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { build, type Plugin } from 'esbuild';
import { collected } from './collect.ts';

/** Read and written by the mutated files. */
const shared = globalThis as { __stryker__?: InstrumenterContext };
shared.__stryker__ ??= {} as InstrumenterContext;
const context = shared.__stryker__;

/** Gives, for each file, what defines its tests. A module is loaded, once, with the first file that needs it. */
type Load = (file: (name: string, define: () => Promise<unknown>) => void) => Promise<void>;

class InProcess implements TestRunner {
  private load: Load = async () => {};

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    this.load = await bundle([ASIDE]);
  }

  async dryRun(): Promise<DryRunResult> {
    const mutantCoverage: MutantCoverage = { static: {}, perTest: {} };
    Object.assign(context, { activeMutant: undefined, mutantCoverage });
    const tests: TestResult[] = [];
    for (const define of (await afresh(await bundle([FORGETFUL, ASIDE]))).values()) {
      // What modules do while they are loaded belongs to no test.
      delete context.currentTestId;
      for (const [id, run] of await define()) {
        context.currentTestId = id;
        const start = performance.now();
        const failure = await failureOf(run);
        const told = { id, name: id, timeSpentMs: performance.now() - start };
        tests.push(
          failure === null
            ? { ...told, status: TestStatus.Success }
            : { ...told, status: TestStatus.Failed, failureMessage: failure },
        );
      }
    }
    // Mutants are run with the tests that cover them in this order.
    const cheapestFirst = tests.filter(isCheap).toSorted((a, b) => a.timeSpentMs - b.timeSpentMs);
    mutantCoverage.perTest = Object.fromEntries(cheapestFirst.map(({ id }) => [id, mutantCoverage.perTest[id] ?? {}]));
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter = [], hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    // Active before the modules are loaded: what they make then and keep is made by the mutant.
    Object.assign(context, { activeMutant: activeMutant.id, mutantCoverage: undefined, hitCount: 0, hitLimit });
    const files = await afresh(this.load);
    for (const [index, id] of testFilter.entries()) {
      const failureMessage = await failureOf(async () => {
        const tests = await files.get(fileOf(id))?.();
        await (tests?.get(id) ?? goneTest)();
      });
      if (hitLimit !== undefined && (context.hitCount ?? 0) > hitLimit) return { status: MutantRunStatus.Timeout };
      if (failureMessage !== null)
        return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage, nrOfTests: index + 1 };
    }
    return { status: MutantRunStatus.Survived, nrOfTests: testFilter.length };
  }
}

/** A test that takes longer would make every survivor dear. */
const MOST_MS = 1000;
const isCheap = ({ timeSpentMs }: TestResult) => timeSpentMs <= MOST_MS;

/** The tests of `MUTATION_TESTS` (patterns of files, below `test/`), with all that they rest on, as one script. */
async function bundle(plugins: Plugin[]): Promise<Load> {
  const files = (process.env.MUTATION_TESTS ?? '').split(' ').flatMap((pattern) => globSync(`test/${pattern}`));
  const { outputFiles } = await build({
    stdin: {
      contents: [
        "import './test/support/random.ts';",
        ...files.map((file) => `file(${JSON.stringify(file)}, () => import('./${file}'));`),
      ].join('\n'),
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: 'node',
    // Not cjs, which has no `await` outside functions.
    format: 'esm',
    write: false,
    plugins: [...plugins, LOADED],
  });
  const [{ text = '' } = {}] = outputFiles;
  const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  return new Script(`async (file) => {${text}\n}`, { importModuleDynamically }).runInThisContext();
}

type Tests = Map<string, () => unknown>;
const fileOf = (id: string) => id.slice(0, id.indexOf(' > '));

/** The tests of each file, defined once they are asked for, by modules that are loaded afresh. */
async function afresh(load: Load): Promise<Map<string, () => Promise<Tests>>> {
  const files = new Map<string, () => Promise<Tests>>();
  await load((name, define) => {
    let tests: Promise<Tests> | undefined;
    const collect = async () => {
      collected.length = 0;
      await define();
      return new Map(collected.map(({ id, run }) => [`${name} > ${id}`, run]));
    };
    files.set(name, () => {
      tests ??= collect();
      return tests;
    });
  });
  return files;
}

function goneTest(): never {
  throw new Error('a test is not defined any more');
}

async function failureOf(run: () => unknown): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return String(error);
  }
}

/** Modules know where they came from. */
const ASIDE: Plugin = {
  name: 'aside',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/, namespace: 'file' }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.filename', JSON.stringify(path))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path)))
        .replaceAll('import.meta.main', 'false'),
    }));
  },
};

/** Packages are no part of the script: Node loads them, once. */
const LOADED: Plugin = {
  name: 'loaded',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vitest$/ }, () => ({ path: join(import.meta.dirname, 'collect.ts'), namespace: 'loaded' }));
    onResolve({ filter: /^[@a-z/]/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, external: true } : { path, namespace: 'loaded' },
    );
    onLoad({ filter: /./, namespace: 'loaded' }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => /^\w+$/.test(name) && name !== 'default');
      return {
        contents: `const all = await import(${JSON.stringify(path)});
export default all.default;
export const { ${names.join()} } = all;`,
      };
    });
  },
};

/**
 * Of code whose results are remembered by their text every test counts as one that runs it, not the first alone: no text
 * is short enough to be remembered.
 */
const FORGETFUL: Plugin = {
  name: 'forgetful',
  setup({ onLoad }) {
    onLoad({ filter: /\/shared\/remembered\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replace(/(?<=const LONGEST = )\d+/, '-1'),
    }));
  },
};

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcess)];
