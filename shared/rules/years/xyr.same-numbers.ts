import type { CellAddress } from '../../domain/addresses.ts';
import { earlierYear } from '../../neighbours/example.ts';
import type { Report } from '../../report/types.ts';
import { exampleReport } from '../example.ts';
import type { Rule } from '../types.ts';
import { decided, notApplicable, pass, undecided } from '../verdict.ts';
import { withEarlier } from './earlier.ts';

/** Fewer numbers than this are equal by chance, above all in small towns. */
const LEAST = 5;

const all = () => Object.fromEntries(valuesOf(exampleReport().cells));
/** So many numbers of the example, all else 0. */
const few = (count: number) =>
  new Map(
    [...exampleReport().cells].map(([address, cell], index) => [address, { ...cell, value: index < count ? 1 : 0 }]),
  );

/** Two years with the very same numbers in tables 2 and 3: one was probably copied from the other. */
export const rule: Rule = {
  id: 'XYR.SAME-NUMBERS',
  title: { zh: '报表数值与上年度完全相同', en: 'All numbers equal those of the year before' },
  severity: 'warning',
  about: 'cells',
  needs: 'earlier',
  why: { zh: '两年的报表数字全部相同，多为误传上年的表。', en: "All numbers equal: last year's tables were taken." },
  falseAlarm: { zh: '数字很少的小单位（少于一定个数不判）。', en: 'Small offices with few numbers (not judged).' },
  basis: null,
  check: (context) =>
    withEarlier(context, (earlier) => {
      const { report } = context;
      if (report.format !== earlier.format) return notApplicable();
      const now = numbersOf(valuesOf(report.cells));
      const cells = [...report.cells.keys()].filter((address) => now.get(address));
      if (cells.length < LEAST) return pass();
      const before = numbersOf(Object.entries(earlier.cells));
      const both = new Set([...now.keys(), ...before.keys()]);
      const differs = [...both].some(
        (address) => now.has(address) && before.has(address) && now.get(address) !== before.get(address),
      );
      if (differs) return pass();
      if (now.size !== both.size || before.size !== both.size) {
        return undecided({
          zh: `有单元格只在${earlier.year}年度或只在本年度读到数字，无法判断两年数值是否完全相同。`,
          en: `Some cells have a number only for ${earlier.year} or only for this year: whether all are equal is not known.`,
        });
      }
      return decided([
        {
          cells,
          message: {
            zh: `表二、表三的全部数值与${earlier.year}年度报告完全相同（非零数值${cells.length}个）。`,
            en: `All ${cells.length} non-zero numbers of tables 2 and 3 equal those for ${earlier.year}.`,
          },
          hint: {
            zh: '请核对是否误用了上年度的报表。',
            en: "Check whether last year's tables were used by mistake.",
          },
        },
      ]);
    }),
  examples: () => [
    {
      title: 'every number of the year before again',
      neighbours: { earlier: earlierYear({ cells: all() }) },
      outcome: { fails: [{}] },
    },
    {
      title: 'one number differs',
      neighbours: { earlier: earlierYear({ cells: { ...all(), 'proactive.licensing.decisions': 1283 } }) },
      outcome: 'pass',
    },
    {
      title: 'false alarm: a small town with next to nothing but zeros',
      report: { cells: few(4) },
      neighbours: { earlier: earlierYear({ cells: Object.fromEntries(valuesOf(few(4))) }) },
      outcome: 'pass',
    },
    {
      title: 'five numbers are enough',
      report: { cells: few(5) },
      neighbours: { earlier: earlierYear({ cells: Object.fromEntries(valuesOf(few(5))) }) },
      outcome: { fails: [{}] },
    },
  ],
  cases: () => [
    {
      title: 'the form changed, so that table 2 cannot be the same',
      neighbours: { earlier: earlierYear({ format: '2019-60' }) },
      outcome: 'notApplicable',
    },
    {
      title: 'a cell was not read in the year before',
      neighbours: { earlier: earlierYear({ cells: { ...all(), 'requests.received.total': null } }) },
      outcome: 'undecided',
    },
    { title: 'without the earlier report it waits', neighbours: { earlier: null }, outcome: 'undecided' },
    {
      title: 'a cell was not read this year',
      cells: { 'requests.received.total': null },
      neighbours: { earlier: earlierYear({ cells: all() }) },
      outcome: 'undecided',
    },
    {
      title: 'one cell was not read this year, another in the year before',
      cells: { 'requests.received.total': null },
      neighbours: { earlier: earlierYear({ cells: { ...all(), 'requests.total.total': null } }) },
      outcome: 'undecided',
    },
  ],
};

/** The numbers of tables 2 and 3, without cells that hold none. */
function numbersOf(cells: Iterable<readonly [string, number | null]>): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [address, value] of cells) {
    if (value !== null && !address.startsWith('disputes.')) numbers.set(address, value);
  }
  return numbers;
}

function valuesOf(cells: Report['cells']): [CellAddress, number | null][] {
  return [...cells].map(([address, { value }]) => [address, value]);
}
