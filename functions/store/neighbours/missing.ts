/** How many agencies have no report, by many rosters at once: from what is kept of each (`missing-items.ts`). */
import { createHash } from 'node:crypto';
import { LEVELS, type Level } from '../../../shared/domain/level.ts';
import { levelOf, regionAncestors, regionOf } from '../../../shared/domain/regions.ts';
import { agencyId } from '../../../shared/neighbours/agency-id.ts';
import { owedIn } from './absent.ts';
import { keptMissing, putMissing } from './missing-items.ts';
import { readRoster } from './roster.ts';

const ID_BYTES = 6;
const BYTES = ID_BYTES + 1;

/** Brings in step what is kept of the roster of exactly this region; nothing where there is none. */
export async function rememberMissing(region: string, year: number): Promise<Uint8Array | null> {
  for (;;) {
    const roster = await readRoster(region);
    const owed = roster && (await owedIn(region, year, null));
    if (owed === null) return null;
    const absent = Buffer.concat(owed.absent.map((agency) => packed(agency, region)));
    await putMissing(region, year, absent);
    // A roster that came meanwhile took away what was there before this.
    if ((await readRoster(region))?.at === roster?.at) return absent;
  }
}

/**
 * How many agencies have no report, by the rosters of a region and of everything under it; one that two rosters name counts once.
 * @param within `null`: the whole country
 * @param rosters the regions that have a roster
 */
export async function readMissing(
  within: string | null,
  year: number,
  rosters: readonly string[],
): Promise<{ count(under: readonly string[], level: Level | null): number | null }> {
  const wanted = rosters.filter((code) => within === null || regionAncestors(code).includes(within));
  const known = wanted.length === 0 ? new Map<string, Uint8Array>() : await keptMissing(within, year);
  for (const region of wanted) {
    const absent = known.get(region) ?? (await rememberMissing(region, year));
    if (absent !== null) known.set(region, absent);
  }
  return {
    count(under, level) {
      const kept = under.flatMap((region) => known.get(region) ?? []);
      const only = level === null ? null : LEVELS.indexOf(level);
      const ids = kept.flatMap((absent) => each(absent)).filter((one) => only === null || one[ID_BYTES] === only);
      return kept.length === 0 ? null : new Set(ids.map((one) => one.toString('latin1'))).size;
    },
  };
}

/** Which agency it is, the same from every roster, and its level. */
function packed(agency: string, region: string): Buffer {
  const name = `${regionOf(agency) ?? region} ${agencyId(agency)}`;
  const id = createHash('sha256').update(name).digest().subarray(0, ID_BYTES);
  return Buffer.concat([id, Buffer.of(LEVELS.indexOf(levelOf(agency)))]);
}

function each(absent: Uint8Array): Buffer[] {
  const bytes = Buffer.from(absent);
  return Array.from({ length: bytes.length / BYTES }, (_, at) => bytes.subarray(at * BYTES, (at + 1) * BYTES));
}
