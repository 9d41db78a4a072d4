/** Finds for each of many results the others that take part in its check. */

import type { CheckResult } from '../result.ts';
import { agencyKey, isSameAgency, regionPrefix, zoneOf } from './names.ts';
import { toNeighbour } from './neighbour.ts';
import { absence } from './roster.ts';
import type { Roster } from './roster-file.ts';
import type { Neighbour, Neighbours } from './types.ts';

/** A report as others see it, and the hash of its file: the same file twice is one copy. */
interface Known {
  neighbour: Neighbour;
  sha256: string;
}

/** What takes part of the reports of the same body: the one of the year before, and copies of this year's. */
export function ofSameAgency(
  { year, sha256 }: { year: number; sha256: string },
  sameBody: readonly Known[],
): Pick<Neighbours, 'earlier' | 'otherCopies'> {
  const earlier = sameBody.map(({ neighbour }) => neighbour).filter((other) => other.year === year - 1);
  const copies = sameBody.filter((other) => other.neighbour.year === year && other.sha256 !== sha256);
  return {
    earlier: earlier.find(({ status }) => status === 'passed') ?? earlier[0] ?? null,
    otherCopies: copies.map(({ neighbour }) => neighbour),
  };
}

/**
 * The neighbours of every readable result among the others: the same agency's year before, other copies of the same agency
 * and year (the same file twice is one copy), and the agencies of its region with everything under it. Without a roster,
 * absence is not looked for.
 */
export function linkNeighbours(
  results: readonly CheckResult[],
  rosters: readonly Roster[] = [],
): Map<CheckResult, Neighbours> {
  const known = new Map<CheckResult, Known>();
  for (const result of results) {
    const neighbour = toNeighbour(result.source.name, result);
    if (neighbour) known.set(result, { neighbour, sha256: result.source.sha256 });
  }
  const all = [...known.values()].map(({ neighbour }) => neighbour);
  const byBody = Map.groupBy(known.values(), ({ neighbour }) => agencyKey(neighbour.agency));
  const byRegionAndYear = groupByRegion(all);
  const byZoneAndYear = Map.groupBy(all, ({ agency, year: of }) => `${zoneOf(agency)} ${of}`);
  return new Map(
    [...known].map(([result, self]): [CheckResult, Neighbours] => {
      const { agency, regionCode, year } = self.neighbour;
      const sameBody = (byBody.get(agencyKey(agency)) ?? []).filter((other) =>
        isSameAgency(other.neighbour, self.neighbour),
      );
      const itself = new Set(sameBody.map(({ neighbour }) => neighbour));
      const zone = regionCode === null ? zoneOf(agency) : null;
      const peers =
        zone === null
          ? regionCode && byRegionAndYear.get(`${regionPrefix(regionCode)} ${year}`)
          : byZoneAndYear.get(`${zone} ${year}`);
      const roster = rosters.find(({ region }) => region === regionCode);
      return [
        result,
        {
          ...ofSameAgency({ year, sha256: self.sha256 }, sameBody),
          peers: onePerAgency((peers || []).filter((other) => !itself.has(other))),
          ...(roster && { roster: absence(roster, year, all) }),
        },
      ];
    }),
  );
}

/** Two files of one agency and year are one peer, or its numbers would count twice: one that passed, else the first. */
export function onePerAgency(peers: readonly Neighbour[]): Neighbour[] {
  const bodies = Map.groupBy(peers, ({ agency, regionCode }) => `${agencyKey(agency)} ${regionCode}`);
  return [...bodies.values()].flatMap((files) => files.find(({ status }) => status === 'passed') ?? files.slice(0, 1));
}

/** Each report under its own region and every region above it. */
function groupByRegion(reports: readonly Neighbour[]): Map<string, Neighbour[]> {
  const groups = new Map<string, Neighbour[]>();
  for (const report of reports) {
    const own = report.regionCode === null ? '' : regionPrefix(report.regionCode);
    for (let length = 2; length <= own.length; length += 2) {
      const key = `${own.slice(0, length)} ${report.year}`;
      const group = groups.get(key);
      if (group) group.push(report);
      else groups.set(key, [report]);
    }
  }
  return groups;
}
