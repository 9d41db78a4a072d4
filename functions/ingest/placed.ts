/** The region of a report whose agency's name leads to none or to several: the one that a person gave the agency. */
import { recheck } from '../../shared/check.ts';
import type { CheckResult } from '../../shared/result.ts';
import { readAssignedRegion } from '../store/regions/assigned.ts';
import { deployedProfile } from './profile.ts';

/** What was read, in its region. Where the name says the region, nothing is looked up. */
export async function placed(alone: CheckResult): Promise<CheckResult> {
  const { report, source } = alone;
  if (report === null || report.agency === null || report.regionCode !== null) return alone;
  const assigned = await readAssignedRegion(report.agency);
  if (assigned === null) return alone;
  return recheck({ source, report: { ...report, regionCode: assigned.region } }, { profile: deployedProfile() });
}
