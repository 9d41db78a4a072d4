import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

const script = new URL('sizes.ts', import.meta.url).pathname;
/** The heap that docs/formats.md promises to be enough, in MB. */
const HEAP = 768;

it.each([
  ['PDF, 300 pages, 20 MB', '1 blocks'],
  ['HTML, 5 MB', '1 blocks'],
])('%s is read within the memory bound', (name, outcome) => {
  const args = [`--max-old-space-size=${HEAP}`, script, name];
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toContain(outcome);
});
