/** One row a mistake, for a sheet that people work with: whose, where, what is printed, what to look up, why. */

import type { Text } from '../domain/labels.ts';
import type { ReportRecord } from '../record.ts';
import type { Finding } from '../result.ts';
import type { Say } from './language.ts';
import { mistakeFacts, type Spot } from './mistake-facts.ts';
import { SEVERITY_WORDS, STATUS_WORDS } from './words/common.ts';
import type { SheetValue } from './xlsx/workbook.ts';

/** Heads with the widths of their columns in characters. */
export const MISTAKE_COLUMNS: readonly (readonly [Text, number])[] = [
  [{ zh: '机关', en: 'Agency' }, 28],
  [{ zh: '年度', en: 'Year' }, 7],
  [{ zh: '结论', en: 'Status' }, 9],
  [{ zh: '级别', en: 'Severity' }, 8],
  [{ zh: '表', en: 'Table' }, 24],
  [{ zh: '位置', en: 'Where' }, 36],
  [{ zh: '填报', en: 'Reported' }, 9],
  [{ zh: '请核实是否为', en: 'Look up' }, 9],
  [{ zh: '问题', en: 'What is wrong' }, 60],
  [{ zh: '处理建议', en: 'Advice' }, 40],
  [{ zh: '依据', en: 'Basis' }, 30],
  [{ zh: '规则', en: 'Rules' }, 18],
  [{ zh: '文件', en: 'File' }, 30],
  [{ zh: '报告页面', en: 'Page' }, 40],
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
    ...[table && say(table), spots.map(({ where }) => say(where)).join(say(SEMICOLON)) || null],
    ...[sides(spots, ({ reported }) => reported), sides(spots, ({ expected }) => expected)],
    ...[say(message), advice.map(say).join(' '), basis.map(say).join(' '), rules.join(' '), source.name],
    { text: href, href },
  ]);
}

const SEMICOLON: Text = { zh: '；', en: '; ' };

/** One number as a number, those of several cells in their order. */
function sides(spots: readonly Spot[], side: (spot: Spot) => Spot['reported']): string | number | null {
  const [first, ...more] = spots;
  if (first === undefined) return null;
  return more.length === 0 ? side(first) : spots.map((spot) => side(spot) ?? '—').join('；');
}
