/** Claims held against cells: the common part of the rules on narrative and tables. */

import type { Claim, ClaimKind } from '../../claims/types.ts';
import { type CellAddress, parseAddress, type RequestRow, requestRow } from '../../domain/addresses.ts';
import type { Text } from '../../domain/labels.ts';
import type { Neighbours } from '../../neighbours/types.ts';
import type { Report } from '../../report/types.ts';
import type { Context, Fault, Verdict } from '../types.ts';
import { addCells, decided, notApplicable, whyUndecided } from '../verdict.ts';
import { claimText, sumText } from './words.ts';

/** Cells that a claim may mean, and what they add up to. */
interface Sum {
  cells: CellAddress[];
  sum: number;
}

type Comparison =
  | { outcome: 'agrees' }
  | { outcome: 'differs'; sums: readonly [Sum, ...Sum[]] }
  | { outcome: 'undecided'; reason: Text };

/** A claim about cells agrees with any one of its sums; it differs only where every sum is known and none is equal. */
export function compare(report: Report, { value, tolerance, satisfiedBy }: Claim): Comparison {
  const sums: Sum[] = [];
  let unknown: CellAddress[] | null = null;
  for (const cells of satisfiedBy) {
    const sum = addCells(
      report,
      cells.flatMap((cell) => withApplicants(report, cell)),
    );
    if (sum === null) {
      unknown ??= cells;
      continue;
    }
    // Stryker disable next-line EqualityOperator,ObjectLiteral,StringLiteral: no sum is that near, and callers look for the two other outcomes
    if (Math.abs(sum - value) <= tolerance + ROUNDING) return { outcome: 'agrees' };
    if (!sums.some((other) => other.sum === sum)) sums.push({ cells, sum });
  }
  if (unknown) return { outcome: 'undecided', reason: whyUndecided(report, unknown) };
  return { outcome: 'differs', sums: sums as [Sum, ...Sum[]] };
}
/** The total of a row of table 3 that is printed blank, a habit of 2019, is that of its six applicants. */
function withApplicants(report: Report, cell: CellAddress): CellAddress[] {
  const { table, row } = parseAddress(cell);
  // Where an applicant is not known either, the sum is not known.
  return table === 'requests' && report.cells.get(cell)?.value === null
    ? [...requestRow(row as RequestRow).slice(0, -1)]
    : [cell];
}

/** Amounts of money are decimal fractions, which binary numbers only approximate. */
const ROUNDING = 1e-9;

/** Claims that may be held against the tables: exact, of this agency as a whole and its year, with cells in this form; of all kinds unless told. */
export function comparable(claims: readonly Claim[], kinds?: readonly ClaimKind[]): Claim[] {
  return claims.filter(
    ({ kind, exact, scoped, satisfiedBy }) =>
      (kinds === undefined || kinds.includes(kind)) && exact && scoped && satisfiedBy.length > 0,
  );
}

/** Every claim of these kinds that no cell bears out, one fault each; not applicable where the text claims nothing. */
export function contradictions(
  { report, claims, neighbours }: Context,
  kinds: readonly ClaimKind[],
  only: (claim: Claim) => boolean = () => true,
): Verdict {
  const relevant = comparable(claims, kinds).filter(only);
  if (relevant.length === 0) return notApplicable();
  const faults: Fault[] = [];
  const undecided: Text[] = [];
  for (const claim of relevant) {
    const result = compare(report, claim);
    if (result.outcome === 'undecided') undecided.push(result.reason);
    if (result.outcome === 'differs')
      faults.push({ ...toFault(report, claim, result.sums), ...leftOver(claim, neighbours.earlier) });
  }
  return decided(faults, undecided);
}

/** The cause where the number is that of last year's table: the sentence was left standing. */
function leftOver({ value, satisfiedBy }: Claim, earlier: Neighbours['earlier']): Pick<Fault, 'hint'> {
  if (!earlier || value < SMALLEST_TELLING) return {};
  const sums = satisfiedBy.map((cells) => cells.reduce((sum, cell) => sum + (earlier.cells[cell] ?? Number.NaN), 0));
  if (!sums.includes(value)) return {};
  return {
    hint: {
      zh: `与${earlier.year}年度报告的数字相同，可能沿用了上年的文稿，请按本年度数据改写。`,
      en: `It is the number of the report for ${earlier.year}: the sentence may have been left standing.`,
    },
  };
}
/** Smaller numbers are the same in two years by chance. */
const SMALLEST_TELLING = 3;

function toFault(report: Report, claim: Claim, sums: readonly [Sum, ...Sum[]]): Fault {
  const said = claimText(claim);
  const printed = sums.map(({ cells, sum }) => sumText(report, cells, sum));
  return {
    message: {
      zh: `正文称${said.zh}，表中${printed.map(({ zh }) => zh).join('；')}，两处不一致，请对照台账核实后改正。`,
      en: `The text says ${said.en}, but ${printed.map(({ en }) => en).join('; ')}: look it up in the records and correct one of them.`,
    },
    cells: [...new Set(sums.flatMap(({ cells }) => cells))],
    expected: sums[0].sum,
    actual: claim.value,
    evidence: [evidenceOfClaim(claim)],
  };
}

export function evidenceOfClaim({ place, sentence }: Claim): { place: Claim['place']; text: string } {
  return { place, text: sentence };
}
