/** The region of a report whose agency's name leads to none or to several: the one that a person gave the agency. */
import { recheck } from '../../shared/check.ts';
import type { CheckResult } from '../../shared/result.ts';
import { readAssignedRegion } from '../store/regions/assigned.ts';
import { deployedProfile } from './profile.ts';

/** The name of the agency does not say its region: it may have been given one. */
export function isUnplaced({ report }: CheckResult): boolean {
  return report !== null && report.agency !== null && report.regionCode === null;
}

/** What was read, in its region; the same where no region was given. */
export async function placed(alone: CheckResult): Promise<CheckResult> {
  const { report, source } = alone;
  if (report === null || report.agency === null || report.regionCode !== null) return alone;
  const assigned = await readAssignedRegion(report.agency);
  if (assigned === null) return alone;
  return recheck({ source, report: { ...report, regionCode: assigned.region } }, { profile: deployedProfile() });
}
