/** What a report shows to the reports of other years and agencies. */

import type { CellAddress } from '../domain/addresses.ts';
import type { Prose, Report } from '../report/types.ts';
import type { CheckResult } from '../result.ts';
import type { Neighbour } from './types.ts';

/** The result as a neighbour of others; `null` for what has no agency or no year and thus none. */
export function toNeighbour(id: string, { report, status }: CheckResult): Neighbour | null {
  if (report === null || status === 'unreadable' || report.agency === null || report.year === null) return null;
  const { agency, level, regionCode, year, format, publishedOn } = report;
  const cells: Partial<Record<CellAddress, number | null>> = {};
  for (const [address, { value }] of report.cells) cells[address] = value;
  return { id, agency, level, regionCode, year, format, publishedOn, status, cells, text: textOf(report) };
}

/** Prose of each part (and head, preamble, tail), its lines joined by line feeds. */
export function textOf(report: Report): Record<string, string> {
  const text: Record<string, string> = {};
  for (const [where, lines] of Map.groupBy(report.prose, (line: Prose) => line.where)) {
    text[where] = lines.map(({ plain }) => plain).join('\n');
  }
  return text;
}
