/** Adds up the results of the runs: `count.mjs STATUS ALONE.json BESIDE.json`; a file is missing where its run did not start. */
import { existsSync, readFileSync } from 'node:fs';

const [status, alone, beside] = process.argv.slice(2);
const REAL = 'test/corpus/real.test.ts';

function testsOf(file) {
  if (!existsSync(file)) return [];
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  return testResults.flatMap(({ name, status: outcome, assertionResults }) =>
    // A file that fails before its first test has no tests to count.
    assertionResults.length === 0 && outcome === 'failed'
      ? [{ name, title: name, status: 'failed' }]
      : assertionResults.map(({ fullName, status: result }) => ({ name, title: fullName, status: result })),
  );
}

const first = testsOf(alone);
const second = testsOf(beside);
const all = [...first, ...second];
const isSkipped = (test) => test.status !== 'passed' && test.status !== 'failed';
const real = first.filter((test) => isSkipped(test) && test.name.endsWith(REAL));
const wrongly = all.filter((test) => isSkipped(test) && !real.includes(test));
const passed = all.filter((test) => test.status === 'passed').length;
for (const { title } of wrongly) console.log(`skipped, which no test may be: ${title}`);
console.log(
  `In an empty folder ${first.length - real.length} tests, without ${real.length} of the real reports; ${second.length} beside ../shared.`,
);
let failed = all.filter((test) => test.status === 'failed').length + wrongly.length;
// Types, format or lint stopped a run before its first test.
if (failed === 0 && (status !== '0' || first.length === 0)) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
