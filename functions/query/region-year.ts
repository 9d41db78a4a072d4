/** How a region stands for a year: who owes a report, who has sent one, how it turned out, and how long there is. */
import type { Level } from '../../shared/domain/level.ts';
import { levelOf, regionName } from '../../shared/domain/regions.ts';
import { agencyKey } from '../../shared/neighbours/names.ts';
import type { AgencyStanding, RegionYear } from '../../shared/output/page/region-types.ts';
import { dueDate } from '../../shared/rules/metadata/deadline.ts';
import { DEFAULT_PARAMETERS } from '../../shared/rules/parameters.ts';
import { collect } from '../store/lists/collect.ts';
import { readRoster } from '../store/neighbours/roster.ts';
import type { Summary } from '../store/records/summary.ts';
import { groupsOf, partsOf } from '../store/statistics/groups.ts';
import { readRegionsBelow, readTotals } from '../store/statistics/statistics.ts';
import { countOf, statusesOf } from '../store/statistics/totals.ts';
import { ratesOf } from './rates.ts';
import { wholeName } from './region-names.ts';

/** As many as a province has of one year in a county; more are said to be more. */
const MOST_REPORTS = 2000;
const MOST_UNREADABLE = 200;
const DAY = 86_400_000;

/**
 * @param level only what is of this level; `null`: everything
 * @param today `YYYY-MM-DD` on the clocks of China
 */
export async function regionYear(
  region: string,
  year: number,
  level: Level | null,
  today: string,
): Promise<RegionYear> {
  const [{ reports, next }, unreadable, roster, below, totals] = await Promise.all([
    collect({ region, year, level: level ?? undefined }, null, MOST_REPORTS),
    collect({ status: 'unreadable' }, null, MOST_UNREADABLE),
    readRoster(region),
    readRegionsBelow(year, region),
    readTotals(year, region),
  ]);
  const standingOf = (agency: string, report: Summary | null): AgencyStanding => {
    const due = dueDate(year, DEFAULT_PARAMETERS[deadlineOf(levelOf(agency))]);
    const file = report ?? unreadable.reports.find(({ name, key }) => (name ?? key).includes(agency)) ?? null;
    const late = report?.publishedOn ? report.publishedOn > due : null;
    const days = Math.round((Date.parse(due) - Date.parse(today)) / DAY);
    const mail = roster?.mails?.[agency] ?? null;
    return { agency, due, days, late, mail, report: file, state: file === null ? 'missing' : file.status };
  };
  const latest = new Map<string, Summary>();
  for (const report of [...reports].sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))) {
    if (report.agency !== null) latest.set(agencyKey(report.agency), report);
  }
  const owed = (roster?.agencies ?? []).filter((agency) => level === null || levelOf(agency) === level);
  const listed = owed.map((agency) => {
    const key = agencyKey(roster?.merged[agency] ?? agency);
    const found = latest.get(key) ?? null;
    latest.delete(key);
    return standingOf(agency, found);
  });
  const others = [...latest.values()].map((report) => standingOf(report.agency ?? report.key, report));
  return {
    ...{ region, name: wholeName(region) || region, year, today, hasRoster: roster !== null, more: next !== null },
    agencies: listed,
    others,
    level,
    groups: groupsOf(level).flatMap((group) => {
      const found = ratesOf(group, totals);
      return found.length === 0
        ? []
        : [{ ...partsOf(group), reports: countOf(statusesOf(totals, [group])), rates: found }];
    }),
    below: below.map(({ node, totals: sums }) => {
      const code = node.slice(-6);
      const { passed, failed, incomplete, unreadable: blind } = statusesOf(sums, groupsOf(level));
      return { code, name: regionName(code) ?? code, failed, reports: passed + failed + incomplete + blind };
    }),
  };
}

function deadlineOf(level: Level): keyof typeof DEFAULT_PARAMETERS {
  if (level === 'town') return 'deadlineTown';
  return level === 'government' ? 'deadlineGovernment' : 'deadlineDepartment';
}
