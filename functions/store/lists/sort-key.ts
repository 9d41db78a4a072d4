/** The order of all lists: latest year, region, agency, id. Year and region are therefore ranges of every list. */
import type { Summary } from '../records/summary.ts';

/** In the place of a region's code: reports whose region is not known, and those of ministries. */
export const NO_REGION = '~';

/** The place of a report in every list that it belongs to. */
export function sortKeyOf(summary: Summary): string {
  const { year, regionCode, agency, id } = summary;
  return `${yearSegment(year)}#${regionCode ?? NO_REGION}#${(agency ?? '~').slice(0, 100)}#${id}`;
}
/** What a sort key tells of its report. The name is not told where it was cut. */
export function partsOf(sk: string): { id: string; year: number | null; regionCode: string; agency?: string } {
  const [year = '', regionCode = '', ...rest] = sk.split('#');
  const agency = rest.slice(0, -1).join('#');
  const known = agency.length < 100 ? { agency } : {};
  return { id: rest.at(-1) ?? '', year: year === '~' ? null : 9999 - Number(year), regionCode, ...known };
}
export const yearSegment = (year: number | null) => (year === null ? '~' : String(9999 - year).padStart(4, '0'));
/** Before the place of every report without a year, and after that of every other. */
export const WITHOUT_YEAR = yearSegment(null);
export const isWithoutYear = (place: string | null) => place?.startsWith(WITHOUT_YEAR) === true;
