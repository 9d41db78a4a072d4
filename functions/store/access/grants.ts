/** Who may do what where, kept here for issuers that give no roles. One item a person. */
import { getItem, putItem, removeItem, type TableItem } from '../table/items.ts';
import { queryAll } from '../table/query.ts';

export const ROLES = ['reader', 'clerk', 'supervisor', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** A role over a region with all under it, or over one agency, or over everything where both are `null`. */
export interface Grant {
  role: Role;
  region: string | null;
  agency: string | null;
}

export interface GrantItem {
  /** Verified mail address, or subject at the issuer. */
  who: string;
  grants: Grant[];
  by: string;
  at: string;
}

const PARTITION = 'GRANTS';
const keyOf = (who: string) => ({ pk: PARTITION, sk: who.trim().toLowerCase() });

export async function readGrants(who: string): Promise<Grant[]> {
  return ((await getItem(keyOf(who)))?.grants ?? []) as Grant[];
}

export async function listGrants(): Promise<GrantItem[]> {
  return (await queryAll<TableItem>({ partition: PARTITION })).map(
    ({ pk: _pk, sk: _sk, ...item }) => item as unknown as GrantItem,
  );
}

/** Replaces what this person may do. */
export async function putGrants(item: GrantItem): Promise<GrantItem> {
  const kept = { ...item, who: keyOf(item.who).sk };
  await putItem({ ...keyOf(item.who), ...kept });
  return kept;
}

export async function deleteGrants(who: string): Promise<void> {
  await removeItem(keyOf(who));
}
