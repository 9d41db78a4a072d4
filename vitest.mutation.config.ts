import { defineConfig } from 'vitest/config';
import all from './vitest.config.ts';

/** The tests that may notice a mutant, by folder or file (`test/support/mutation/main.ts`); long random ones are left out. */
const folders = process.env.MUTATION_TESTS ?? 'rules';

/** Projects have files of their own, whatever is included here. */
const { projects: _projects, ...settings } = all.test ?? {};

export default defineConfig({
  test: {
    ...settings,
    include: folders.split(',').map((one) => (one.endsWith('.ts') ? `test/${one}` : `test/${one}/**/*.test.ts`)),
    exclude: [
      'test/document/{sizes,damage}.test.ts',
      'test/generator/roundtrip.test.ts',
      'test/rules/injection.test.ts',
    ],
    maxWorkers: 1,
  },
});
