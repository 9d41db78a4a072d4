/** How a region stands for a year: who owes a report, who has sent one, how it turned out, and how long there is. */
import type { Level } from '../../shared/domain/level.ts';
import { RATES } from '../../shared/domain/rates.ts';
import { levelOf } from '../../shared/domain/regions.ts';
import { agencyKey } from '../../shared/neighbours/names.ts';
import type { AgencyStanding, RegionCounts, RegionYear } from '../../shared/output/page/region-types.ts';
import { lastDay } from '../../shared/rules/metadata/deadline.ts';
import { LATE_RULES } from '../../shared/rules/metadata/late.ts';
import { deployedProfile } from '../platform/profile.ts';
import { collect } from '../store/lists/collect.ts';
import { NO_REGION } from '../store/lists/sort-key.ts';
import { readRoster } from '../store/neighbours/roster.ts';
import type { Summary } from '../store/records/summary.ts';
import { groupsOf, partsOf } from '../store/statistics/groups.ts';
import { readTotals } from '../store/statistics/statistics.ts';
import { countOf, rulesOf, statusesOf, type Totals } from '../store/statistics/totals.ts';
import { onePerAgency } from './one-per-agency.ts';
import { ratesOf } from './rates.ts';
import { belowOf, type Ranked } from './region-below.ts';
import { wholeName } from './region-names.ts';

/** As many as a province has of one year in a county. */
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

/** @param most reports that are looked at one by one; of more, nobody is called missing */
export async function regionYear(asked: Asked, most = MOST_REPORTS): Promise<Omit<RegionYear, 'around'>> {
  const { region, year, level, rank, today } = asked;
  const unreadable = (await collect({ status: 'unreadable' }, null, MOST_UNREADABLE)).reports;
  const fileOf = (agency: string) => unreadable.find((file) => isNamedSo(file, agency, year)) ?? null;
  const [{ reports, next }, roster, { below, many }, totals] = await Promise.all([
    collect({ region: region ?? NO_REGION, year, level: level ?? undefined }, null, most),
    region === null ? null : readRoster(region),
    belowOf({ year, region, level, rank, hasFile: (agency) => fileOf(agency) !== null }),
    readTotals(year, region),
  ]);
  const isAll = next === null;
  const dueOf = (report: { level: Level; agency: string | null }) => {
    const due = lastDay(report, year, deployedProfile().parameters);
    return { due, days: due === null ? null : Math.round((Date.parse(due) - Date.parse(today)) / DAY) };
  };
  const standingOf = (agency: string, report: Summary | null): AgencyStanding => {
    const { due, days } = dueOf({ level: levelOf(agency), agency });
    const file = report ?? fileOf(agency);
    const late = report?.publishedOn && due !== null ? report.publishedOn > due : null;
    const mail = roster?.mails?.[agency] ?? null;
    // Where not all was looked at, none can be called missing.
    const state = file?.status ?? (isAll ? 'missing' : 'unknown');
    return { agency, due, days, late, mail, report: file, state };
  };
  const counted = new Set(await onePerAgency(reports));
  const owed = (roster?.agencies ?? []).filter((agency) => level === null || levelOf(agency) === level);
  const agencies = owed.map((agency) => {
    const key = agencyKey(roster?.merged[agency] ?? agency);
    const [found = null] = [...counted].filter((report) => report.agency !== null && agencyKey(report.agency) === key);
    if (found !== null) counted.delete(found);
    return standingOf(agency, found);
  });
  const others = [...counted].flatMap((report) => (report.agency === null ? [] : [standingOf(report.agency, report)]));
  const hasRoster = roster !== null;
  return {
    ...{ region, name: region && (wholeName(region) || region), year, today, hasRoster, more: !isAll },
    ...{ manyRosters: many, agencies, others, level, below },
    counts:
      region === null ? await countsOfYear(asked, totals, below) : countsOf(hasRoster ? agencies : others, hasRoster),
    deadlines: HAVE_DEADLINES.filter((each) => level === null || each === level).map((each) => ({
      level: each,
      ...dueOf({ level: each, agency: null }),
    })),
    groups: groupsOf(level).flatMap((group) => {
      const found = ratesOf(group, totals);
      const all = countOf(statusesOf(totals, [group]));
      return found.length === 0 ? [] : [{ ...partsOf(group), group, reports: all, rates: found }];
    }),
    rank: rank && { ...rank, title: RATES.find(({ id }) => id === rank.id)?.title ?? { zh: rank.id, en: rank.id } },
  };
}

/** A file that could not be read seems to be this agency's: its name says so, and names no other year. */
function isNamedSo({ name, key }: Summary, agency: string, year: number): boolean {
  const words = name ?? key;
  const years = (words.match(/(?<!\d)20\d\d(?!\d)/g) ?? []).map(Number);
  return words.includes(agency) && (years.length === 0 || years.includes(year));
}

/** Of the agencies that are listed by name. */
function countsOf(all: readonly AgencyStanding[], hasRoster: boolean): RegionCounts {
  const count = (pick: (one: AgencyStanding) => boolean) => all.filter(pick).length;
  const reports = count(({ report }) => report !== null);
  const isKnown = hasRoster && !all.some(({ state }) => state === 'unknown');
  return {
    ...{ expected: hasRoster ? all.length : null, missing: isKnown ? all.length - reports : null },
    reports,
    late: count(({ late }) => late === true),
    failed: count(({ state }) => state === 'failed'),
    incomplete: count(({ state }) => state === 'incomplete'),
    unreadable: count(({ state }) => state === 'unreadable'),
    yearless: 0,
  };
}

/** Of a year as a whole: from the sums, since nobody reads a hundred thousand names. */
async function countsOfYear(
  { level }: Asked,
  totals: Totals,
  below: readonly RegionYear['below'][number][],
): Promise<RegionCounts> {
  const { passed, failed, incomplete, unreadable } = statusesOf(totals, groupsOf(level));
  const sum = (numbers: (number | null)[]) => {
    const known = numbers.filter((number) => number !== null);
    return known.length === 0 ? null : known.reduce((total, number) => total + number, 0);
  };
  const rules = rulesOf(totals, groupsOf(level));
  const late = rules && LATE_RULES.reduce((total, rule) => total + (rules[rule] ?? 0), 0);
  return {
    ...{ reports: passed + failed + incomplete + unreadable, failed, incomplete, unreadable, late },
    ...{ expected: sum(below.map((one) => one.expected)), missing: sum(below.map((one) => one.missing)) },
    yearless: statusesOf(await readTotals(null, null)).unreadable,
  };
}
