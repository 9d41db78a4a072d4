/**
 * Walks a folder of the corpus: it holds files, and `expected.json` says what has to come out of each (`case.ts`).
 * `pending.json` beside it lists the cases that are not yet right: a case that comes right has to leave that list, so
 * that it only shrinks.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Case, judge } from './case.ts';
import { checkApart, checkHere } from './check.ts';

/** Names of the folders, each of which is a set of cases. */
export const SETS = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** One test for each case of these folders. */
export function walk(sets: readonly string[]): void {
  describe.each(sets)('%s', (set) => {
    const folder = join(import.meta.dirname, set);
    const cases: Record<string, Case> = readJson(join(folder, 'expected.json'), {});
    const pending: string[] = readJson(join(folder, 'pending.json'), []);

    test('every file belongs to a case, and every name is that of a file', () => {
      const used = Object.entries(cases).flatMap(([name, { together = [], cells, noneWrong }]) =>
        [name, ...together, cells, noneWrong].filter((item) => typeof item === 'string'),
      );
      const there = readdirSync(folder).filter((name) => !['expected.json', 'pending.json'].includes(name));
      expect(there.sort()).toEqual([...new Set(used)].sort());
      expect(pending.filter((name) => !(name in cases))).toEqual([]);
    });

    for (const [name, expected] of Object.entries(cases)) {
      const run = pending.includes(name) ? test.fails : test;
      run(`${name}${expected.about ? `: ${expected.about}` : ''}`, async () => {
        const files = (expected.together ?? [name]).map((file) => join(folder, file));
        judge(expected, await (expected.hostile ? checkApart(files) : checkHere(files)), folder);
      });
    }
  });
}

function readJson<Value>(file: string, otherwise: Value): Value {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : otherwise;
}
