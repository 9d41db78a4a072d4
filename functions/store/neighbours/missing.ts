/** How many agencies have no report, by many rosters at once: from what is kept of each (`missing-items.ts`). */
import { createHash } from 'node:crypto';
import { LEVELS, type Level } from '../../../shared/domain/level.ts';
import { levelOf, regionAncestors, regionOf } from '../../../shared/domain/regions.ts';
import { agencyId } from '../../../shared/neighbours/agency-id.ts';
import { owedIn } from './absent.ts';
import { keptMissing, putMissing } from './missing-items.ts';
import { readRoster } from './roster.ts';

/** An agency: 45 bits of a digest, by which 200,000 of them are told apart, and its level in the last three. */
const BYTES = 6;
const LEVEL_BITS = 7;

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
      const absent = kept.flatMap(unpacked).filter((one) => level === null || one.level === level);
      return kept.length === 0 ? null : new Set(absent.map(({ id }) => id)).size;
    },
  };
}

/** Which agency it is, the same from every roster, and its level. */
function packed(agency: string, region: string): Buffer {
  const name = `${regionOf(agency) ?? region} ${agencyId(agency)}`;
  const bytes = createHash('sha256').update(name).digest().subarray(0, BYTES);
  bytes[BYTES - 1] = ((bytes[BYTES - 1] ?? 0) & ~LEVEL_BITS) | LEVELS.indexOf(levelOf(agency));
  return bytes;
}

function unpacked(absent: Uint8Array): { id: number; level: Level | undefined }[] {
  const bytes = Buffer.from(absent);
  return Array.from({ length: bytes.length / BYTES }, (_, at) => {
    const both = bytes.readUIntBE(at * BYTES, BYTES);
    const level = both % (LEVEL_BITS + 1);
    return { id: both - level, level: LEVELS[level] };
  });
}
