import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Log lines are for those tests that look at them.
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
    setupFiles: ['test/support/random.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
