/**
 * How much of each printer's reports is read: `node test/generator/accuracy.ts --runs 40 --seed 1` prints the table of
 * docs/formats.md. Absent and wrong are counted apart: an absent cell is said to be missing, a wrong one would be believed.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { LAYOUTS, type LayoutName } from './layouts/all.ts';
import { print, variationArbitrary } from './print.ts';
import { accuracyOf, readBack } from './read-back.ts';
import { reportArbitrary } from './report.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '40' }, seed: { type: 'string', default: '1' } },
});

console.log('| printer | cells | read right | absent | wrong |\n| --- | ---: | ---: | ---: | ---: |');
for (const name of Object.keys(LAYOUTS) as LayoutName[]) {
  const cases = fc.sample(fc.tuple(reportArbitrary(), variationArbitrary(name)), {
    numRuns: Number(values.runs),
    seed: Number(values.seed),
  });
  const sum = { right: 0, absent: 0, wrong: 0 };
  for (const [report, variation] of cases) {
    const printed = print(report, name, variation);
    const { right, absent, wrong } = accuracyOf((await readBack(printed)).cells, printed);
    sum.right += right;
    sum.absent += absent;
    sum.wrong += wrong.length;
  }
  const cells = sum.right + sum.absent + sum.wrong;
  const percent = (part: number) => `${((100 * part) / cells).toFixed(1)} %`;
  console.log(`| ${name} | ${cells} | ${percent(sum.right)} | ${percent(sum.absent)} | ${sum.wrong} |`);
}
