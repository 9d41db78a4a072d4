/** The regions right below a region, each with what its rosters expect and the rate by which they are ranked. */
import type { Level } from '../../shared/domain/level.ts';
import { regionAncestors, regionName } from '../../shared/domain/regions.ts';
import type { RegionBelow } from '../../shared/output/page/region-types.ts';
import { countOwed, type Owed, owedIn } from '../store/neighbours/absent.ts';
import { rosterRegions } from '../store/neighbours/roster.ts';
import { regionsBelow } from '../store/regions/below.ts';
import { type Group, groupsOf } from '../store/statistics/groups.ts';
import { countOf, statusesOf } from '../store/statistics/totals.ts';
import { ratesOf } from './rates.ts';

/** Rosters that one page looks through, each with the reports of its region: a province has about as many counties. */
const MOST_ROSTERS = 120;
const AT_ONCE = 10;

export interface Ranked {
  group: Group;
  id: string;
}

interface Around {
  year: number;
  /** `null`: the whole country. */
  region: string | null;
  level: Level | null;
  rank: Ranked | null;
  /** Whether a file that could not be read seems to be this agency's. */
  hasFile(agency: string): boolean;
}

/** @returns `many` where there are more rosters than were looked through; nothing is then said of who is missing */
export async function belowOf(asked: Around): Promise<{ below: RegionBelow[]; many: boolean }> {
  const { year, region, level, rank } = asked;
  const rosters = (await rosterRegions()).filter(
    (code) => code !== region && (region === null || regionAncestors(code).includes(region)),
  );
  const many = rosters.length > MOST_ROSTERS;
  const [regions, owed] = await Promise.all([regionsBelow(year, region, rosters), many ? [] : owedOf(rosters, asked)]);
  const below = regions.map(({ code, totals }): RegionBelow => {
    const statuses = statusesOf(totals, groupsOf(level));
    const within = owed.filter((one) => regionAncestors(one.region).includes(code));
    return {
      ...{ code, name: regionName(code) ?? code, reports: countOf(statuses), failed: statuses.failed },
      ...(within.length === 0 ? { expected: null, missing: null } : countOwed(within)),
      share: (rank && ratesOf(rank.group, totals).find(({ id }) => id === rank.id)) ?? null,
    };
  });
  return { below, many };
}

async function owedOf(rosters: readonly string[], { year, level, hasFile }: Around): Promise<Owed[]> {
  const found: Owed[] = [];
  for (let from = 0; from < rosters.length; from += AT_ONCE) {
    const some = await Promise.all(rosters.slice(from, from + AT_ONCE).map((code) => owedIn(code, year, level)));
    for (const one of some) {
      if (one === null) continue;
      found.push({ ...one, absent: one.absent.filter((agency) => !hasFile(agency)) });
    }
  }
  return found;
}
