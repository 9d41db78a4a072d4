/** What is wrong in a report, numbered for its page. */
import type { CellAddress } from '../../domain/addresses.ts';
import { type Item, itemsOf } from '../items.ts';
import { sentencesOf } from '../place.ts';
import type { ReportView, ShownDecision } from './types.ts';

export interface Numbered {
  number: number;
  item: Item;
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
    const dismissals = decided.filter(({ decision }) => decision === 'dismissed');
    const sentences = item.findings.flatMap((finding) => sentencesOf(finding, result.report).map(({ text }) => text));
    return {
      number: i + 1,
      item,
      cells: [...new Set(item.findings.flatMap(({ cells }) => cells))],
      sentences: [...new Set(sentences)],
      decisions: decided,
      dismissed: dismissals.length === item.findings.length,
    };
  });
}
