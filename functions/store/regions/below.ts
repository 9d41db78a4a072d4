/** The regions right below a region, as people know them, with their sums. */
import { regionAncestors, regionName } from '../../../shared/domain/regions.ts';
import { readRegionsBelow } from '../statistics/statistics.ts';
import { noTotals, type Totals } from '../statistics/totals.ts';

export interface RegionBelow {
  code: string;
  totals: Totals;
}

/**
 * Those with a report, and those with a roster, of which perhaps no agency has reported. Where the data names none
 * (市辖区), those below that.
 * @param region `null`: the whole country, by provinces
 * @param rosters codes of the regions that have a roster
 */
export async function regionsBelow(
  year: number,
  region: string | null,
  rosters: readonly string[],
): Promise<RegionBelow[]> {
  const sums = new Map(
    (await readRegionsBelow(year, region)).map(({ node, totals }) => [node.split('/')[1] as string, totals]),
  );
  const expected = rosters.flatMap((code) => childOf(region, code));
  const found: RegionBelow[] = [];
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
