/** What the narrative says about cells, as a second witness beside the sums. */
import { readClaims } from '../claims/read.ts';
import type { Claim } from '../claims/types.ts';
import type { CellAddress } from '../domain/addresses.ts';
import type { Report } from '../report/types.ts';
import type { Finding } from '../result.ts';
import { comparable } from '../rules/narrative/compare.ts';
import type { CellNumbers } from './sums.ts';

/** Claims that can be held against the tables: exact, of this agency and year. */
export function witnesses(report: Report): Claim[] {
  return comparable(readClaims(report));
}

/** Money is rounded in texts, and binary numbers only approximate it. */
const ROUNDING = 1e-9;

/** Whether one of the sums of cells that a claim may mean has its number; `null` where cells hold none. */
export function agrees({ value, tolerance, satisfiedBy }: Claim, numbers: CellNumbers): boolean | null {
  const sums = satisfiedBy.map((cells) => sumOf(cells, numbers));
  if (sums.some((sum) => sum !== null && Math.abs(sum - value) <= tolerance + ROUNDING)) return true;
  return sums.includes(null) ? null : false;
}

/** Whether the finding is that this claim differs from the tables. */
export function isAbout(finding: Finding, { sentence, value, satisfiedBy }: Claim): boolean {
  return (
    finding.actual === value &&
    finding.source.some(({ text }) => text === sentence) &&
    satisfiedBy.some((cells) => cells.every((cell) => finding.cells.includes(cell)))
  );
}

/** Whether the finding is about the same number in the same sentence: a list whose total it is, or what it says elsewhere. */
export function isOfNumber(finding: Finding, { sentence, value }: Claim): boolean {
  return (
    finding.cells.length === 0 &&
    (finding.expected === value || finding.actual === value) &&
    finding.source.some(({ text }) => text === sentence)
  );
}

function sumOf(cells: readonly CellAddress[], numbers: CellNumbers): number | null {
  let sum = 0;
  for (const cell of cells) {
    const value = numbers.get(cell);
    if (value === undefined) return null;
    sum += value;
  }
  return sum;
}
