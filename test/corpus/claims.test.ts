/** How many claims a rule may use, and that none of them was matched with a cell that it is not about. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Case } from './case.ts';
import { corpusClaims } from './claims.ts';

/** Of 100 claims of the corpus those in scope; `npm run corpus:judge` prints the others. */
const LEAST = 80;

test('at least 80 of 100 claims are in scope, and none is held against the wrong cell', async () => {
  const { all, outOfScope, differing } = await corpusClaims();
  expect((100 * (all.size - outOfScope.size)) / all.size).toBeGreaterThanOrEqual(LEAST);
  expect(differing.filter((file) => !isMeantToDiffer(file))).toEqual([]);
});

/** The case says that the text and the table of this file contradict each other. */
function isMeantToDiffer(file: string): boolean {
  const [folder = '', name = ''] = file.split('/');
  const cases: Record<string, Case> = JSON.parse(
    readFileSync(join(import.meta.dirname, folder, 'expected.json'), 'utf8'),
  );
  const { mustFind = [], findings = [], narrative = [] } = cases[name] ?? {};
  return [...mustFind, ...findings, ...narrative].some((rule) => rule.includes('NAR.'));
}
