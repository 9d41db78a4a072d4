/** The second pass over many results: the rules across years and agencies, with all of them known. */
import { recheck } from './check.ts';
import { linkNeighbours } from './neighbours/link.ts';
import type { Roster } from './neighbours/roster-file.ts';
import type { CheckResult } from './result.ts';
import type { Profile } from './rules/profile.ts';

/**
 * The results again in the same order, each checked with the others for its neighbours; lazily, one by one. A single
 * report without a roster has no neighbours and stays as it is: its rules say what they wait for.
 */
export function* checkTogether(
  results: readonly CheckResult[],
  profile: Profile,
  rosters: readonly Roster[] = [],
): Generator<CheckResult> {
  const linked = linkNeighbours(results, rosters);
  const alone = linked.size < 2 && rosters.length === 0;
  for (const result of results) {
    const { source, report } = result;
    const neighbours = linked.get(result);
    yield report && neighbours && !alone ? recheck({ source, report }, { profile, neighbours }) : result;
  }
}
