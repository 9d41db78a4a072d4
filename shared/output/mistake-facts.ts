/** A mistake as papers for people tell it: where, what is printed, what to look up, why. */

import { parseAddress } from '../domain/addresses.ts';
import { cellLabel, TABLE_LABELS, type Text } from '../domain/labels.ts';
import type { Severity } from '../domain/severity.ts';
import { itemsOf, type MistakeItem } from '../mistakes/items.ts';
import type { StoredResult } from '../record.ts';
import type { Finding } from '../result.ts';
import { placeWords } from './place.ts';
import { sumOf } from './sum.ts';

/** One place of a mistake; numbers are `null` where two sides differ and neither is known to be the wrong one. */
export interface Spot {
  where: Text;
  reported: number | string | null;
  expected: number | string | null;
}

export interface MistakeFacts {
  severity: Severity;
  message: Text;
  table: Text | null;
  /** The suspect cells, else where the finding is; none where it is about the report as a whole. */
  spots: Spot[];
  advice: Text[];
  basis: Text[];
  rules: string[];
}

/** @param findings those of the result that still stand */
export function mistakeFacts(result: StoredResult, findings: readonly Finding[]): MistakeFacts[] {
  return itemsOf({ findings, mistakes: result.mistakes ?? [] }).map((item) => {
    const cell = item.suspects[0]?.cell ?? item.findings[0]?.cells[0];
    return {
      severity: item.severity,
      message: item.message,
      table: cell === undefined ? null : TABLE_LABELS[parseAddress(cell).table],
      spots: spotsOf(item, result),
      advice: each(item, ({ hint }) => hint),
      basis: each(item, ({ basis }) => basis),
      rules: [...new Set(item.findings.map(({ rule }) => rule))],
    };
  });
}

function spotsOf({ suspects, findings }: MistakeItem, { report }: StoredResult): Spot[] {
  if (suspects.length > 0) {
    return suspects.map(({ cell, reported, repaired }) => ({
      ...{ where: cellLabel(cell), reported: reported ?? null, expected: repaired },
    }));
  }
  const [first] = findings;
  const where = first && placeWords(first, report);
  if (!where) return [];
  const isSum = sumOf(first) !== null;
  return [{ where, reported: isSum ? first.actual : null, expected: isSum ? first.expected : null }];
}

/** Each text once, whichever finding says it. */
function each({ findings }: MistakeItem, text: (finding: Finding) => Text | null): Text[] {
  const texts = findings.flatMap((finding) => text(finding) ?? []);
  return texts.filter(({ zh }, i) => texts.findIndex((other) => other.zh === zh) === i);
}
