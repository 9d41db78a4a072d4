/** One row a mistake, for a sheet that people work with: whose, where, what is printed, what to look up, why. */

import type { Text } from '../domain/labels.ts';
import type { ReportRecord } from '../record.ts';
import type { Finding } from '../result.ts';
import type { Say } from './language.ts';
import { mistakeFacts, type Spot } from './mistake-facts.ts';
import { NAMES, SEVERITY_WORDS, STATUS_WORDS } from './words/common.ts';
import type { SheetValue } from './xlsx/workbook.ts';

/** Heads with the widths of their columns in characters. */
export const MISTAKE_COLUMNS: readonly (readonly [Text, number])[] = [
  [NAMES.agency, 28],
  [NAMES.year, 7],
  [NAMES.status, 9],
  [NAMES.severity, 8],
  [NAMES.table, 24],
  [NAMES.place, 36],
  [NAMES.reported, 9],
  [NAMES.lookUp, 9],
  [NAMES.findings, 60],
  [NAMES.advice, 40],
  [NAMES.basis, 30],
  [NAMES.rule, 18],
  [NAMES.file, 30],
  [NAMES.page, 40],
];

/**
 * @param findings those of the record that still stand
 * @param base public address of the pages, without a slash at its end
 */
export function mistakeRows(
  { id, result }: ReportRecord,
  findings: readonly Finding[],
  base: string,
  say: Say,
): SheetValue[][] {
  const { report, status, source } = result;
  const href = `${base}/reports/${encodeURIComponent(id)}`;
  return mistakeFacts(result, findings).map(({ severity, message, table, spots, advice, basis, rules }) => [
    ...[report?.agency ?? null, report?.year ?? null, say(STATUS_WORDS[status]), say(SEVERITY_WORDS[severity])],
    ...[table && say(table), spots.map(({ where }) => say(where)).join(say(NAMES.semicolon)) || null],
    ...[sides(spots, ({ reported }) => reported), sides(spots, ({ expected }) => expected)],
    ...[say(message), advice.map(say).join(' '), basis.map(say).join(' '), rules.join(' '), source.name],
    { text: href, href },
  ]);
}

/** One number as a number, those of several cells in their order. */
function sides(spots: readonly Spot[], side: (spot: Spot) => Spot['reported']): string | number | null {
  const [first, ...more] = spots;
  if (first === undefined) return null;
  return more.length === 0 ? side(first) : spots.map((spot) => side(spot) ?? '—').join('；');
}
