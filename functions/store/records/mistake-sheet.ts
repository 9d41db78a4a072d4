/** The mistakes of reports as a workbook (xlsx), one row each: the list taken away, and what a digest carries. */

import type { Severity } from '../../../shared/domain/severity.ts';
import type { Say } from '../../../shared/output/language.ts';
import { MISTAKE_COLUMNS, mistakeRows } from '../../../shared/output/mistake-rows.ts';
import { NAMES } from '../../../shared/output/words/common.ts';
import { firstReportsWords } from '../../../shared/output/words/limits.ts';
import { collect } from '../lists/collect.ts';
import type { Filter } from '../lists/filter.ts';
import { readDecisions, standingFindings } from './decisions.ts';
import { getRecord } from './records.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const AT_ONCE = 10;

interface Limits {
  /** Reports that are read at most; a last row says so where more match. */
  most: number;
  /** Mistakes of these severities only. */
  severities: readonly Severity[];
}

/**
 * @param base public address of the pages, without a slash at its end
 * @returns the file; `rows` counts the mistakes in it
 */
export async function mistakeSheet(
  filter: Filter,
  { most, severities }: Limits,
  base: string,
  say: Say,
): Promise<{ bytes: Uint8Array; rows: number }> {
  const { Workbook } = await import('../../../shared/output/xlsx/workbook.ts');
  const { reports, next } = await collect(filter, null, most);
  const parts: Uint8Array[] = [];
  const book = new Workbook(async (bytes) => {
    parts.push(bytes);
  });
  const heads = MISTAKE_COLUMNS.map(([text]) => say(text));
  const widths = MISTAKE_COLUMNS.map(([, width]) => width);
  await book.sheet(say(NAMES.findingsList), heads, widths);
  let count = 0;
  /** Nothing of a report that goes meanwhile. */
  const rowsOf = async (id: string) => {
    const [record, decisions] = await Promise.all([getRecord(id), readDecisions(id)]);
    if (record === null) return [];
    const standing = standingFindings(record.result.findings, decisions);
    const told = standing.filter(({ severity }) => severities.includes(severity));
    return mistakeRows(record, told, base, say);
  };
  for (let from = 0; from < reports.length; from += AT_ONCE) {
    const some = reports.slice(from, from + AT_ONCE);
    for (const rows of await Promise.all(some.map(({ id }) => rowsOf(id)))) {
      count += rows.length;
      await book.rows(rows);
    }
  }
  if (next !== null) {
    await book.rows([[say(firstReportsWords(most))]]);
  }
  await book.end();
  return { bytes: Buffer.concat(parts), rows: count };
}
