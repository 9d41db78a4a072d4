/** Regions that people gave to agencies whose name leads to none, or to several (鼓楼区教育局): one item an agency. */
import { getItem, putItem, removeItem } from '../table/items.ts';

export interface AssignedRegion {
  /** GB/T 2260, six digits. */
  region: string;
  by: string;
  /** Whom the gateway knew them as; `null` on the laptop. */
  identity: string | null;
  at: string;
}

const keyOf = (agency: string) => ({ pk: `AGENCY#${agency.slice(0, 200)}`, sk: 'REGION' });

/** @param agency its simplified name, as reports have it */
export async function readAssignedRegion(agency: string): Promise<AssignedRegion | null> {
  const item = await getItem(keyOf(agency));
  if (item === null) return null;
  const { pk: _pk, sk: _sk, ...assigned } = item;
  return assigned as unknown as AssignedRegion;
}

export async function putAssignedRegion(agency: string, assigned: AssignedRegion): Promise<void> {
  await putItem({ ...keyOf(agency), ...assigned });
}

export async function removeAssignedRegion(agency: string): Promise<void> {
  await removeItem(keyOf(agency));
}
