/** What is wrong in a report, numbered for its page. */
import type { CellAddress } from '../../domain/addresses.ts';
import { itemsOf, type MistakeItem } from '../../mistakes/items.ts';
import { sentencesOf } from '../place.ts';
import type { ReportView, ShownDecision } from './types.ts';

export interface Numbered {
  number: number;
  /** As grave as the gravest of its findings that stands. */
  item: MistakeItem;
  /** Of all its findings, each once. */
  cells: CellAddress[];
  /** Sentences of the text that are evidence. */
  sentences: string[];
  /** What reviewers decided about its findings, in their order. */
  decisions: ShownDecision[];
  /** A reviewer dismissed every one of its findings. */
  dismissed: boolean;
}

/** In the order of the mistakes, gravest first. */
export function numbered({ record: { result }, decisions }: ReportView): Numbered[] {
  return itemsOf(result).map((item, i) => {
    const decided = item.findings.flatMap(({ fingerprint }) => decisions.get(fingerprint) ?? []);
    const standing = item.findings.filter(({ fingerprint }) => decisions.get(fingerprint)?.decision !== 'dismissed');
    const [gravest = item] = standing;
    const sentences = item.findings.flatMap((finding) => sentencesOf(finding, result.report).map(({ text }) => text));
    return {
      number: i + 1,
      item: { ...item, severity: gravest.severity },
      cells: [...new Set(item.findings.flatMap(({ cells }) => cells))],
      sentences: [...new Set(sentences)],
      decisions: decided,
      dismissed: standing.length === 0,
    };
  });
}
