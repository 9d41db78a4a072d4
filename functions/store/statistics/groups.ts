/**
 * Which reports may be added up. A government's table contains those of its departments, and a province's those of its
 * cities: sums are therefore kept for each level, and for governments for each tier of the administration.
 */
import { LEVELS, type Level } from '../../../shared/domain/level.ts';

export const TIERS = ['province', 'city', 'county', 'unknown'] as const;
/** Which government: told by the region's code; `unknown` where the name leads to no single region. */
export type Tier = (typeof TIERS)[number];

/** `none`: what is no readable report. */
export type Group = Exclude<Level, 'government'> | `government.${Tier}` | 'none';

/** In the order in which they are shown: from the widest down. */
export const GROUPS: readonly Group[] = [
  ...LEVELS.flatMap((level): Group[] =>
    level === 'government' ? TIERS.map((tier) => `government.${tier}` as const) : [level],
  ),
  'none',
];

export const isGroup = (name: string): name is Group => (GROUPS as readonly string[]).includes(name);

/** All groups (`null`), or those of one level. */
export function groupsOf(level: Level | null): readonly Group[] {
  return level === null ? GROUPS : GROUPS.filter((group) => partsOf(group).level === level);
}

/** @param level `null` for a file that is no readable report */
export function groupOf(level: Level | null, regionCode: string | null): Group {
  if (level === null) return 'none';
  return level === 'government' ? `government.${tierOf(regionCode)}` : level;
}

/** The level of a group and, of governments, their tier. */
export function partsOf(group: Group): { level: Level | null; tier: Tier | null } {
  const [level, tier] = group.split('.') as [Level | 'none', Tier | undefined];
  return { level: level === 'none' ? null : level, tier: tier ?? null };
}

function tierOf(regionCode: string | null): Tier {
  if (regionCode === null) return 'unknown';
  if (regionCode.endsWith('0000')) return 'province';
  return regionCode.endsWith('00') ? 'city' : 'county';
}
