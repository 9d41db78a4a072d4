import { defineConfig } from 'vitest/config';
import all from './vitest.config.ts';

/** The tests that may notice a mutant (`test/support/mutation/main.ts`). */
const tests = (process.env.MUTATION_TESTS ?? '').split(' ');

/** Projects have files of their own, whatever is included here. */
const { projects: _projects, ...settings } = all.test ?? {};

export default defineConfig({
  test: {
    ...settings,
    include: tests.map((pattern) => `test/${pattern}`),
    maxWorkers: 1,
  },
});
