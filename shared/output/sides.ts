/** The two numbers of a finding under names that are true to its kind. */
import type { Text } from '../domain/labels.ts';
import type { StoredReport } from '../record.ts';
import type { Finding } from '../result.ts';
import { sentencesOf } from './place.ts';
import { sumOf } from './sum.ts';

interface Side {
  name: Text;
  value: string | number | Text;
}

const NOTHING: Text = { zh: '无', en: 'nothing' };

const NAMES = {
  /** Only of arithmetic it can be said what had to stand there. */
  sum: [
    { zh: '应为', en: 'Expected' },
    { zh: '填报', en: 'Reported' },
  ],
  /** Which of the two is wrong is not presumed. */
  text: [
    { zh: '表格', en: 'Table' },
    { zh: '正文', en: 'Text' },
  ],
  other: [
    { zh: '对照', en: 'Compared with' },
    { zh: '本报告', en: 'This report' },
  ],
} as const satisfies Record<string, readonly [Text, Text]>;

/** Both sides, or none where the finding has only one. */
export function sidesOf(finding: Finding, report: StoredReport | null): Side[] {
  const { expected, actual, cells } = finding;
  if (expected === null || actual === null) return [];
  const isText = cells.length > 0 && sentencesOf(finding, report).length > 0;
  const kind = sumOf(finding) ? 'sum' : isText ? 'text' : 'other';
  // How many parts there are of how many: the message says of what.
  if (kind === 'other' && cells.length === 0 && typeof expected === 'number') return [];
  const [of, is] = NAMES[kind];
  return [
    { name: of, value: expected === '' ? NOTHING : expected },
    { name: is, value: actual === '' ? NOTHING : actual },
  ];
}
