/** How a region stands for a year: who owes a report, who has sent one, how it turned out, and how long there is. */
import type { Level } from '../../shared/domain/level.ts';
import { RATES } from '../../shared/domain/rates.ts';
import { levelOf } from '../../shared/domain/regions.ts';
import { agencyKey } from '../../shared/neighbours/names.ts';
import type { AgencyStanding, RegionCounts, RegionYear } from '../../shared/output/page/region-types.ts';
import { dueDate } from '../../shared/rules/metadata/deadline.ts';
import { LATE_RULES } from '../../shared/rules/metadata/late.ts';
import { DEFAULT_PARAMETERS } from '../../shared/rules/parameters.ts';
import { collect } from '../store/lists/collect.ts';
import { countOfRule } from '../store/lists/count-of-rule.ts';
import { NO_REGION } from '../store/lists/sort-key.ts';
import { readRoster } from '../store/neighbours/roster.ts';
import type { Summary } from '../store/records/summary.ts';
import { groupsOf, partsOf } from '../store/statistics/groups.ts';
import { readTotals } from '../store/statistics/statistics.ts';
import { countOf, statusesOf, type Totals } from '../store/statistics/totals.ts';
import { ratesOf } from './rates.ts';
import { belowOf, type Ranked } from './region-below.ts';
import { wholeName } from './region-names.ts';

/** As many as a province has of one year in a county; more are said to be more. */
const MOST_REPORTS = 2000;
const MOST_UNREADABLE = 200;
const DAY = 86_400_000;

const HAVE_DEADLINES = ['ministry', 'department', 'government', 'town'] as const;

interface Asked {
  /** `null`: the whole country. */
  region: string | null;
  year: number;
  /** Only what is of this level; `null`: everything. */
  level: Level | null;
  /** What the regions below are ranked by; `null`: the share that failed. */
  rank: Ranked | null;
  /** `YYYY-MM-DD` on the clocks of China. */
  today: string;
}

export async function regionYear(asked: Asked): Promise<Omit<RegionYear, 'around'>> {
  const { region, year, level, rank, today } = asked;
  const unreadable = (await collect({ status: 'unreadable' }, null, MOST_UNREADABLE)).reports;
  const fileOf = (agency: string) => unreadable.find(({ name, key }) => (name ?? key).includes(agency)) ?? null;
  const [{ reports, next }, roster, { below, many }, totals] = await Promise.all([
    collect({ region: region ?? NO_REGION, year, level: level ?? undefined }, null, MOST_REPORTS),
    region === null ? null : readRoster(region),
    belowOf({ year, region, level, rank, hasFile: (agency) => fileOf(agency) !== null }),
    readTotals(year, region),
  ]);
  const dueOf = (of: Level) => {
    const due = dueDate(year, DEFAULT_PARAMETERS[deadlineOf(of)]);
    return { due, days: Math.round((Date.parse(due) - Date.parse(today)) / DAY) };
  };
  const standingOf = (agency: string, report: Summary | null): AgencyStanding => {
    const { due, days } = dueOf(levelOf(agency));
    const file = report ?? fileOf(agency);
    const late = report?.publishedOn ? report.publishedOn > due : null;
    const mail = roster?.mails?.[agency] ?? null;
    return { agency, due, days, late, mail, report: file, state: file === null ? 'missing' : file.status };
  };
  const latest = new Map<string, Summary>();
  for (const report of [...reports].sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))) {
    if (report.agency !== null) latest.set(agencyKey(report.agency), report);
  }
  const owed = (roster?.agencies ?? []).filter((agency) => level === null || levelOf(agency) === level);
  const agencies = owed.map((agency) => {
    const key = agencyKey(roster?.merged[agency] ?? agency);
    const found = latest.get(key) ?? null;
    latest.delete(key);
    return standingOf(agency, found);
  });
  const others = [...latest.values()].map((report) => standingOf(report.agency ?? report.key, report));
  const hasRoster = roster !== null;
  return {
    ...{ region, name: region && (wholeName(region) || region), year, today, hasRoster, more: next !== null },
    ...{ manyRosters: many, agencies, others, level, below },
    counts:
      region === null ? await countsOfYear(asked, totals, below) : countsOf(hasRoster ? agencies : others, hasRoster),
    deadlines: HAVE_DEADLINES.filter((each) => level === null || each === level).map((each) => ({
      level: each,
      ...dueOf(each),
    })),
    groups: groupsOf(level).flatMap((group) => {
      const found = ratesOf(group, totals);
      const all = countOf(statusesOf(totals, [group]));
      return found.length === 0 ? [] : [{ ...partsOf(group), group, reports: all, rates: found }];
    }),
    rank: rank && { ...rank, title: RATES.find(({ id }) => id === rank.id)?.title ?? { zh: rank.id, en: rank.id } },
  };
}

/** Of the agencies that are listed by name. */
function countsOf(all: readonly AgencyStanding[], hasRoster: boolean): RegionCounts {
  const count = (pick: (one: AgencyStanding) => boolean) => all.filter(pick).length;
  const missing = count(({ state }) => state === 'missing');
  return {
    ...(hasRoster ? { expected: all.length, missing } : { expected: null, missing: null }),
    reports: all.length - missing,
    late: count(({ late }) => late === true),
    failed: count(({ state }) => state === 'failed'),
    incomplete: count(({ state }) => state === 'incomplete'),
    unreadable: count(({ state }) => state === 'unreadable'),
    yearless: 0,
  };
}

/** Of a year as a whole: from the sums, since nobody reads a hundred thousand names. */
async function countsOfYear(
  { year, level }: Asked,
  totals: Totals,
  below: readonly RegionYear['below'][number][],
): Promise<RegionCounts> {
  const { passed, failed, incomplete, unreadable } = statusesOf(totals, groupsOf(level));
  const sum = (numbers: (number | null)[]) => {
    const known = numbers.filter((number) => number !== null);
    return known.length === 0 ? null : known.reduce((total, number) => total + number, 0);
  };
  // The lists of rules know nothing of levels.
  const late = level === null ? await Promise.all(LATE_RULES.map((rule) => countOfRule(rule, year, null))) : [null];
  return {
    ...{ reports: passed + failed + incomplete + unreadable, failed, incomplete, unreadable, late: sum(late) },
    ...{ expected: sum(below.map((one) => one.expected)), missing: sum(below.map((one) => one.missing)) },
    yearless: statusesOf(await readTotals(null, null)).unreadable,
  };
}

function deadlineOf(level: Level): keyof typeof DEFAULT_PARAMETERS {
  if (level === 'town') return 'deadlineTown';
  return level === 'government' ? 'deadlineGovernment' : 'deadlineDepartment';
}
