import { defineConfig } from 'vitest/config';
import all, { PURE } from './vitest.config.ts';

const { projects: _projects, ...settings } = all.test ?? {};

/** Of the pure tests those that make hundreds of reports or run processes of their own; the rest tells in a minute. */
const LONG = [
  'document/{sizes,damage,made}',
  'generator/{clean,never-wrong,roundtrip}',
  'mistakes/mistakes',
  'output/hostile',
  'rules/injection',
  'docs/data',
];

/** What tells soonest whether a change to reading, claims, rules or faces is right. */
export default defineConfig({
  test: {
    ...settings,
    isolate: false,
    include: [`test/{${PURE.join()}}/**/*.test.ts`],
    exclude: LONG.map((name) => `test/${name}.test.ts`),
  },
});
