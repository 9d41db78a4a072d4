/**
 * Regions that people gave to agencies whose name leads to none, or to several (鼓楼区教育局): one item a region, since
 * several agencies may bear the name.
 */
import { putItem, removeItem } from '../table/items.ts';
import { queryAll } from '../table/query.ts';

export interface AssignedRegion {
  /** GB/T 2260, six digits. */
  region: string;
  by: string;
  /** Whom the gateway knew them as; `null` on the laptop. */
  identity: string | null;
  at: string;
}

const PREFIX = 'REGION';
const partitionOf = (agency: string) => `AGENCY#${agency.slice(0, 200)}`;
const keyOf = (agency: string, region: string) => ({ pk: partitionOf(agency), sk: `${PREFIX}#${region}` });

/** In the order of their codes. @param agency its simplified name, as reports have it */
export async function readAssignedRegions(agency: string): Promise<AssignedRegion[]> {
  const items = await queryAll({ partition: partitionOf(agency), prefix: PREFIX });
  return items.map(({ pk: _pk, sk: _sk, ...assigned }) => assigned as unknown as AssignedRegion);
}

export async function putAssignedRegion(agency: string, assigned: AssignedRegion): Promise<void> {
  await putItem({ ...keyOf(agency, assigned.region), ...assigned });
}

export async function removeAssignedRegion(agency: string, region: string): Promise<void> {
  await removeItem(keyOf(agency, region));
}
