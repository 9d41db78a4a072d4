/** Of several reports of one agency and year, which counts. */
import { createHash } from 'node:crypto';
import { agencyId } from './agency-id.ts';

/**
 * What reports must share to be copies of each other, beside the year: the agency. Where a name leads to no region
 * (城关镇人民政府 there are hundreds), only equal numbers make two reports one; a ministry's name is enough. A report
 * that names no agency is a copy of none.
 */
export function copyKeyOf(
  {
    id,
    agency,
    level,
    regionCode,
  }: { id: string; agency: string | null; level: string | null; regionCode: string | null },
  cells: Readonly<Record<string, number | null>>,
): string {
  if (agency === null) return id;
  if (regionCode !== null || level === 'ministry') return agencyId(agency);
  const numbers = JSON.stringify(Object.entries(cells).sort(([one], [other]) => (one < other ? -1 : 1)));
  return `${agencyId(agency)}-${createHash('sha256').update(numbers).digest('hex').slice(0, 8)}`;
}

/** The newest upload counts; of two of one moment, that of the greater id, so that every reader chooses the same. */
export function standingOf<Report extends { id: string; receivedAt: string }>(
  reports: readonly Report[],
): Report | null {
  const isNewer = (one: Report, other: Report) =>
    one.receivedAt === other.receivedAt ? one.id > other.id : one.receivedAt > other.receivedAt;
  return reports.reduce<Report | null>((best, each) => (best === null || isNewer(each, best) ? each : best), null);
}
