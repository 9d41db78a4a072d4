/** What went wrong in a report as pages and mails list it: the mistakes of `shared/mistakes`, flat. */
import type { Text } from '../domain/labels.ts';
import type { Severity } from '../domain/severity.ts';
import { itemsOf as grouped } from '../mistakes/items.ts';
import type { Finding, Mistake } from '../result.ts';

export interface Item extends Omit<Mistake, 'findings'> {
  findings: Finding[];
}

/** @param told results that were stored before there were mistakes have none */
export function itemsOf({
  findings,
  mistakes = [],
}: {
  findings: readonly Finding[];
  mistakes?: readonly Mistake[];
}): Item[] {
  return grouped({ findings: [...findings], mistakes: [...mistakes] }).map(({ mistake, findings: own }) => ({
    ...mistake,
    findings: own,
  }));
}

/** How many items of each severity. */
export function countItems(items: readonly Item[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of items) counts[severity] += 1;
  return counts;
}

/** What was printed in a suspect cell and what to look up; why is told by the message of the mistake. */
export function repairWords({ reported, repaired }: Mistake['suspects'][number]): Text {
  return {
    zh: `填报${reported ?? '空白'}，请核实是否为${repaired}`,
    en: `${reported ?? 'blank'} is printed; look up whether it is ${repaired}`,
  };
}
