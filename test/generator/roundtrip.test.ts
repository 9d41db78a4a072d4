/** Whatever the printers write, the reader reads back to the last cell; what cannot be read is absent and never wrong. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../shared/document/read.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { readReport } from '../../shared/report/read.ts';
import type { Report } from '../../shared/report/types.ts';
import { runs } from '../support/random.ts';
import { LAYOUTS, type LayoutName } from './layouts/all.ts';
import { PLAIN, type PrintedReport, print, type Variation, variationArbitrary } from './print.ts';
import { type RandomReport, reportArbitrary } from './report.ts';

/** Random reports a layout, once in plain spelling and once in any other. */
const RUNS = runs(12);
const names = Object.keys(LAYOUTS) as LayoutName[];

describe.each(names)('%s', (name) => {
  test('in plain spelling', () => roundTrip(fc.tuple(reportArbitrary(), fc.constant(PLAIN)), name));
  test('in any spelling', () => roundTrip(fc.tuple(reportArbitrary(), variationArbitrary(name)), name));
});

function roundTrip(cases: fc.Arbitrary<[RandomReport, Variation]>, name: LayoutName): Promise<void> {
  const named = cases.map(([report, variation]) => ({
    report,
    variation,
    [fc.toStringMethod]: () => `${report.agency} ${report.year} ${report.format} ${JSON.stringify(variation)}`,
  }));
  const property = fc.asyncProperty(named, async ({ report, variation }) => {
    const printed = print(report, name, variation);
    const read = await readBack(printed);
    expect(differences(read, printed)).toEqual([]);
    expect(read).toMatchObject({
      agency: report.agency,
      year: report.year,
      publishedOn: printed.publishedOn,
      signedOn: printed.signedOn,
      period: { from: `${report.year}-01-01`, to: `${report.year}-12-31` },
    });
  });
  return fc.assert(property, { numRuns: RUNS, endOnFailure: true });
}

async function readBack({ bytes, name }: PrintedReport): Promise<Report> {
  const [file] = await readDocuments({ bytes, name });
  if (file === undefined) throw new Error('No document was read');
  if (file.document instanceof UnreadableError) throw file.document;
  return readReport(file.document);
}

/** Cells that were read otherwise than printed: `address: expected ≠ read`. */
function differences(read: Report, { expected, reading }: PrintedReport): string[] {
  const show = (value: number | null | undefined) => (value === undefined ? 'absent' : String(value));
  const addresses = new Set([...expected.keys(), ...read.cells.keys()]);
  return [...addresses].flatMap((address) => {
    const cell = read.cells.get(address);
    if (reading === 'never wrong' && cell === undefined) return [];
    return cell?.value === expected.get(address) && (cell !== undefined) === expected.has(address)
      ? []
      : [`${address}: ${show(expected.get(address))} ≠ ${show(cell?.value)}`];
  });
}
