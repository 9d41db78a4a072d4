/** What is asked of a list of reports, and which reports are meant by it. */
import type { Level } from '../../../shared/domain/level.ts';
import type { Severity } from '../../../shared/domain/severity.ts';
import type { Status } from '../../../shared/domain/status.ts';
import type { Summary } from '../records/summary.ts';
import { NO_REGION } from './sort-key.ts';

export interface Filter {
  year?: number | undefined;
  /** The exact name of an agency. */
  agency?: string | undefined;
  /** A region with everything under it, or {@link NO_REGION}. */
  region?: string | undefined;
  level?: Level | undefined;
  status?: Status | undefined;
  rule?: string | undefined;
  severity?: Severity | undefined;
  /** Words that all stand in the agency's name or the file's. */
  text?: string | undefined;
}

/** Whether a report, or what the sort key tells of it, matches what is asked for; what is not known may match. */
export function matches(filter: Filter, known: Partial<Summary>): boolean {
  const { year, agency, region, level, status, rule, severity, text } = filter;
  return (
    (year === undefined || known.year === year) &&
    (agency === undefined || known.agency === undefined || known.agency === agency) &&
    (region === undefined || (known.regionCode ?? NO_REGION).startsWith(regionPrefix(region))) &&
    (text === undefined || known.key === undefined || hasWords(text, known)) &&
    (level === undefined || known.level === undefined || known.level === level) &&
    (status === undefined || known.status === undefined || known.status === status) &&
    (rule === undefined || known.rules === undefined || known.rules.includes(rule)) &&
    (severity === undefined || known.counts === undefined || known.counts[severity] > 0)
  );
}
const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '');
function hasWords(text: string, { agency, key, name }: Partial<Summary>): boolean {
  const all = [agency, (name ?? key)?.split('/').at(-1)].join(' ');
  return wordsOf(text).every((word) => all.includes(word));
}
export const regionPrefix = (code: string) => code.replace(/(?:00){1,2}$/, '');
