/** What of the form could not be read: a part that was not read is neither missing nor passed. */
import { type CellAddress, cellAddresses, parseAddress, type Table } from '../../domain/addresses.ts';
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
export function isOneLine({ cells }: Report): boolean {
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
}
const ROWS_IN_ONE_LINE = 5;

/** Whether the label of a row stands in its table: then its numbers are there, and were not read. */
export function isNamed(report: Report, table: Table, row: string): boolean {
  return report.tables[table].named?.includes(row) ?? false;
}

/**
 * Rows of table 2 that the agency left out: nothing of them was read, not even a label, while every other row was read
 * whole.
 */
export function omittedRows(report: Report): string[] {
  const { state, notes } = report.tables.proactive;
  if (state !== 'read' || notes.length > 0 || isOneLine(report)) return [];
  const cells = cellsOf(report).filter((cell) => parseAddress(cell).table === 'proactive');
  const rows = Map.groupBy(cells, (cell) => parseAddress(cell).row);
  const absent = [...rows].filter(([, row]) => row.some((cell) => !report.cells.has(cell)));
  const isWhole = absent.every(
    ([name, row]) => row.every((cell) => !report.cells.has(cell)) && !isNamed(report, 'proactive', name),
  );
  return isWhole && absent.length <= MOST_OMITTED ? absent.map(([row]) => row) : [];
}
/** A table with less than that left was cut off, or not understood. */
const MOST_OMITTED = 2;

/** Every cell that the form has and that was not read; rows that the agency left out are its fault, not the reader's. */
export function unreadCells(report: Report): CellAddress[] {
  const omitted = new Set(omittedRows(report));
  return cellsOf(report).filter((cell) => {
    const { table, row } = parseAddress(cell);
    return !report.cells.has(cell) && !(table === 'proactive' && omitted.has(row));
  });
}

function cellsOf(report: Report): CellAddress[] {
  const cells = cellAddresses(report.format);
  return hasSingleOtherRow(report) ? cells.filter((cell) => !SPLIT.test(cell)) : cells;
}
