/** What is wrong in a report as comments on its own file. */

import { itemsOf, type MistakeItem } from '../../mistakes/items.ts';
import type { ReportRecord } from '../../record.ts';
import type { Finding } from '../../result.ts';
import type { Say } from '../language.ts';
import { sentencesOf } from '../place.ts';
import { SEVERITY_WORDS } from '../words.ts';
import type { Comment } from './commented.ts';
import { PAPER_WORDS as WORDS } from './paper-words.ts';

/** Of a finding over more cells only the last, which holds the sum, is commented on. */
const MOST_CELLS = 4;

/** @param standing those of the record's findings that still stand */
export function remarksOf({ result }: ReportRecord, standing: readonly Finding[], say: Say): Comment[] {
  const { report } = result;
  return itemsOf({ findings: standing, mistakes: result.mistakes ?? [] }).map((item, i) => {
    const cells = cellsOf(item);
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
    };
  });
}

function cellsOf({ suspects, findings }: MistakeItem) {
  if (suspects.length > 0) return suspects.map(({ cell }) => cell);
  const cells = [...new Set(findings.flatMap((finding) => finding.cells))];
  return cells.length <= MOST_CELLS ? cells : cells.slice(-1);
}
