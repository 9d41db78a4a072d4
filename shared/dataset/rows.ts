/** One checked report → its rows in each table. Pure. */
import { cellAddresses } from '../domain/addresses.ts';
import { REGION_CODES_YEAR } from '../domain/regions.ts';
import { agencyId } from '../neighbours/agency-id.ts';
import type { Say } from '../output/language.ts';
import type { Cell } from '../report/types.ts';
import { ALL_CELLS } from './cells.ts';
import type { CellState } from './columns.ts';
import type { Entry, ResourceName, Row } from './types.ts';

/** The rows of each table, in the order of its columns. A file that is no report has one only among the reports. */
export const ROWS: Readonly<Record<ResourceName, (entry: Entry, say: Say) => Row[]>> = {
  long: longRows,
  wide: wideRows,
  reports: (entry) => [reportRow(entry)],
  findings: findingRows,
  decisions: decisionRows,
};

/** One row a cell that the report's form has, whether it was read or not. */
function longRows({ reportId, result, agencyId, checkedOn }: Entry): Row[] {
  const { report, catalog } = result;
  if (!report) return [];
  const { agency, regionCode, level, year, format, cells } = report;
  const head = [agency ?? undefined, agencyId ?? undefined, regionCode ?? undefined, level, year ?? undefined, format];
  const tail = [reportId, REGION_CODES_YEAR, checkedOn, catalog];
  return cellAddresses(format).map((address) => {
    const cell = cells.get(address);
    const state = stateOf(cell);
    return [...head, address, cell?.value ?? undefined, state, cell?.raw, cell && provenanceOf(cell), ...tail];
  });
}

function wideRows(entry: Entry): Row[] {
  const { result, checkedOn } = entry;
  const { report, catalog, status } = result;
  if (!report) return [];
  const cells = ALL_CELLS.map((address) => report.cells.get(address)?.value);
  const blank = ALL_CELLS.filter((_, i) => cells[i] === null).join(' ');
  return [[...headOf(entry), status, checkedOn, catalog, blank || undefined, ...cells]];
}

/** Whether it is a copy of another is known only when all are seen: see `write.ts`. */
function reportRow(entry: Entry): Row {
  const { result, checkedOn, receivedAt } = entry;
  const { report, source, status, catalog, findings } = result;
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const dates = [report?.publishedOn ?? undefined, report?.signedOn ?? undefined, receivedAt ?? undefined];
  return [
    ...headOf(entry),
    ...[status, report?.title ?? undefined, source.name, source.sha256, ...dates, undefined],
    ...[count('error'), count('warning'), count('notice'), report?.cells.size ?? 0, checkedOn, catalog],
    report?.agency ? agencyId(report.agency) : undefined,
  ];
}

function findingRows(entry: Entry, say: Say): Row[] {
  const { findings, catalog } = entry.result;
  const head = headOf(entry);
  return findings.map(({ rule, severity, message, hint, basis, cells, expected, actual, source, fingerprint }) => [
    ...[...head, rule, severity, say(message), hint ? say(hint) : undefined, basis ? say(basis) : undefined],
    ...[cells.join(' ') || undefined, textOf(expected), textOf(actual)],
    ...[source.map(({ line }) => line).join(' ') || undefined, fingerprint, entry.checkedOn, catalog],
  ]);
}

function decisionRows(entry: Entry): Row[] {
  const head = headOf(entry);
  return entry.decisions.map(({ fingerprint, decision, remark, by, at }) => [
    ...[...head, fingerprint, decision, remark || undefined, by, at],
  ]);
}

function headOf({ reportId, agencyId, result: { report } }: Entry): Row {
  const region = report?.regionCode ?? undefined;
  return [
    ...[reportId, report?.agency ?? undefined, agencyId ?? undefined, region, REGION_CODES_YEAR],
    ...[report?.level, report?.year ?? undefined, report?.format],
  ];
}

/** Not read is never 0 and never blank. */
function stateOf(cell: Cell | undefined): CellState {
  if (cell === undefined) return 'unread';
  return cell.value === null ? 'blank' : 'number';
}

/** What the reading rests on, and where it stands: `printed line=120 page=3 row=4 cell=5`. */
function provenanceOf({ by, place }: Cell): string {
  const { line, column, page, table, row, cell } = place;
  const at = Object.entries({ line, column, page, table, row, cell }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}`],
  );
  return [by ?? 'printed', ...at].join(' ');
}

const textOf = (value: number | string | null) => (value === null ? undefined : String(value));
