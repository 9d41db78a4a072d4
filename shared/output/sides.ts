/** The two numbers of a finding under names that are true to its kind. */
import type { Text } from '../domain/labels.ts';
import type { StoredReport } from '../record.ts';
import type { Finding } from '../result.ts';
import { sentencesOf } from './place.ts';
import { sumOf } from './sum.ts';
import { NAMES } from './words/common.ts';

interface Side {
  name: Text;
  value: string | number | Text;
}

const SIDES = {
  /** Only of arithmetic it can be said what had to stand there. */
  sum: [NAMES.expected, NAMES.reported],
  /** Which of the two is wrong is not presumed. */
  text: [NAMES.inTable, NAMES.inText],
  other: [NAMES.comparedWith, NAMES.thisReport],
} as const satisfies Record<string, readonly [Text, Text]>;

/** Both sides, or none where the finding has only one. */
export function sidesOf(finding: Finding, report: StoredReport | null): Side[] {
  const { expected, actual, cells } = finding;
  if (expected === null || actual === null) return [];
  const isText = cells.length > 0 && sentencesOf(finding, report).length > 0;
  const kind = sumOf(finding) ? 'sum' : isText ? 'text' : 'other';
  // How many parts there are of how many: the message says of what.
  if (kind === 'other' && cells.length === 0 && typeof expected === 'number') return [];
  const [of, is] = SIDES[kind];
  return [
    { name: of, value: expected === '' ? NAMES.nothing : expected },
    { name: is, value: actual === '' ? NAMES.nothing : actual },
  ];
}
