/** For Excel and for researchers: UTF-8 with a byte order mark, CRLF, quoted as RFC 4180 has it. */
import { type CellAddress, cellAddresses, FORM_EDITIONS } from '../domain/addresses.ts';
import type { CheckResult } from '../result.ts';
import { defused } from './defuse.ts';
import type { Say } from './language.ts';

type Field = string | number | null;

/** One row a finding; reports without findings have none. */
export function csv(results: readonly CheckResult[], say: Say): string {
  const head = 'file,agency,year,status,rule,severity,message,hint,basis,cells,expected,actual,lines,fingerprint';
  const rows = results.flatMap(({ source, report, status, findings }) =>
    findings.map((finding): Field[] => [
      ...[source.name, report?.agency ?? null, report?.year ?? null, status, finding.rule, finding.severity],
      ...[say(finding.message), finding.hint && say(finding.hint), finding.basis && say(finding.basis)],
      ...[finding.cells.join(' '), finding.expected, finding.actual],
      ...[finding.source.map(({ line }) => line).join(' '), finding.fingerprint],
    ]),
  );
  return sheet([head.split(','), ...rows]);
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
