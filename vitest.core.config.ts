import { defineConfig } from 'vitest/config';
import all from './vitest.config.ts';

/**
 * What tells soonest whether a change to reading, claims, rules or faces is right: no engine, no browser, no process of its
 * own but for hostile files, and none of the tests that make hundreds of reports.
 */
const FOLDERS = [
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
const LONG = [
  'document/{sizes,damage,made}',
  'generator/{clean,never-wrong,roundtrip}',
  'mistakes/mistakes',
  'output/hostile',
  'rules/injection',
  'docs/data',
];

export default defineConfig({
  test: {
    ...all.test,
    include: [`test/{${FOLDERS.join()}}/**/*.test.ts`],
    exclude: LONG.map((name) => `test/${name}.test.ts`),
  },
});
