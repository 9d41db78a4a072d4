/**
 * What is done for a region when no more reports come: its sums are brought in step up to the root, each node once, and
 * the governments that are compared with all of its agencies are asked to be checked again.
 */
import { regionAncestors } from '../../shared/domain/regions.ts';
import { agencyId } from '../../shared/neighbours/agency-id.ts';
import { requestRechecks } from '../platform/bus.ts';
import { logger } from '../platform/logging.ts';
import { partitionOfNode, touchPartitions } from '../store/dataset/partitions.ts';
import { rememberMissing } from '../store/neighbours/missing.ts';
import { findGovernments } from '../store/neighbours/neighbours.ts';
import { readStoredRosters, type StoredRoster } from '../store/neighbours/roster.ts';
import {
  forgetAgencies,
  forgetTouched,
  rememberTended,
  type TouchedRegion,
  touchedRegions,
} from '../store/regions/touched.ts';
import { sumUp } from '../store/statistics/statistics.ts';
import { nameOf } from './ask.ts';

/** Nothing new for so long: nothing more comes, or what comes is worth another round. */
const QUIET_MILLISECONDS = 5000;
/** However long a burst lasts, its sums are no older than this. */
const LONGEST_WAIT_MILLISECONDS = 60_000;
/** Longer than a call of the function lasts: what it had begun to write at the last touch is written. */
const CERTAIN_MILLISECONDS = 150_000;

/**
 * @param now in milliseconds
 * @param all tends every region that was touched, however lately: where nothing is being worked on
 * @returns how many regions were tended
 */
export async function tendRegions(now: number, { all = false } = {}): Promise<number> {
  const regions = await Promise.all((await touchedRegions()).map(withoutSummed));
  const due = regions.filter((region) => region.agencies.size > 0 && (all || isDue(region, now)));
  if (due.length > 0) {
    // The sums and the files of the data set are of the entries that are there; what was touched meanwhile has its turn.
    const files = due.map(({ region }) => partitionOfNode(region));
    await Promise.all([sumUp(due.flatMap(({ agencies }) => [...agencies.keys()])), touchPartitions(files)]);
    const governments = await Promise.all(due.map(governmentsOver));
    await requestRechecks([...new Map(governments.flat().map((card) => [card.id, nameOf(card)])).values()]);
    await Promise.all(due.map(rememberTended));
    logger.info('regions tended', { regions: due.length });
  }
  const certain = (region: TouchedRegion) => all || lastOf(region) < now - CERTAIN_MILLISECONDS;
  await Promise.all(regions.filter(certain).map(forgetTouched));
  return due.length;
}

/**
 * The region without the agencies of which everything was certain to be written when it was tended last: they are summed,
 * and forgotten. In a burst that lasts, each agency is summed a few times and not once a minute.
 */
async function withoutSummed(region: TouchedRegion): Promise<TouchedRegion> {
  const { summed = [], left = [] } = Object.groupBy(region.agencies, ([, at]) =>
    at <= region.tended - CERTAIN_MILLISECONDS ? 'summed' : 'left',
  );
  await forgetAgencies(new Map(summed));
  return { ...region, agencies: new Map(left) };
}

const lastOf = ({ agencies }: TouchedRegion) => Math.max(0, ...agencies.values());

/** Quiet after something new, in a burst that lasts too long, or for the last time. */
function isDue(region: TouchedRegion, now: number): boolean {
  const last = lastOf(region);
  if (last < now - CERTAIN_MILLISECONDS) return true;
  if (last <= region.tended) return false;
  const since = Math.min(...[...region.agencies.values()].filter((at) => at > region.tended));
  return last < now - QUIET_MILLISECONDS || since < now - LONGEST_WAIT_MILLISECONDS;
}

/**
 * The governments of the region itself, and those above whose roster names an agency of it. What is missing of these rosters
 * is brought in step first.
 */
async function governmentsOver(touched: TouchedRegion) {
  const { region: node, agencies, tended } = touched;
  const [year, region = ''] = node.split('/');
  if (!/^\d{6}$/.test(region) || year === '-') return [];
  const rosters = await readStoredRosters(regionAncestors(region));
  const naming = [...rosters.values()].filter((roster) => names(roster, agencies)).map((roster) => roster.region);
  await Promise.all(naming.map((code) => rememberMissing(code, Number(year))));
  if (lastOf(touched) <= tended) return [];
  return (
    await Promise.all([...new Set([region, ...naming])].map((code) => findGovernments(code, Number(year))))
  ).flat();
}

/** The key of an agency's node is its id, and more where its name leads to no region. */
function names({ agencies, merged }: StoredRoster, touched: TouchedRegion['agencies']): boolean {
  const ids = new Set([...touched.keys()].map((node) => node.split('/')[3]?.split('-')[0]));
  return [...agencies, ...Object.values(merged)].some((name) => ids.has(agencyId(name)));
}
