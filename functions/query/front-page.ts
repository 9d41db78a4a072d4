/** `GET /` and `GET /reports` as a page: a window of the list that is sorted, counted and turned as a whole. */
import { STATUSES, type Status } from '../../shared/domain/status.ts';
import type { OutputLanguage } from '../../shared/output/language.ts';
import { frontPage } from '../../shared/output/page/front.ts';
import type { Sort } from '../../shared/output/page/types.ts';
import { RULES } from '../../shared/rules/index.ts';
import { collect } from '../store/lists/collect.ts';
import type { Filter } from '../store/lists/filter.ts';
import type { Summary } from '../store/records/summary.ts';
import { readYears } from '../store/statistics/statistics.ts';
import { type Caller, mayAnywhere } from './access/caller.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { pageResponse, voiceOf } from './pages.ts';
import { commonRegions, regionShown } from './region-names.ts';

export interface FrontQuery {
  limit: number;
  cursor?: string | undefined;
  sort?: Sort | undefined;
  order?: 'desc' | undefined;
  page: number;
  lang?: OutputLanguage | undefined;
  region?: string | undefined;
  [field: string]: unknown;
}

/** Of a page whose address says nothing else. */
const USUAL_LIMIT = 50;
/** Reports that a page sorts and counts; behind them the list goes on in another window. */
const WINDOW = 500;
const GRAVEST: readonly Status[] = ['failed', 'incomplete', 'unreadable', 'passed'];

/** @param everywhere whether the caller may see the country as a whole */
export async function frontPageResponse(
  query: FrontQuery,
  filter: Filter,
  caller: Caller,
  everywhere: boolean,
): Promise<Response> {
  const { cursor, limit, page, sort, order, lang, region, ...rest } = query;
  const after = cursor === undefined ? null : await readCursor(cursor, filter);
  const [voice, window, all, years] = await Promise.all([
    voiceOf(lang ?? 'zh', '/', {
      ...rest,
      region: region && regionShown(region),
      sort,
      order,
      ...(limit !== USUAL_LIMIT && { limit }),
      ...(page > 1 && { page }),
      cursor,
    }),
    collect(filter, after, WINDOW),
    filter.status === undefined ? null : collect({ ...filter, status: undefined }, null, WINDOW),
    readYears(),
  ]);
  const sorted = sort === undefined ? window.reports : [...window.reports].sort(by(sort, order === 'desc'));
  const reports = sorted.slice((page - 1) * limit, page * limit);
  const { page: _page, cursor: _cursor, ...address } = voice.query;
  const within = (number: number) => ({
    ...address,
    ...(cursor && { cursor }),
    ...(number > 1 && { page: String(number) }),
  });
  const behind = window.next === null ? null : { ...address, cursor: await writeCursor(window.next, filter) };
  const view = {
    ...{ writable: mayAnywhere(caller, 'upload'), subscribable: mayAnywhere(caller, 'subscribe') },
    ...{ deciding: mayAnywhere(caller, 'decide'), everywhere },
    ...{ reports, years, hits: window.reports.length, more: window.next !== null || cursor !== undefined },
    previous: page > 1 ? within(page - 1) : null,
    next: page * limit < sorted.length ? within(page + 1) : behind,
    counts: countStatuses((all ?? window).reports),
    regions: commonRegions(),
    rules: RULES.map(({ id, title }) => ({ id, title })),
  };
  return pageResponse(frontPage(view, voice));
}

function countStatuses(reports: readonly Summary[]): Record<Status, number> {
  const count = (status: Status) => reports.filter((report) => report.status === status).length;
  return Object.fromEntries(STATUSES.map((status) => [status, count(status)])) as Record<Status, number>;
}

/** What is not known comes last, whichever way the list is sorted. */
function by(sort: Sort, descending: boolean): (one: Summary, other: Summary) => number {
  const key: Record<Sort, (report: Summary) => string | number | null> = {
    year: ({ year }) => year,
    agency: ({ agency }) => agency,
    status: ({ status }) => GRAVEST.indexOf(status),
    errors: ({ counts }) => counts.error * 1000 + counts.warning,
    received: ({ receivedAt }) => receivedAt,
  };
  return (one, other) => {
    const [a, b] = [key[sort](one), key[sort](other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const less = typeof a === 'string' ? a.localeCompare(String(b), 'zh') : a - Number(b);
    return descending ? -less : less;
  };
}
