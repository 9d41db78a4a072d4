/** Several results in one table, a line each: what a supervisor looks at first. */
import { FORMATS } from '../document/formats.ts';
import type { Text } from '../domain/labels.ts';
import { countMistakes } from '../mistakes/items.ts';
import type { CheckResult } from '../result.ts';
import type { Say } from './language.ts';
import { oneLine, pad, width } from './width.ts';
import { NAMES, SEVERITY_WORDS, STATUS_WORDS } from './words/common.ts';

const { file, kind, agency, year, status, cellsRead } = NAMES;
const HEADS: readonly Text[] = [
  file,
  kind,
  agency,
  year,
  status,
  cellsRead,
  { zh: SEVERITY_WORDS.error.zh, en: 'Errors' },
];
const LONGEST = 48;
const KINDS = new Map<string, string>(FORMATS.map(({ kind, mediaType }) => [mediaType, kind]));

/** The table, its columns lined up; nothing for a single result. */
export function overview(results: readonly CheckResult[], say: Say): string {
  if (results.length < 2) return '';
  const rows = [HEADS.map(say), ...results.map((result) => row(result, say))];
  const columns = HEADS.map((_, index) => Math.max(...rows.map((cells) => width(cells[index] as string))));
  const lines = rows.map((cells) => cells.map((cell, index) => pad(cell, columns[index] as number)).join('  '));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function row(result: CheckResult, say: Say): string[] {
  const { source, report, status } = result;
  return [
    oneLine(fileName(source.name), LONGEST),
    KINDS.get(source.mediaType) ?? 'unknown',
    oneLine(report?.agency ?? '—', LONGEST),
    String(report?.year ?? '—'),
    say(STATUS_WORDS[status]),
    String(report?.cells.size ?? '—'),
    String(countMistakes(result).error),
  ];
}

/** Without its folders; the entry of a ZIP keeps the name of its ZIP. */
function fileName(path: string): string {
  const [file = '', ...entry] = path.split('!/');
  return [file.slice(file.lastIndexOf('/') + 1), ...entry].join('!/');
}
