/** Which regions an agency's name may mean, and those that were given to it. */
import { regionOf, regionsCalled } from '../../shared/domain/regions.ts';
import type { AgencyView } from '../../shared/output/page/agency.ts';
import { readAssignedRegions } from '../store/regions/assigned.ts';
import { type Caller, may, mayAnywhere } from './access/caller.ts';
import { wholeName } from './region-names.ts';

/** `null` where the name leads to one region, so that nothing is to be given, or where this caller may give none. */
export async function placing(agency: string, caller: Caller): Promise<AgencyView['placing']> {
  if (regionOf(agency) !== null || !mayAnywhere(caller, 'decide')) return null;
  const mayGive = (region: string) => may(caller, 'decide', { region });
  const named = (code: string) => ({ code, name: wholeName(code) });
  return {
    candidates: regionsCalled(agency).filter(mayGive).map(named),
    given: (await readAssignedRegions(agency)).map(({ region }) => ({ ...named(region), mine: mayGive(region) })),
  };
}
