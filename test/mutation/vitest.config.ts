/** The tests of the rules with one file replaced: `MUTANT_FILE` by the content of `MUTANT_CODE`. */
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const { MUTANT_FILE, MUTANT_CODE } = process.env;

export default defineConfig({
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      load: (id) => (id === MUTANT_FILE && MUTANT_CODE ? readFileSync(MUTANT_CODE, 'utf8') : null),
    },
  ],
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/rules/**/*.test.ts'],
    testTimeout: 20_000,
    bail: 1,
  },
});
