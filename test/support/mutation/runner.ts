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
import { type Collected, collected } from './collect.ts';

/** Read and written by the mutated files. */
const shared = globalThis as { __stryker__?: InstrumenterContext };
shared.__stryker__ ??= {} as InstrumenterContext;
const context = shared.__stryker__;

type Define = () => Promise<void>;

class InProcess implements TestRunner {
  /** Defines the tests when it is called. */
  private define: Define = async () => {};

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    this.define = await bundle([ASIDE]);
  }

  async dryRun(): Promise<DryRunResult> {
    const mutantCoverage: MutantCoverage = { static: {}, perTest: {} };
    Object.assign(context, { activeMutant: undefined, mutantCoverage });
    const tests: TestResult[] = [];
    for (const { id, run } of await load(await bundle([FORGETFUL, ASIDE]))) {
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
    // Mutants are run with the tests that cover them in this order.
    const cheapestFirst = tests.toSorted((a, b) => a.timeSpentMs - b.timeSpentMs);
    mutantCoverage.perTest = Object.fromEntries(cheapestFirst.map(({ id }) => [id, mutantCoverage.perTest[id] ?? {}]));
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    // Active before the modules are loaded: what they make then and keep is made by the mutant.
    Object.assign(context, { activeMutant: activeMutant.id, mutantCoverage: undefined, hitCount: 0, hitLimit });
    const defined = new Map<string, Collected['run']>();
    const unloaded = await failureOf(async () => {
      for (const { id, run } of await load(this.define)) defined.set(id, run);
    });
    if (unloaded !== null)
      return { status: MutantRunStatus.Killed, killedBy: [], failureMessage: unloaded, nrOfTests: 0 };
    const ids = testFilter ?? [...defined.keys()];
    for (const [index, id] of ids.entries()) {
      const failureMessage = await failureOf(defined.get(id) ?? goneTest);
      if (hitLimit !== undefined && (context.hitCount ?? 0) > hitLimit) return { status: MutantRunStatus.Timeout };
      if (failureMessage !== null)
        return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage, nrOfTests: index + 1 };
    }
    return { status: MutantRunStatus.Survived, nrOfTests: ids.length };
  }
}

/** The tests of `MUTATION_TESTS` (patterns of files, below `test/`), with all that they rest on, as one script. */
async function bundle(plugins: Plugin[]): Promise<Define> {
  const files = (process.env.MUTATION_TESTS ?? '').split(' ').flatMap((pattern) => globSync(`test/${pattern}`));
  const { outputFiles } = await build({
    stdin: {
      contents: ['test/support/random.ts', ...files].map((file) => `import './${file}';`).join('\n'),
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
  return new Script(`async () => {${text}\n}`, { importModuleDynamically }).runInThisContext();
}

/** All modules afresh. */
async function load(define: Define): Promise<Collected[]> {
  collected.length = 0;
  await define();
  return [...collected];
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
