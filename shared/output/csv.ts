/** For Excel and for researchers: UTF-8 with a byte order mark, CRLF, quoted as RFC 4180 has it. */
import { type CellAddress, cellAddresses, FORM_EDITIONS } from '../domain/addresses.ts';
import type { Text } from '../domain/labels.ts';
import { cellsOfItem, itemsOf, type MistakeItem } from '../mistakes/items.ts';
import type { CheckResult, Finding } from '../result.ts';
import { defused } from './defuse.ts';
import type { Say } from './language.ts';

type Field = string | number | null;

/**
 * One row a mistake; reports without any have none. Where a cell is suspected, `cells`, `actual` and `expected` are the
 * cells, what they say and what would make every sum hold; else they are those of the finding.
 */
export function csv(results: readonly CheckResult[], say: Say): string {
  const head = 'file,agency,year,status,rule,severity,message,hint,basis,cells,expected,actual,lines,fingerprint';
  const rows = results.flatMap((result) => itemsOf(result).map((item) => mistakeRow(result, item, say)));
  return sheet([head.split(','), ...rows]);
}

function mistakeRow({ source, report, status }: CheckResult, item: MistakeItem, say: Say): Field[] {
  const { severity, message, suspects, findings } = item;
  const [first] = findings;
  const each = (fields: (string | number)[]) => [...new Set(fields)].join(' ');
  const words = (text: (finding: Finding) => Text | null) =>
    [...new Set(findings.flatMap((finding) => text(finding) ?? []).map(say))].join(' ') || null;
  return [
    ...[source.name, report?.agency ?? null, report?.year ?? null, status],
    ...[each(findings.map(({ rule }) => rule)), severity, say(message)],
    ...[words(({ hint }) => hint), words(({ basis }) => basis), cellsOfItem(item).join(' ')],
    ...(suspects.length > 0
      ? [suspects.map(({ repaired }) => repaired).join(' '), suspects.map(({ reported }) => reported ?? '-').join(' ')]
      : [first.expected, first.actual]),
    each(findings.flatMap((finding) => finding.source.map(({ line }) => line))),
    findings.map(({ fingerprint }) => fingerprint).join(' '),
  ];
}

/** Every cell of both forms, each once. */
const ALL_CELLS: CellAddress[] = [...new Set(FORM_EDITIONS.flatMap(cellAddresses))];

/**
 * One row a report, one column a cell, for analysis. A cell that was printed without a number is `null`, one that was
 * not read is empty: neither is 0. Files that are no report have no row.
 */
export function cellsCsv(results: readonly CheckResult[]): string {
  const head = ['file', 'agency', 'level', 'regionCode', 'year', 'publishedOn', 'format', 'status', ...ALL_CELLS];
  const rows = results.flatMap(({ source, report, status }): Field[][] => {
    if (!report) return [];
    const { agency, level, regionCode, year, publishedOn, format } = report;
    const cells = ALL_CELLS.map((address) => {
      const value = report.cells.get(address)?.value;
      return value === undefined ? null : (value ?? 'null');
    });
    return [[source.name, agency, level, regionCode, year, publishedOn, format, status, ...cells]];
  });
  return sheet([head, ...rows]);
}

/** Rows as one file. A text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function sheet(rows: readonly (readonly Field[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}

function field(value: Field): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const harmless = defused(value);
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
