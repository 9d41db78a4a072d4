/**
 * A runner for StrykerJS that bundles the tests once and gives each mutant all modules afresh in its own process: a
 * tenth of a second, where starting Vitest for each takes one or two. For tests that start no engine and use of Vitest
 * only what `collect.ts` has.
 */
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
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

class InProcess implements TestRunner {
  /** Defines the tests when it is called with `require`. */
  private define: (require: NodeJS.Require) => void = () => {};

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    const named = (process.env.MUTATION_TESTS ?? '').split(',');
    const files = named.flatMap((one) => (one.endsWith('.ts') ? `test/${one}` : globSync(`test/${one}/**/*.test.ts`)));
    const { outputFiles } = await build({
      stdin: {
        contents: ['test/support/random.ts', ...files].map((file) => `import './${file}';`).join('\n'),
        resolveDir: process.cwd(),
      },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      packages: 'external',
      write: false,
      plugins: [ASIDE],
    });
    const [{ text = '' } = {}] = outputFiles;
    this.define = new Script(`(require) => {${text}\n}`).runInThisContext();
  }

  async dryRun(): Promise<DryRunResult> {
    const mutantCoverage: MutantCoverage = { static: {}, perTest: {} };
    Object.assign(context, { activeMutant: undefined, mutantCoverage });
    const tests: TestResult[] = [];
    for (const { id, run } of this.load()) {
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
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    Object.assign(context, { activeMutant: undefined, mutantCoverage: undefined, hitCount: undefined });
    const tests = this.load().filter(({ id }) => testFilter?.includes(id) ?? true);
    Object.assign(context, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    for (const [index, { id, run }] of tests.entries()) {
      const failureMessage = await failureOf(run);
      if (hitLimit !== undefined && (context.hitCount ?? 0) > hitLimit) return { status: MutantRunStatus.Timeout };
      if (failureMessage !== null)
        return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage, nrOfTests: index + 1 };
    }
    return { status: MutantRunStatus.Survived, nrOfTests: tests.length };
  }

  /** What ran when the modules were loaded is no mutant here (`ignoreStatic`), so that none is active. */
  private load(): Collected[] {
    collected.length = 0;
    this.define(createRequire(join(process.cwd(), 'package.json')));
    return [...collected];
  }
}

async function failureOf(run: () => unknown): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return String(error);
  }
}

/** Vitest is replaced, and modules know where they came from. */
const ASIDE: Plugin = {
  name: 'aside',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vitest$/ }, () => ({ path: join(import.meta.dirname, 'collect.ts'), external: true }));
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.main', 'false'),
    }));
  },
};

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcess)];
