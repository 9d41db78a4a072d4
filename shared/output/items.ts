/** What went wrong in a report, one item a mistake: every face that tells of findings tells these. */
import type { Text } from '../domain/labels.ts';
import type { Severity } from '../domain/severity.ts';
import type { Finding, Mistake } from '../result.ts';

export interface Item extends Omit<Mistake, 'findings'> {
  findings: Finding[];
}

interface Told {
  findings: readonly Finding[];
  /** Results that were stored before there were mistakes have none. */
  mistakes?: readonly Mistake[];
}

/** The mistakes of these findings, in their order; a finding that no mistake names is one of its own. */
export function itemsOf({ findings, mistakes = [] }: Told): Item[] {
  const byFingerprint = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const named = mistakes.flatMap((mistake) => {
    const own = mistake.findings.flatMap((fingerprint) => byFingerprint.get(fingerprint) ?? []);
    for (const { fingerprint } of own) byFingerprint.delete(fingerprint);
    return own.length === 0 ? [] : [{ ...mistake, findings: own }];
  });
  const alone = [...byFingerprint.values()].map(
    (finding): Item => ({ severity: finding.severity, message: finding.message, suspects: [], findings: [finding] }),
  );
  const place = new Map(findings.map(({ fingerprint }, index) => [fingerprint, index]));
  const first = (item: Item) => Math.min(...item.findings.map(({ fingerprint }) => place.get(fingerprint) ?? 0));
  return [...named, ...alone].sort((one, other) => first(one) - first(other));
}

/** How many items of each severity. */
export function countItems(items: readonly Item[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of items) counts[severity] += 1;
  return counts;
}

/** What was printed in a suspect cell and what would make every sum hold; a caution against making numbers fit. */
export function repairWords({ reported, repaired }: Mistake['suspects'][number]): Text {
  return {
    zh: `填报${reported ?? '空白'}，如为${repaired}则全部勾稽关系成立`,
    en: `${reported ?? 'blank'} is printed; with ${repaired} every sum would hold`,
  };
}

export const CAUTION: Text = {
  zh: '请先对照台账核实，勿为凑平而改数。',
  en: 'Look it up in your records first; do not change a number to make the sums fit.',
};
