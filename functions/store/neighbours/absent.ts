/** Which agencies of a roster owe a report and have none. */
import type { Level } from '../../../shared/domain/level.ts';
import { levelOf, regionOf } from '../../../shared/domain/regions.ts';
import { agencyId } from '../../../shared/neighbours/agency-id.ts';
import { absence } from '../../../shared/neighbours/roster.ts';
import { listReports } from '../lists/listing.ts';
import { LONGEST_PAGE } from '../lists/page.ts';
import { readRoster } from './roster.ts';

export interface Owed {
  region: string;
  /** Names as the roster has them. */
  expected: string[];
  absent: string[];
}

/**
 * By the roster of exactly this region, over the reports of the region and everything under it; `null` without a roster.
 * @param level only agencies of this level; `null`: all
 */
export async function owedIn(region: string, year: number, level: Level | null): Promise<Owed | null> {
  const roster = await readRoster(region);
  if (roster === null) return null;
  const reports: { agency: string; year: number }[] = [];
  let after: string | null = null;
  do {
    const page = await listReports({ year, region }, LONGEST_PAGE, after);
    reports.push(...page.reports.flatMap(({ agency }) => (agency === null ? [] : [{ agency, year }])));
    after = page.next;
  } while (after !== null);
  const { expected, absent } = absence(roster, year, reports);
  const isMeant = (agency: string) => level === null || levelOf(agency) === level;
  return { region, expected: expected.filter(isMeant), absent: absent.filter(isMeant) };
}

/** How many agencies several rosters name and how many of them have no report: one that two rosters name counts once. */
export function countOwed(all: readonly Owed[]): { expected: number; missing: number } {
  const once = (pick: (owed: Owed) => readonly string[]) =>
    new Set(
      all.flatMap((owed) => pick(owed).map((agency) => `${regionOf(agency) ?? owed.region} ${agencyId(agency)}`)),
    );
  return { expected: once(({ expected }) => expected).size, missing: once(({ absent }) => absent).size };
}
