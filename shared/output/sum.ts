/** The sum behind a finding, spelled out: `14 + 0 ≠ 13 + 0`. */

import { type CellAddress, parseAddress } from '../domain/addresses.ts';
import type { StoredReport } from '../record.ts';
import type { Finding } from '../result.ts';
import { RULES } from '../rules/index.ts';

const SHAPES = new Map(RULES.flatMap(({ id, sum }) => (sum ? [[id, sum] as const] : [])));
/** More terms than this are told without their zeros. */
const SHORT = 6;

export interface Sum {
  left: CellAddress[];
  right: CellAddress[];
}

/** The two sides of a finding's sum, or `null` where the rule is about something else. */
export function sumOf(finding: Pick<Finding, 'rule' | 'cells'>): Sum | null {
  const shape = SHAPES.get(finding.rule);
  if (!shape) return null;
  const isRight = (address: CellAddress) => {
    const { row, column } = parseAddress(address);
    return shape.right.includes(shape.along === 'row' ? column : row);
  };
  const sum = { left: finding.cells.filter((cell) => !isRight(cell)), right: finding.cells.filter(isRight) };
  return sum.left.length > 0 && sum.right.length > 0 ? sum : null;
}

/** What was left out of a spelled sum is counted by the caller's words: `zeros` terms were 0 and are not shown. */
export function spellSum(sum: Sum, report: StoredReport): { text: string; zeros: number } | null {
  const numbers = (side: CellAddress[]) => side.map((address) => report.cells[address]?.value ?? null);
  const [left, right] = [numbers(sum.left), numbers(sum.right)];
  if ([...left, ...right].some((value) => value === null)) return null;
  const shown = left.length > SHORT ? left.filter((value) => value !== 0) : left;
  const terms = shown.length > 0 ? shown : [0];
  return {
    text: `${spell(terms)} ${balances(left, right) ? '=' : '≠'} ${spell(right)}`,
    zeros: left.length - terms.length,
  };
}

function balances(left: readonly (number | null)[], right: readonly (number | null)[]): boolean {
  const add = (side: readonly (number | null)[]) => side.reduce<number>((total, value) => total + (value ?? 0), 0);
  return Math.abs(add(left) - add(right)) < 1e-9;
}

function spell(terms: readonly (number | null)[]): string {
  return terms.map((value) => (value !== null && value < 0 ? `(${value})` : String(value))).join(' + ');
}
