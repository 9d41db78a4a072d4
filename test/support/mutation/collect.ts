/** What tests that start no engine use of Vitest, for `runner.ts`: tests are kept here when they are defined, to be run later. */
import { format } from 'node:util';
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

export interface Collected {
  /** Its names, and its number. */
  id: string;
  run: () => unknown;
}
export const collected: Collected[] = [];

const outer: string[] = [];

export const expect = chai.expect;
export const it = withEach((name, run) => test(name, run));
export const test = withEach((name, run) => {
  collected.push({ id: [...outer, name, collected.length].join(' > '), run });
});
export const describe = withEach((name, define) => {
  outer.push(name);
  define();
  outer.pop();
});

type Define = (name: string, run: () => unknown) => void;

function withEach(define: Define) {
  const each =
    <Row>(rows: readonly Row[]) =>
    (name: string, run: (...row: unknown[]) => unknown) => {
      for (const row of rows) {
        const args = Array.isArray(row) ? row : [row];
        define(format(name, ...args), () => run(...args));
      }
    };
  // What is not right yet judges nothing.
  return Object.assign(define, { each, fails: () => {} });
}
