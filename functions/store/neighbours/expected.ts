/** How many agencies owe a report, as the rosters of a region and of everything under it have it. */

import { levelOf, regionAncestors, regionOf } from '../../../shared/domain/regions.ts';
import { agencyId, type Merged, presentName } from '../../../shared/neighbours/agency-id.ts';
import { type Group, groupOf } from '../statistics/groups.ts';
import { readRoster, rosterRegions } from './roster.ts';

const AT_ONCE = 50;

/** Agencies that owe a report, by group; those that were merged are their successor. `null` where there is no roster. */
export async function readExpected(region: string | null): Promise<Partial<Record<Group, number>> | null> {
  const regions = (await rosterRegions()).filter((code) => region === null || regionAncestors(code).includes(region));
  if (regions.length === 0) return null;
  const agencies = new Map<string, Group>();
  for (let from = 0; from < regions.length; from += AT_ONCE) {
    for (const roster of await Promise.all(regions.slice(from, from + AT_ONCE).map(readRoster))) {
      if (roster) expectedOf(roster.agencies, roster.merged, agencies);
    }
  }
  const counts: Partial<Record<Group, number>> = {};
  for (const group of agencies.values()) counts[group] = (counts[group] ?? 0) + 1;
  return counts;
}

function expectedOf(names: readonly string[], merged: Merged, agencies: Map<string, Group>): void {
  for (const name of names) {
    const present = presentName(name, merged);
    agencies.set(agencyId(present), groupOf(levelOf(present), regionOf(present)));
  }
}
