/** The numbers of a digest: from the sums, and from what is kept of agencies that are missing. */

import type { Level } from '../../../shared/domain/level.ts';
import { regionAncestors } from '../../../shared/domain/regions.ts';
import { STATUSES } from '../../../shared/domain/status.ts';
import type { RegionCounts } from '../../../shared/mail/digest.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { readMissing } from '../../store/neighbours/missing.ts';
import { rosterRegions } from '../../store/neighbours/roster.ts';
import { regionsBelow } from '../../store/regions/below.ts';
import { groupsOf } from '../../store/statistics/groups.ts';
import { readTotals, readYears } from '../../store/statistics/statistics.ts';
import { rulesOf, statusesOf, type Totals } from '../../store/statistics/totals.ts';

export interface DigestNumbers {
  year: number;
  /** By code of the region; `own` is what stands in no region below: the upper level itself, or no known region. */
  regions: Record<string, RegionCounts>;
  /** Reports with a finding of the rule, the commonest first. */
  rules: { rule: string; reports: number }[];
}

export const OWN = 'own';
const MOST_RULES = 10;

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
  const sums = await readTotals(year, region);
  const rest = countsOf(sums, null, level);
  const rosters = await rosterRegions();
  const missing = await readMissing(region, year, rosters);
  for (const { code, totals } of await regionsBelow(year, region, rosters)) {
    const under = rosters.filter((roster) => regionAncestors(roster).includes(code));
    const counts = countsOf(totals, missing.count(under, level), level);
    for (const status of STATUSES) rest[status] -= counts[status];
    if (Object.values(counts).some((count) => count !== null && count > 0)) regions[code] = counts;
  }
  // An unreadable file names neither year nor agency.
  if (region === null && level === null) rest.unreadable += statusesOf(await readTotals(null, null)).unreadable;
  if (region !== null) rest.missing = missing.count([region], level);
  if (rest.passed + rest.failed + rest.incomplete + rest.unreadable + (rest.missing ?? 0) > 0) regions[OWN] = rest;
  return { year, regions, rules: commonestRules(sums, level) };
}

function countsOf(totals: Totals, missing: number | null, level: Level | null): RegionCounts {
  return { ...statusesOf(totals, groupsOf(level)), missing };
}

/** From the sums alone; none where those are not all of this release: a number that leaves some out would be wrong. */
function commonestRules(totals: Totals, level: Level | null): DigestNumbers['rules'] {
  const counted = Object.entries(rulesOf(totals, groupsOf(level)) ?? {}).map(([rule, reports]) => ({ rule, reports }));
  const order = new Map(RULES.map(({ id }, at) => [id, at]));
  const place = ({ rule }: { rule: string }) => order.get(rule) ?? order.size;
  return counted.sort((one, other) => other.reports - one.reports || place(one) - place(other)).slice(0, MOST_RULES);
}
