/** The region of a report whose agency's name leads to none or to several: of those that people gave the name, its own. */
import { recheck } from '../../shared/check.ts';
import { regionsCalled } from '../../shared/domain/regions.ts';
import { regionGiven } from '../../shared/neighbours/source-region.ts';
import type { CheckResult } from '../../shared/result.ts';
import { deployedProfile } from '../platform/profile.ts';
import { readAssignedRegions } from '../store/regions/assigned.ts';

/** The name of the agency does not say its region: it may have been given one. */
export function isUnplaced({ report }: CheckResult): boolean {
  return report !== null && report.agency !== null && report.regionCode === null;
}

/** What was read, in its region; the same where no region was given. */
export async function placed(alone: CheckResult): Promise<CheckResult> {
  const { report, source } = alone;
  if (report === null || report.agency === null || report.regionCode !== null) return alone;
  const given = (await readAssignedRegions(report.agency)).map(({ region }) => region);
  if (given.length === 0) return alone;
  const texts = [source.name, report.title ?? '', ...report.prose.map(({ plain }) => plain)];
  const regionCode = regionGiven(texts, given, regionsCalled(report.agency));
  if (regionCode === null) return alone;
  return recheck({ source, report: { ...report, regionCode } }, { profile: deployedProfile() });
}
