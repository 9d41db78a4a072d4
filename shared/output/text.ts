/** For people at a terminal: each finding as a compiler shows a line, the rows of the table with the wrong cells marked. */

import type { Place } from '../document/types.ts';
import { TABLE_LABELS } from '../domain/labels.ts';
import { SEVERITIES, type Severity } from '../domain/severity.ts';
import type { Status } from '../domain/status.ts';
import type { CheckResult, Finding } from '../result.ts';

import { type Excerpt, type ExcerptCell, excerpts } from './excerpt.ts';
import type { Say } from './language.ts';
import { overview } from './overview.ts';
import { oneLine, pad, width } from './width.ts';
import {
  countWords,
  moreWords,
  SEVERITY_WORDS,
  STATUS_WORDS,
  summaryWords,
  WORDS,
  yearWords,
  zeroRowWords,
} from './words.ts';

const LABEL_COLUMNS = 36;
const QUOTE_COLUMNS = 96;
const GUTTER = 8;
/** Reasons for undecided rules that are told in full; a cut-off table gives one for each sum. */
const REASONS = 6;

/** Every result with its findings, several results in one table after them, and a summary of all in the last line. */
export function text(results: readonly CheckResult[], say: Say): string {
  const statuses: Record<Status, number> = { passed: 0, failed: 0, incomplete: 0, unreadable: 0 };
  for (const { status } of results) statuses[status] += 1;
  const counts = severityCounts(results.flatMap(({ findings }) => findings));
  const summary = `${say(summaryWords(statuses))}${say({ zh: '；', en: '; ' })}${say(countWords(counts))}`;
  const table = overview(results, say);
  return [...results.map((result) => resultText(result, say)), ...(table ? [table] : []), `${summary}\n`].join('\n');
}

function resultText(result: CheckResult, say: Say): string {
  const { source, status, report, findings, undecided } = result;
  const who = report && [report.agency ?? say(WORDS.unknownAgency), report.year && say(yearWords(report.year))];
  const facts = [
    say(STATUS_WORDS[status]),
    who?.filter(Boolean).join(' '),
    report && say(countWords(severityCounts(findings))),
  ];
  const head = `${oneLine(source.name, 200)}: ${facts.filter(Boolean).join(' · ')}`;
  return [head, ...findings.map((finding) => findingText(result, finding, say)), ...undecidedText(undecided, say)].join(
    '\n',
  );
}

/** What could not be decided, the rules that wait for the same together. */
function undecidedText(undecided: CheckResult['undecided'], say: Say): string[] {
  const reasons = [...Map.groupBy(undecided, ({ reason }) => reason)];
  const lines = reasons.slice(0, REASONS).map(([reason, waiting]) => {
    const rules = new Set(waiting.map(({ rule }) => rule));
    return `  ${say(WORDS.undecided)} ${[...rules].join(' ')} ${say({ zh: reason, en: reason })}`;
  });
  const more = reasons.length - lines.length;
  return [...lines, ...(more > 0 ? [`  ${say(moreWords(more))}`] : []), ...(reasons.length > 0 ? [''] : [])];
}

function findingText({ report }: CheckResult, finding: Finding, say: Say): string {
  const code = finding.code === null ? '' : `/${finding.code}`;
  const tables = report ? excerpts(report, finding) : [];
  const ofCells = new Set(finding.cells.map((address) => placeText(report?.cells.get(address)?.place ?? null)));
  const quotes = finding.source.filter(({ place }) => !ofCells.has(placeText(place)));
  return [
    `  ${say(SEVERITY_WORDS[finding.severity])} ${finding.rule}${code} ${oneLine(say(finding.message), 1000)}`,
    ...tables.flatMap((table) => excerptText(table, say)),
    ...quotes.map((quote) => gutter(quote.place, oneLine(quote.text, QUOTE_COLUMNS))),
    ...(finding.hint ? [gutter(null, `${say(WORDS.hint)}: ${say(finding.hint)}`, '=')] : []),
    ...(finding.basis ? [gutter(null, `${say(WORDS.basis)}: ${say(finding.basis)}`, '=')] : []),
    '',
  ].join('\n');
}

function excerptText({ table, columns, rows, zeroRows }: Excerpt, say: Say): string[] {
  const labels = rows.map(({ label }) => oneLine(say(label), LABEL_COLUMNS));
  const labelColumns = Math.max(0, ...labels.map(width));
  const heads = columns.map((column) => `${say(column)} `);
  const cells = rows.map((row) => row.cells.map((cell) => cellText(cell, say)));
  const widths = heads.map((head, index) => Math.max(width(head), ...cells.map((row) => width(row[index] ?? ''))));
  const line = (label: string, values: string[]) =>
    [pad(label, labelColumns), ...values.map((value, index) => pad(value, widths[index] ?? 0, 'left'))].join('  ');
  return [
    gutter(null, say(TABLE_LABELS[table])),
    gutter(null, line('', heads)),
    ...rows.map(({ place }, index) => gutter(place, line(labels[index] as string, cells[index] as string[]))),
    ...(zeroRows > 0 ? [gutter(null, `(${say(zeroRowWords(zeroRows))})`)] : []),
  ];
}

/** `[14]` for a cell that the finding names; what was printed, or that nothing was. */
function cellText({ text, marked }: ExcerptCell, say: Say): string {
  const printed = text === null ? say(WORDS.notRead) : oneLine(text, 24) || say(WORDS.blank);
  return marked ? `[${printed}]` : `${printed} `;
}

function gutter(place: Place | null, line: string, mark = '|'): string {
  return `${pad(placeText(place), GUTTER, 'left')} ${mark} ${line}`.trimEnd();
}

/** `120`, or `p3:12` where the file has pages. */
function placeText(place: Place | null): string {
  if (place === null) return '';
  return place.page === undefined ? `${place.line}` : `p${place.page}:${place.line}`;
}

function severityCounts(findings: readonly Finding[]): Record<Severity, number> {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return Object.fromEntries(SEVERITIES.map((severity) => [severity, count(severity)])) as Record<Severity, number>;
}
