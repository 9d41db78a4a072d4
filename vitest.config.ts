import { defineConfig } from 'vitest/config';

/**
 * Folders whose tests start no engine and change nothing that another test could see (environment, clock, modules): their
 * files share the modules of a worker, which saves a third of their time.
 */
export const PURE = [
  'claims',
  'corpus',
  'docs',
  'document',
  'domain',
  'generator',
  'mistakes',
  'neighbours',
  'output',
  'report',
  'rules',
];

const pure = `test/{${PURE.join()}}/**/*.test.ts`;

export default defineConfig({
  test: {
    // Log lines are for those tests that look at them.
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
    setupFiles: ['test/support/random.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: [pure], isolate: false } },
      { extends: true, test: { name: 'engines', include: ['test/**/*.test.ts'], exclude: [pure] } },
    ],
  },
});
