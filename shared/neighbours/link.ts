/** Finds for each of many results the others that take part in its check. */
import type { CheckResult } from '../result.ts';
import type { Neighbour, Neighbours } from '../rules/types.ts';
import { bodyKey, isSameBody, regionPrefix } from './names.ts';
import { toNeighbour } from './neighbour.ts';
import { absence, type Roster } from './roster.ts';

/**
 * The neighbours of every readable result among the others: the same body's year before, other copies of the same body
 * and year (the same file twice is one copy), and the bodies of its region with everything under it. Without a roster,
 * absence is not looked for.
 */
export function linkNeighbours(
  results: readonly CheckResult[],
  rosters: readonly Roster[] = [],
): Map<CheckResult, Neighbours> {
  const known = new Map<CheckResult, Neighbour>();
  const hashes = new Map<Neighbour, string>();
  for (const result of results) {
    const neighbour = toNeighbour(result.source.name, result);
    if (!neighbour) continue;
    known.set(result, neighbour);
    hashes.set(neighbour, result.source.sha256);
  }
  const all = [...known.values()];
  const byBodyAndYear = Map.groupBy(all, ({ agency, year }) => `${bodyKey(agency)} ${year}`);
  const byRegionAndYear = groupByRegion(all);
  const sameBody = (self: Neighbour, year: number) =>
    (byBodyAndYear.get(`${bodyKey(self.agency)} ${year}`) ?? []).filter(
      (other) => other !== self && isSameBody(other, self),
    );
  return new Map(
    [...known].map(([result, self]): [CheckResult, Neighbours] => {
      const earlier = sameBody(self, self.year - 1);
      const copies = new Set(sameBody(self, self.year));
      const peers = self.regionCode && byRegionAndYear.get(`${regionPrefix(self.regionCode)} ${self.year}`);
      const roster = rosters.find(({ region }) => region === self.regionCode);
      return [
        result,
        {
          earlier: earlier.find(({ status }) => status === 'passed') ?? earlier[0] ?? null,
          otherCopies: [...copies].filter((other) => hashes.get(other) !== hashes.get(self)),
          peers: (peers || []).filter((other) => other !== self && !copies.has(other)),
          ...(roster && { roster: absence(roster, self.year, all) }),
        },
      ];
    }),
  );
}

/** Each report under its own area and every area above it. */
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
