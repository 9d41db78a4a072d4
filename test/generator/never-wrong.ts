/**
 * No number stands in a cell that the printed report does not have there, and each is printed at the place that its cell
 * names: all printers, all damages, all subsets of cells.
 * `node test/generator/never-wrong.ts --runs 20000 --seed 1` prints what was tried and every number that is wrong.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { readReport } from '../../shared/report/read.ts';
import { inventedNumbers } from '../fuzz/invented.ts';
import { damageArbitrary } from './damage.ts';
import { LAYOUTS, type LayoutName } from './layouts/all.ts';
import { NUMBER_FORMS, type NumberFormName } from './numbers.ts';
import { PLAIN, print, type Variation } from './print.ts';
import { accuracyOf, documentOf } from './read-back.ts';
import { type RandomReport, reportArbitrary } from './report.ts';
import { BROKEN_LABEL_FORMS, LABEL_FORMS } from './words.ts';

export interface Trial {
  report: RandomReport;
  layout: LayoutName;
  variation: Variation;
  damage: { name: string; damage: Parameters<typeof print>[3] };
}

export const trialArbitrary: fc.Arbitrary<Trial> = fc.record({
  report: reportArbitrary(),
  layout: fc.constantFrom(...(Object.keys(LAYOUTS) as LayoutName[])),
  variation: fc
    .record({
      numbers: fc.constantFrom(
        ...(Object.keys(NUMBER_FORMS) as NumberFormName[]),
        'blankForZero' as const,
        'onlyTotals' as const,
      ),
      labels: fc.constantFrom(...Object.keys({ ...LABEL_FORMS, ...BROKEN_LABEL_FORMS }), 'official'),
    })
    .map((chosen) => ({ ...PLAIN, ...chosen })),
  damage: damageArbitrary,
});

export interface Outcome {
  right: number;
  absent: number;
  wrong: string[];
  /** Refused as no report at all. */
  refused: boolean;
}

export async function tryOnce({ report, layout, variation, damage }: Trial): Promise<Outcome> {
  const printed = print(report, layout, variation, damage.damage);
  try {
    const document = await documentOf(printed);
    const report = await readReport(document);
    const accuracy = accuracyOf(report.cells, printed);
    return { ...accuracy, wrong: [...accuracy.wrong, ...inventedNumbers(document, report)], refused: false };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { right: 0, absent: printed.printed.size, wrong: [], refused: true };
  }
}

export const describeTrial = ({ report, layout, variation, damage }: Trial) =>
  `${layout}; ${variation.numbers}; ${variation.labels}; ${damage.name}; ${report.format} ${report.agency}`;

if (import.meta.main) {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
  });
  const counts = { tried: 0, refused: 0, right: 0, absent: 0, wrong: 0 };
  for (const trial of fc.sample(trialArbitrary, { numRuns: Number(values.runs), seed: Number(values.seed) })) {
    const outcome = await tryOnce(trial);
    counts.tried += 1;
    counts.refused += outcome.refused ? 1 : 0;
    counts.right += outcome.right;
    counts.absent += outcome.absent;
    counts.wrong += outcome.wrong.length;
    if (outcome.wrong.length > 0) console.log(describeTrial(trial), outcome.wrong.slice(0, 3).join('; '));
  }
  console.log(JSON.stringify({ seed: Number(values.seed), ...counts }));
  process.exitCode = counts.wrong > 0 ? 1 : 0;
}
