/** Which regions an agency's name may mean, and the one that was given to it. */
import { regionOf, regionsCalled } from '../../shared/domain/regions.ts';
import type { AgencyView } from '../../shared/output/page/agency.ts';
import { readAssignedRegion } from '../store/regions/assigned.ts';
import { wholeName } from './region-names.ts';

/** `null` where the name leads to one region: nothing is to be given then. */
export async function placing(agency: string): Promise<AgencyView['placing']> {
  if (regionOf(agency) !== null) return null;
  const assigned = await readAssignedRegion(agency);
  return {
    candidates: regionsCalled(agency).map((code) => ({ code, name: wholeName(code) })),
    given: assigned && wholeName(assigned.region),
  };
}
