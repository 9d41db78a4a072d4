/**
 * Lists of reports. Each report stands once in each list that it belongs to (all, its status, each of its rules …), in
 * one order everywhere: latest year, region, agency, id. Year and region are therefore ranges of every list; of the
 * other filters the most selective picks the list, and the rest are applied to a bounded number of entries a page.
 * An entry is its key and nothing else, so that no belated write can spoil it: what is shown comes from the report's
 * projection, which also says whether the entry is still meant.
 */

import type { Summary } from '../records/summary.ts';
import type { Key } from '../table/items.ts';
import { queryPage } from '../table/query.ts';
import { listByCards } from './by-cards.ts';
import { type Filter, matches, regionPrefix } from './filter.ts';
import { EXAMINED_PER_PAGE, LONGEST_PAGE, type Page } from './page.ts';
import { readSummaries } from './projected.ts';
import { isWithoutYear, partsOf, sortKeyOf, WITHOUT_YEAR, yearSegment } from './sort-key.ts';

/**
 * What ends the name of a region or an agency stands in nearly every name: pairs with such a character select little, and
 * would be half of all entries. A search for nothing else (`城区`) goes through the whole list instead.
 */
const ENDINGS = /[省市州盟县区旗镇乡局厅委办会处所站]/;
/** Parts of nearly every name of an agency or a file: they would make long lists that select nothing. */
const COMMON = new Set(
  '人民 民政 政府 府办 办公 公室 委员 员会 办事 事处 府信 信息 息公 公开 开工 工作 作年 年度 度报 报告 年报 年政'.split(
    ' ',
  ),
);
/** Extensions, years and numbers of a file name tell nothing of whose it is. */
const fileWords = (name: string) =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/\.[a-z]{2,5}$/i, '').replaceAll(/[^\p{Script=Han}\p{L}]+/gu, ' ');

const agencyList = (agency: string) => `AGENCY#${agency.slice(0, 200)}`;
/** Pairs of Chinese characters by which a name is found: a search that has none of them goes through the whole list. */
const pairsOf = (text: string) =>
  [...new Set([...text].slice(0, 60).flatMap((_, i, all) => all.slice(i, i + 2).join('')))].filter(
    (pair) => /^\p{Script=Han}{2}$/u.test(pair) && !COMMON.has(pair) && !ENDINGS.test(pair),
  );

/**
 * The lists that a report belongs to. Those of reports that passed, and of a severity, would select too little; those of an
 * agency and year are found by their cards ({@link listByCards}).
 */
function listsOf(summary: Summary): string[] {
  const { status, rules, agency, year } = summary;
  const pairs = new Set([...pairsOf(agency ?? ''), ...pairsOf(fileWords(summary.name ?? summary.key))]);
  return [
    'ALL',
    ...(status === 'passed' ? [] : [`STATUS#${status}`]),
    ...rules.map((rule) => `RULE#${rule}`),
    ...(agency === null || year !== null ? [] : [agencyList(agency)]),
    ...[...pairs].map((pair) => `TEXT#${pair}`),
  ];
}

/** The list to read for a filter. */
function listFor(filter: Filter): string {
  if (filter.agency !== undefined) return agencyList(filter.agency);
  const pair = filter.text === undefined ? undefined : pairsOf(fileWords(filter.text))[0];
  if (pair !== undefined) return `TEXT#${pair}`;
  if (filter.rule !== undefined) return `RULE#${filter.rule}`;
  return filter.status === undefined || filter.status === 'passed' ? 'ALL' : `STATUS#${filter.status}`;
}

/** Keys of the entries of a report, which are all that there is to an entry. */
export function entriesOf(summary: Summary): Key[] {
  const sk = sortKeyOf(summary);
  return listsOf(summary).map((list) => ({ pk: `LIST#${list}`, sk }));
}

/**
 * One page of the reports that match, and the place after which the next page begins: `null` at the end of the list.
 * @param limit at most {@link LONGEST_PAGE}
 */
export async function listReports(filter: Filter, limit: number, after: string | null): Promise<Page> {
  const { agency, year } = filter;
  if (agency === undefined || isWithoutYear(after)) return listEntries(filter, limit, after);
  const page = await listByCards({ ...filter, agency }, limit, after);
  if (page.next !== null || year !== undefined) return page;
  const room = limit - page.reports.length;
  if (room === 0) return { ...page, next: WITHOUT_YEAR };
  const { reports, next } = await listEntries(filter, room, WITHOUT_YEAR);
  return { reports: [...page.reports, ...reports], next };
}

async function listEntries(filter: Filter, limit: number, after: string | null): Promise<Page> {
  const reports: Summary[] = [];
  const list = listFor(filter);
  let examined = 0;
  let place = after ?? '';
  while (examined < EXAMINED_PER_PAGE) {
    const range = await nextRange(list, filter, place);
    if (range === null) return { reports, next: null };
    const room = limit - reports.length;
    // As many as the page can hold and one, to see whether more follow; more where many had to be passed over.
    const wanted = Math.min(LONGEST_PAGE, Math.max(room + 1, examined), EXAMINED_PER_PAGE - examined);
    const { keys, more } = await queryEntries(list, range, wanted);
    examined += keys.length;
    const found = (await currentSummaries(list, keys, filter)).filter((summary) => matches(filter, summary));
    reports.push(...found.slice(0, room));
    // The page is full: the next one begins after its last report, and whether that gives anything is seen then.
    if (found.length > room) return { reports, next: sortKeyOf(reports.at(-1) as Summary) };
    place = more ? (keys.at(-1) as string) : range.to;
  }
  return { reports, next: place };
}

interface Range {
  /** Exclusive. */
  after: string;
  to: string;
}
const LAST = '\uffff';

/**
 * The stretch of a list to read next: the year and region asked for. Without a year but with a region, it is that
 * region in the first year that the list has after `place`; years are few.
 */
async function nextRange(list: string, filter: Filter, place: string): Promise<Range | null> {
  const { year, region } = filter;
  if (region === undefined) {
    const prefix = year === undefined ? '' : `${yearSegment(year)}#`;
    return stretch(prefix, place);
  }
  let segment = year === undefined ? place.split('#', 1)[0] : yearSegment(year);
  for (;;) {
    if (segment) {
      const range = stretch(`${segment}#${regionPrefix(region)}`, place);
      if (range !== null || year !== undefined) return range;
    }
    const { keys } = await queryEntries(list, { after: segment ? `${segment}#${LAST}` : '', to: LAST }, 1);
    segment = keys[0]?.split('#', 1)[0];
    if (segment === undefined || segment === yearSegment(null)) return null;
  }
}

/** What a prefix covers and `place` has not passed; `null` where nothing is left. */
function stretch(prefix: string, place: string): Range | null {
  const to = prefix + LAST;
  return place >= to ? null : { after: place > prefix ? place : prefix, to };
}

/** Sort keys of a stretch of a list, and whether there are more of them. */
async function queryEntries(list: string, range: Range, limit: number): Promise<{ keys: string[]; more: boolean }> {
  // No sort key ends in U+0001, so this is the first place after the given one.
  const between = [`${range.after}\u0001`, range.to] as const;
  const { items, next } = await queryPage(
    { partition: `LIST#${list}`, between, attributes: 'sk', consistent: false },
    limit,
  );
  return { keys: items.map(({ sk }) => String(sk)), more: next !== undefined };
}

/** Summaries of the reports that entries point to, without those whose entry does not match or is no longer meant. */
async function currentSummaries(list: string, keys: readonly string[], filter: Filter): Promise<Summary[]> {
  const entries = keys.map((sk) => ({ sk, ...partsOf(sk) })).filter((entry) => matches(filter, entry));
  const summaries = await readSummaries(entries.map(({ id }) => id));
  return entries.flatMap(({ id, sk }) => {
    const summary = summaries.get(id);
    return summary && sortKeyOf(summary) === sk && listsOf(summary).includes(list) ? [summary] : [];
  });
}
