/** What is wrong in a report as comments on its own file. */

import { itemsOf } from '../../mistakes/items.ts';
import type { ReportRecord } from '../../record.ts';
import type { Finding } from '../../result.ts';
import type { Say } from '../language.ts';
import { sentencesOf } from '../place.ts';
import { SEVERITY_WORDS } from '../words/common.ts';
import { PAPER_WORDS as WORDS } from '../words/papers.ts';
import { numberedCells } from '../wrong-cells.ts';
import type { Comment } from './commented.ts';

/** @param standing those of the record's findings that still stand */
export function remarksOf({ result }: ReportRecord, standing: readonly Finding[], say: Say): Comment[] {
  const { report } = result;
  return itemsOf({ findings: standing, mistakes: result.mistakes ?? [] }).map((item, i) => {
    const cells = report ? numberedCells(item, report) : [];
    const sentences = item.findings.flatMap((finding) => sentencesOf(finding, report));
    const head = `${i + 1}. ${say(SEVERITY_WORDS[item.severity])}${say(WORDS.colon)}`;
    const each = (word: 'advice' | 'basis', text: (finding: Finding) => Finding['hint']) =>
      [...new Set(item.findings.flatMap((finding) => text(finding) ?? []).map(say))].map(
        (one) => say(WORDS[word]) + one,
      );
    return {
      lines: [
        ...cells.flatMap((address) => report?.cells[address]?.place.line ?? []),
        ...sentences.map(({ line }) => line),
      ],
      text: [head + say(item.message), ...each('advice', ({ hint }) => hint), ...each('basis', ({ basis }) => basis)],
      short: head + say(WORDS.seeOther),
      inserted: say(WORDS.inserted),
    };
  });
}
