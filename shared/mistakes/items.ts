/** Mistakes with their findings, as every face lists them. */
import type { CellAddress } from '../domain/addresses.ts';
import type { CheckResult, Finding, Mistake } from '../result.ts';
import { toMistake } from './mistakes.ts';

export interface MistakeItem {
  mistake: Mistake;
  /** Those that noticed it, gravest first. Never empty. */
  findings: [Finding, ...Finding[]];
}

/**
 * The mistakes of a result in its order, each with the findings that noticed it; findings of no mistake (of a result
 * stored before there were any) stand alone behind them. Findings taken out of the result, as those that were dismissed,
 * leave their mistake; a mistake without any is gone.
 */
export function itemsOf({ findings, mistakes }: Pick<CheckResult, 'findings' | 'mistakes'>): MistakeItem[] {
  const known = new Set(mistakes.flatMap((mistake) => mistake.findings));
  const grouped = mistakes.flatMap((mistake) => {
    const [first, ...others] = findings.filter(({ fingerprint }) => mistake.findings.includes(fingerprint));
    if (!first) return [];
    const present: MistakeItem['findings'] = [first, ...others];
    return [{ mistake: { ...mistake, findings: present.map(({ fingerprint }) => fingerprint) }, findings: present }];
  });
  const alone = findings.filter(({ fingerprint }) => !known.has(fingerprint));
  return [...grouped, ...alone.map((one): MistakeItem => ({ mistake: toMistake(one), findings: [one] }))];
}

/** The cells to look at: those of the suspects where there are any, else those that the findings name. */
export function cellsOfItem({ mistake, findings }: MistakeItem): CellAddress[] {
  const suspects = mistake.suspects.map(({ cell }) => cell);
  return [...new Set(suspects.length > 0 ? suspects : findings.flatMap(({ cells }) => cells))];
}

/** `T3.BALANCE T3.RESULT-SUM`: the rules that noticed it, each once. */
export function rulesOfItem({ findings }: MistakeItem): string[] {
  return [...new Set(findings.map(({ rule, code }) => (code === null ? rule : `${rule}/${code}`)))];
}

/** How many mistakes of each severity. */
export function countMistakes(result: Pick<CheckResult, 'findings' | 'mistakes'>): Record<Mistake['severity'], number> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { mistake } of itemsOf(result)) counts[mistake.severity] += 1;
  return counts;
}
