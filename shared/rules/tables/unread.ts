/** What of the form could not be read: a part that was not read is neither missing nor passed. */
import {
  type CellAddress,
  cellAddresses,
  parseAddress,
  proactiveAddresses,
  type Table,
} from '../../domain/addresses.ts';
import { rememberedFor } from '../../remembered.ts';
import type { Report } from '../../report/types.ts';
import { hasSingleOtherRow } from '../requests/rows.ts';

/** Labels that follow each other without a number in a line only where the cells of a table were run into it. */
const RUN_TOGETHER: Record<Table, RegExp> = {
  proactive: /信息内容本年(?:制发|新制作|处理决定|收费)|本年制发件数本年废止件数|上一年项目数量本年增/,
  requests: /自然人法人或其他组织|商业企业科研机构|本年度办理结果\(一\)予以公开|不予公开1[.、]?属于国家秘密/,
  disputes: /结果维持结果纠正|其他结果尚未审结|未经复议直接起诉复议后起诉/,
};
/** Rows that (六)其他处理 has only where it is printed as three. */
const SPLIT = /^requests\.other\.(?:notCorrected|feeUnpaid)\./;

/** The table is printed, but its cells were run into lines of text. */
export function isRunIntoText(report: Report, table: Table): boolean {
  return isOneLine(report) || report.prose.some(({ plain }) => RUN_TOGETHER[table].test(plain.replace(/\s/g, '')));
}

/** The rows of table 3 stand in one and the same line: the page was saved without its line ends. */
export const isOneLine: (report: Report) => boolean = rememberedFor(({ cells }) => {
  const rows = new Map<string, Set<string>>();
  for (const [address, { place }] of cells) {
    const { table, row } = parseAddress(address);
    if (table !== 'requests') continue;
    const spot = `${place.page ?? ''}:${place.line}:${place.column ?? ''}`;
    const known = rows.get(spot);
    if (known) known.add(row);
    else rows.set(spot, new Set([row]));
  }
  return [...rows.values()].some(({ size }) => size >= ROWS_IN_ONE_LINE);
});
const ROWS_IN_ONE_LINE = 5;

/** Whether the label of a row stands in its table: then its numbers are there, and were not read. */
export function isNamed(report: Report, table: Table, row: string): boolean {
  return report.tables[table].named?.includes(row) ?? false;
}

/**
 * Rows of table 2 that the agency left out: nothing of them was read, not even a label, while every other row was read
 * whole.
 */
export const omittedRows: (report: Report) => readonly string[] = rememberedFor((report) => {
  const { state, notes } = report.tables.proactive;
  if (state !== 'read' || notes.length > 0) return [];
  const lacking = new Set(
    proactiveAddresses(report.format)
      .filter((cell) => !report.cells.has(cell))
      .map((cell) => parseAddress(cell).row),
  );
  if (lacking.size === 0 || lacking.size > MOST_OMITTED || isOneLine(report)) return [];
  const cells = proactiveAddresses(report.format).filter((cell) => lacking.has(parseAddress(cell).row));
  const isWhole =
    cells.every((cell) => !report.cells.has(cell)) && [...lacking].every((row) => !isNamed(report, 'proactive', row));
  return isWhole ? [...lacking] : [];
});
/** A table with less than that left was cut off, or not understood. */
const MOST_OMITTED = 2;

/** Every cell that the form has and that was not read; rows that the agency left out are its fault, not the reader's. */
export const unreadCells: (report: Report) => readonly CellAddress[] = rememberedFor((report) => {
  const unread = cellAddresses(report.format).filter((cell) => !report.cells.has(cell));
  if (unread.length === 0) return unread;
  const omitted = omittedRows(report);
  const isSingle = hasSingleOtherRow(report);
  return unread.filter((cell) => {
    const { table, row } = parseAddress(cell);
    return !(table === 'proactive' && omitted.includes(row)) && !(isSingle && SPLIT.test(cell));
  });
});
