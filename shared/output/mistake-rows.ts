/** One row a mistake, for a sheet that people work with: whose, where, what is printed, what to look up, why. */

import { parseAddress } from '../domain/addresses.ts';
import { cellLabel, TABLE_LABELS, type Text } from '../domain/labels.ts';
import type { ReportRecord } from '../record.ts';
import type { Finding } from '../result.ts';
import { type Item, itemsOf } from './items.ts';
import type { Say } from './language.ts';
import { placeWords } from './place.ts';
import { SEVERITY_WORDS, STATUS_WORDS } from './words.ts';

/** Heads with the widths of their columns in characters. */
export const MISTAKE_COLUMNS: readonly (readonly [Text, number])[] = [
  [{ zh: '机关', en: 'Agency' }, 28],
  [{ zh: '年度', en: 'Year' }, 7],
  [{ zh: '结论', en: 'Status' }, 9],
  [{ zh: '级别', en: 'Severity' }, 8],
  [{ zh: '表', en: 'Table' }, 24],
  [{ zh: '位置', en: 'Where' }, 36],
  [{ zh: '填报', en: 'Reported' }, 9],
  [{ zh: '应核实为', en: 'Look up' }, 9],
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
export function mistakeRows(record: ReportRecord, findings: readonly Finding[], base: string, say: Say) {
  const { report, mistakes, status, source } = record.result;
  return itemsOf({ findings, mistakes: mistakes ?? [] }).map((item) => [
    ...[report?.agency ?? null, report?.year ?? null, say(STATUS_WORDS[status]), say(SEVERITY_WORDS[item.severity])],
    ...placeOf(item, record, say),
    ...[say(item.message), each(item, ({ hint }) => hint && say(hint)), each(item, ({ basis }) => basis && say(basis))],
    ...[each(item, ({ rule }) => rule), source.name, `${base}/reports/${record.id}`],
  ]);
}

/** Table, place, and both numbers: those of the suspect where there is one. */
function placeOf({ suspects, findings }: Item, { result }: ReportRecord, say: Say): (string | number | null)[] {
  const [suspect] = suspects;
  const [first] = findings;
  const cell = suspect?.cell ?? first?.cells[0];
  const table = cell === undefined ? null : say(TABLE_LABELS[parseAddress(cell).table]);
  if (suspect !== undefined && suspects.length === 1) {
    return [table, say(cellLabel(suspect.cell)), suspect.reported, suspect.repaired];
  }
  const place = first && placeWords(first, result.report);
  return [table, place ? say(place) : null, null, null];
}

function each({ findings }: Item, text: (finding: Finding) => string | null): string {
  return [...new Set(findings.flatMap((finding) => text(finding) ?? []))].join(' ');
}
