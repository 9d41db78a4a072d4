/** For people at a terminal: each finding as a compiler shows a line, the rows of the table with the wrong cells marked. */

import type { Place } from '../document/types.ts';
import { TABLE_LABELS, type Text } from '../domain/labels.ts';
import { countBySeverity } from '../domain/severity.ts';
import type { Status } from '../domain/status.ts';
import { countMistakes, itemsOf, type MistakeItem, rulesOfItem } from '../mistakes/items.ts';
import type { StoredReport } from '../record.ts';
import type { CheckResult, Finding } from '../result.ts';
import { type Excerpt, excerptsOf } from './excerpt.ts';
import type { Say } from './language.ts';
import { overview } from './overview.ts';
import { oneLine, pad, width } from './width.ts';
import {
  countWords,
  moreRowWords,
  moreWords,
  NAMES,
  SEVERITY_WORDS,
  STATUS_WORDS,
  summaryWords,
  yearWords,
  zeroRowWords,
} from './words/common.ts';

const LABEL_COLUMNS = 36;
const QUOTE_COLUMNS = 96;
const MOST_WORDS = 1000;
const GUTTER = 8;
/** Reasons for undecided rules that are told in full; a cut-off table gives one for each sum. */
const REASONS = 6;

/** Every result with its findings, several results in one table after them, and a summary of all in the last line. */
export function text(results: readonly CheckResult[], say: Say): string {
  const statuses: Record<Status, number> = { passed: 0, failed: 0, incomplete: 0, unreadable: 0 };
  for (const { status } of results) statuses[status] += 1;
  const counts = countBySeverity(results.flatMap(itemsOf));
  const summary = `${say(summaryWords(statuses))}${say({ zh: '；', en: '; ' })}${say(countWords(counts))}`;
  const table = overview(results, say);
  return [...results.map((result) => resultText(result, say)), ...(table ? [table] : []), `${summary}\n`].join('\n');
}

function resultText(result: CheckResult, say: Say): string {
  const { source, status, report, undecided } = result;
  const who = report && [report.agency ?? say(NAMES.agencyNotRead), report.year && say(yearWords(report.year))];
  const facts = [
    say(STATUS_WORDS[status]),
    who?.filter(Boolean).join(' '),
    report && say(countWords(countMistakes(result))),
  ];
  const head = `${oneLine(source.name, 200)}: ${oneLine(facts.filter(Boolean).join(' · '), 400)}`;
  const stored = report && { ...report, cells: Object.fromEntries(report.cells) };
  const items = itemsOf(result).map((item) => itemText(item, stored, say));
  const notes = (report?.notes ?? []).map((note) => `  ${say(NAMES.fileNotes)} ${say(note)}`);
  const open = undecidedText(undecided, say);
  const end = notes.length > 0 && open.length === 0 ? [''] : [];
  return [head, ...items, ...notes, ...open, ...end].join('\n');
}

/** What could not be decided, the rules that wait for the same together. */
function undecidedText(undecided: CheckResult['undecided'], say: Say): string[] {
  const reasons = [...Map.groupBy(undecided, ({ reason }) => say(reason))];
  const lines = reasons.slice(0, REASONS).map(([reason, waiting]) => {
    const rules = new Set(waiting.map(({ rule }) => rule));
    return `  ${say(NAMES.undecided)} ${[...rules].join(' ')} ${oneLine(reason, MOST_WORDS)}`;
  });
  const more = reasons.length - lines.length;
  return [...lines, ...(more > 0 ? [`  ${say(moreWords(more))}`] : []), ...(reasons.length > 0 ? [''] : [])];
}

function itemText(item: MistakeItem, report: StoredReport | null, say: Say): string {
  const { severity, message, findings } = item;
  const cells = findings.flatMap((finding) => finding.cells);
  const tables = report ? excerptsOf(item, report) : [];
  const ofCells = new Set(cells.map((address) => placeText(report?.cells[address]?.place ?? null)));
  const quotes = findings.flatMap(({ source }) => source).filter(({ place }) => !ofCells.has(placeText(place)));
  const each = (text: (finding: Finding) => Text | null) => [
    ...new Set(findings.flatMap((finding) => text(finding) ?? []).map((one) => oneLine(say(one), MOST_WORDS))),
  ];
  const rules = rulesOfItem(item);
  const noticed = rules.length > 1 ? [gutter(null, `${say(NAMES.noticedBy)}: ${rules.join(' ')}`, '=')] : [];
  return [
    `  ${say(SEVERITY_WORDS[severity])} ${rules[0]} ${oneLine(say(message), MOST_WORDS)}`,
    ...tables.flatMap((table) => excerptText(table, say)),
    ...quotes.map((quote) => gutter(quote.place, oneLine(quote.text, QUOTE_COLUMNS))),
    ...noticed,
    ...each(({ hint }) => hint).map((hint) => gutter(null, `${say(NAMES.advice)}: ${hint}`, '=')),
    ...each(({ basis }) => basis).map((basis) => gutter(null, `${say(NAMES.basis)}: ${basis}`, '=')),
    '',
  ].join('\n');
}

function excerptText({ table, columns, rows, zeroRows, moreRows }: Excerpt, say: Say): string[] {
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
    ...(moreRows > 0 ? [gutter(null, `(${say(moreRowWords(moreRows))})`)] : []),
  ];
}

/** `[14]` for a cell that is wrong; what was printed, or that nothing was. */
function cellText({ text, role }: Excerpt['rows'][number]['cells'][number], say: Say): string {
  const printed = text === null ? say(NAMES.notRead) : oneLine(text, 24) || say(NAMES.blank);
  return role === 'wrong' ? `[${printed}]` : `${printed} `;
}

function gutter(place: Place | null, line: string, mark = '|'): string {
  return `${pad(placeText(place), GUTTER, 'left')} ${mark} ${line}`.trimEnd();
}

/** `120`, or `p3:12` where the file has pages. */
function placeText(place: Place | null): string {
  if (place === null) return '';
  return place.page === undefined ? `${place.line}` : `p${place.page}:${place.line}`;
}
