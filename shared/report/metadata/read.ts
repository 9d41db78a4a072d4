/** Who made a report and when: title, agency, year, period, dates (docs/layouts.md §5 to §7). */
import type { Document } from '../../document/types.ts';
import { levelOf } from '../../domain/regions.ts';
import type { Prose, Report } from '../types.ts';
import { isFullName } from './agencies.ts';
import { readAgency } from './agency.ts';
import { readDates } from './dates.ts';
import { readPeriod } from './period.ts';
import { readTitle } from './title.ts';
import { topicYear } from './year.ts';

export type Metadata = Pick<
  Report,
  'title' | 'titlePlace' | 'agency' | 'year' | 'period' | 'publishedOn' | 'signedOn' | 'signedBy' | 'dates'
>;

/**
 * Reads the metadata of a report from its prose in reading order. What the report does not say is `null`: the year comes
 * from title, period or the text's own words, never from a date of publication; the agency never from 我局.
 */
export function readMetadata(prose: readonly Prose[], document: Document): Metadata {
  const period = readPeriod(prose);
  const periodYear = period === null ? null : Number(period.to.slice(0, 4));
  const title = readTitle(prose, document, periodYear);
  const { dates, publishedOn, signedOn, signedBy } = readDates(prose, document);
  return {
    title: title?.text ?? null,
    titlePlace: title?.place ?? null,
    agency: agencyOf(governmentOf(title?.agency ?? null), () => readAgency(prose, signedBy)),
    year: title?.year ?? periodYear ?? topicYear(prose),
    period,
    publishedOn,
    signedOn,
    signedBy,
    dates,
  };
}

/** What the title says, unless it leaves out where, 市商务局, and the rest of the page says it: 示例市商务局. */
function agencyOf(printed: string | null, elsewhere: () => string | null): string | null {
  if (printed !== null && isFullName(printed)) return printed;
  const other = elsewhere();
  return printed === null || other?.endsWith(printed) ? other : printed;
}

/** Under a title that names only an area, 随县2023年…, its government reports. What prose calls itself stays as printed. */
function governmentOf(name: string | null): string | null {
  return name !== null && levelOf(name) === 'government' && /(?<!新|园|矿|林|牧|灌|库|景)[省市州盟县区旗]$/.test(name)
    ? `${name}人民政府`
    : name;
}
