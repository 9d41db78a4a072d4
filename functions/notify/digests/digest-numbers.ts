/** The numbers of a digest, read from the statistics, the lists and the rosters. */

import type { Level } from '../../../shared/domain/level.ts';
import { levelOf, regionAncestors, regionName } from '../../../shared/domain/regions.ts';
import { STATUSES } from '../../../shared/domain/status.ts';
import type { RegionCounts } from '../../../shared/mail/digest.ts';
import { absence } from '../../../shared/neighbours/roster.ts';

import { RULES } from '../../../shared/rules/index.ts';
import { collect } from '../../store/lists/collect.ts';
import { entriesOf, type Filter, LONGEST_PAGE, listReports } from '../../store/lists/listing.ts';
import { readRoster, rosterRegions } from '../../store/neighbours/roster.ts';
import { groupsOf } from '../../store/statistics/groups.ts';
import { readRegionsBelow, readTotals, readYears } from '../../store/statistics/statistics.ts';
import { noTotals, statusesOf, type Totals } from '../../store/statistics/totals.ts';
import { countItems } from '../../store/table/query.ts';

export interface DigestNumbers {
  year: number;
  /** By code of the region; `own` is what stands in no region below: the upper level itself, or no known region. */
  regions: Record<string, RegionCounts>;
  /** Reports with a finding of the rule, the commonest first. */
  rules: { rule: string; reports: number }[];
}

export const OWN = 'own';
const MOST_RULES = 10;
/** Of one level the reports are read to count their rules; a prefecture has fewer. */
const MOST_READ = 2000;

/**
 * @param region `null`: the whole country, by provinces; otherwise the regions right below it
 * @param latestYear the numbers are those of the last year up to this one of which a report is stored
 * @param level only reports of this level; `null`: of every level
 */
export async function readNumbers(
  region: string | null,
  latestYear: number,
  level: Level | null,
): Promise<DigestNumbers> {
  const year = (await readYears()).find((stored) => stored <= latestYear) ?? latestYear;
  const regions: Record<string, RegionCounts> = {};
  const rest = countsOf(await readTotals(year, region), null, level);
  const rosters = await rosterRegions();
  for (const { code, totals } of await regionsBelow(year, region, rosters)) {
    const counts = countsOf(totals, await missingIn(code, year, rosters, level), level);
    for (const status of STATUSES) rest[status] -= counts[status];
    if (Object.values(counts).some((count) => count !== null && count > 0)) regions[code] = counts;
  }
  // An unreadable file names neither year nor agency.
  if (region === null && level === null) rest.unreadable += statusesOf(await readTotals(null, null)).unreadable;
  if (region !== null) rest.missing = await missingFrom(region, year, level);
  if (rest.passed + rest.failed + rest.incomplete + rest.unreadable + (rest.missing ?? 0) > 0) regions[OWN] = rest;
  return { year, regions, rules: await commonestRules(year, region, level) };
}

function countsOf(totals: Totals, missing: number | null, level: Level | null): RegionCounts {
  return { ...statusesOf(totals, groupsOf(level)), missing };
}

/** The named regions right below a region with their sums; where the data names none (市辖区), those below that. */
async function regionsBelow(
  year: number,
  region: string | null,
  rosters: readonly string[],
): Promise<{ code: string; totals: Totals }[]> {
  const sums = new Map(
    (await readRegionsBelow(year, region)).map(({ node, totals }) => [node.split('/')[1] as string, totals]),
  );
  const expected = rosters.flatMap((code) => childOf(region, code));
  const found: { code: string; totals: Totals }[] = [];
  for (const code of new Set([...sums.keys(), ...expected])) {
    if (regionName(code) === null) found.push(...(await regionsBelow(year, code, rosters)));
    else found.push({ code, totals: sums.get(code) ?? noTotals() });
  }
  return found;
}

/** The region right below `region` in which `code` lies, if it lies in `region`. */
function childOf(region: string | null, code: string): string[] {
  const line = regionAncestors(code);
  if (region === null) return line.slice(0, 1);
  const at = line.indexOf(region);
  return at < 0 ? [] : line.slice(at + 1, at + 2);
}

/** Agencies without a report, of the rosters of a region and of everything under it; `null` without any roster. */
async function missingIn(
  region: string,
  year: number,
  rosters: readonly string[],
  level: Level | null,
): Promise<number | null> {
  const under = rosters.filter((code) => regionAncestors(code).includes(region));
  const absent = (await Promise.all(under.map((code) => missingFrom(code, year, level)))).filter(
    (count) => count !== null,
  );
  return absent.length > 0 ? absent.reduce((total, count) => total + count) : null;
}

async function missingFrom(region: string, year: number, level: Level | null): Promise<number | null> {
  const roster = await readRoster(region);
  if (roster === null) return null;
  const reports: { agency: string; year: number }[] = [];
  let after: string | null = null;
  do {
    const page = await listReports({ year, region }, LONGEST_PAGE, after);
    reports.push(...page.reports.flatMap(({ agency }) => (agency === null ? [] : [{ agency, year }])));
    after = page.next;
  } while (after !== null);
  const { absent } = absence(roster, year, reports);
  return level === null ? absent.length : absent.filter((agency) => levelOf(agency) === level).length;
}

async function commonestRules(
  year: number,
  region: string | null,
  level: Level | null,
): Promise<DigestNumbers['rules']> {
  const counted =
    level === null
      ? await Promise.all(RULES.map(async ({ id: rule }) => ({ rule, reports: await countOfRule(rule, year, region) })))
      : await countedAmong({ year, level, region: region ?? undefined });
  const found = counted.filter(({ reports }) => reports > 0).sort((one, other) => other.reports - one.reports);
  return found.slice(0, MOST_RULES);
}

/** The lists of rules know nothing of levels. */
async function countedAmong(filter: Filter): Promise<DigestNumbers['rules']> {
  const { reports } = await collect(filter, null, MOST_READ);
  const rules = reports.flatMap((report) => report.rules);
  return [...Map.groupBy(rules, (rule) => rule)].map(([rule, found]) => ({ rule, reports: found.length }));
}

/** Entries of a rule's list in the stretch of the year and region: counted, not read. */
async function countOfRule(rule: string, year: number, region: string | null): Promise<number> {
  const { pk, sk } = listPlace(rule, year, region);
  return countItems({ partition: pk, prefix: sk, consistent: false });
}

/** Where a report of this rule, year and region would stand in the rule's list, as far as these decide. */
function listPlace(rule: string, year: number, region: string | null): { pk: string; sk: string } {
  const mark = '\u0000';
  const regionCode = `${region?.replace(/(00){1,2}$/, '') ?? ''}${mark}`;
  const nothing = { key: '', title: null, agency: null, level: null, publishedOn: null, format: null, catalog: '' };
  const counts = { error: 0, warning: 0, notice: 0 };
  const times = { receivedAt: '', checkedAt: '' };
  const entries = entriesOf({
    ...nothing,
    ...times,
    id: '',
    regionCode,
    year,
    status: 'failed',
    counts,
    rules: [rule],
  });
  const entry = entries.find(({ pk }) => String(pk).endsWith(`RULE#${rule}`));
  if (!entry) throw new RangeError(`reports are not listed by rule ${rule}`);
  return { pk: String(entry.pk), sk: String(entry.sk).split(mark)[0] as string };
}
