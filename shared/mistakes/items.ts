/** Mistakes with their findings, as every face lists and counts them. */
import type { CellAddress } from '../domain/addresses.ts';
import { countBySeverity, type Severity } from '../domain/severity.ts';
import type { Finding, Mistake } from '../result.ts';
import { toMistake } from './mistakes.ts';

export interface MistakeItem extends Omit<Mistake, 'findings'> {
  /** Those that noticed it, gravest first. Never empty. */
  findings: [Finding, ...Finding[]];
}

interface Found {
  findings: readonly Finding[];
  /** Results stored before there were any have none. */
  mistakes?: readonly Mistake[];
}

/**
 * The mistakes of a result in its order, each with the findings that noticed it; findings of no mistake (of a result
 * stored before there were any) stand alone behind them. Findings taken out of the result, as those that were dismissed,
 * leave their mistake, which is then as grave as the gravest that is left; a mistake without any is gone.
 */
export function itemsOf({ findings, mistakes = [] }: Found): MistakeItem[] {
  const known = new Set(mistakes.flatMap((mistake) => mistake.findings));
  const grouped = mistakes.flatMap((mistake) => {
    const [first, ...others] = findings.filter(({ fingerprint }) => mistake.findings.includes(fingerprint));
    return first ? [itemOf(mistake, [first, ...others])] : [];
  });
  const alone = findings.filter(({ fingerprint }) => !known.has(fingerprint));
  return [...grouped, ...alone.map((one) => itemOf(toMistake(one), [one]))];
}

/** @param findings gravest first */
function itemOf(mistake: Mistake, findings: MistakeItem['findings']): MistakeItem {
  return { ...mistake, severity: findings[0].severity, findings };
}

/** The cells to look at: those of the suspects where there are any, else those that the findings name. */
export function cellsOfItem({ suspects, findings }: MistakeItem): CellAddress[] {
  const suspected = suspects.map(({ cell }) => cell);
  return [...new Set(suspected.length > 0 ? suspected : findings.flatMap(({ cells }) => cells))];
}

/** `T3.BALANCE T3.RESULT-SUM`: the rules that noticed it, each once. */
export function rulesOfItem({ findings }: MistakeItem): string[] {
  return [...new Set(findings.map(({ rule, code }) => (code === null ? rule : `${rule}/${code}`)))];
}

/** How many mistakes of each severity a result has: the one number that lists, boxes, pages, mails and files tell. */
export const countMistakes = (result: Found): Record<Severity, number> => countBySeverity(itemsOf(result));
