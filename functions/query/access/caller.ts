/** Who calls, and what they may do where. Pure: what is known of a caller is read elsewhere. */
import { regionAncestors, regionOf } from '../../../shared/domain/regions.ts';
import type { ReportRecord } from '../../../shared/record.ts';
import type { Grant, Role } from '../../store/access/grants.ts';
import type { Summary } from '../../store/records/summary.ts';

/** What may be done. `operate` is everything that no other right names. */
export type Right =
  | 'read'
  | 'upload'
  | 'correct'
  | 'explain'
  | 'withdraw'
  | 'decide'
  | 'roster'
  | 'subscribe'
  | 'operate';

const RIGHTS: Record<Role, readonly Right[]> = {
  reader: ['read'],
  clerk: ['read', 'upload', 'correct', 'explain', 'withdraw'],
  supervisor: ['read', 'upload', 'correct', 'explain', 'withdraw', 'decide', 'roster', 'subscribe'],
  operator: ['read', 'upload', 'correct', 'explain', 'withdraw', 'decide', 'roster', 'subscribe', 'operate'],
};
/** What the holder of a mail's link may do with its one report. */
const LINK_RIGHTS: readonly Right[] = ['read', 'correct', 'explain'];

/** What a request is about: a report is in a region and of an agency, or unknown in both. */
export interface ReportPlace {
  report?: string;
  region?: string | null;
  agency?: string | null;
  /** Key of the object, which has a folder of its own for those who may not see all. */
  key?: string;
}

export type Caller =
  /** The laptop's owner, or a program with a signature of the account. */
  | { kind: 'owner'; identity: string | null }
  | { kind: 'person'; identity: string; grants: readonly Grant[] }
  /** The holder of a link in a mail. */
  | { kind: 'link'; identity: string; report: string }
  | { kind: 'nobody'; identity: null };

export const NOBODY: Caller = { kind: 'nobody', identity: null };

/** Whether a caller may do this there; without a place, everywhere. */
export function may(caller: Caller, right: Right, place: ReportPlace | null): boolean {
  switch (caller.kind) {
    case 'owner':
      return true;
    case 'link':
      return LINK_RIGHTS.includes(right) && place?.report === caller.report;
    case 'person':
      return caller.grants.some((grant) => RIGHTS[grant.role].includes(right) && includes(grant, place));
    case 'nobody':
      return false;
  }
}

/** The grants that give a right. */
export function grantsFor(caller: Caller, right: Right): readonly Grant[] {
  return caller.kind === 'person' ? caller.grants.filter(({ role }) => RIGHTS[role].includes(right)) : [];
}

/** Whether a caller may do this somewhere. */
export function mayAnywhere(caller: Caller, right: Right): boolean {
  return may(caller, right, null) || grantsFor(caller, right).length > 0;
}

/** Where a stored report is. */
export function placeOfRecord({ id, key, result: { report } }: ReportRecord): ReportPlace {
  return { report: id, region: report?.regionCode ?? null, agency: report?.agency ?? null, key };
}

/** Where a listed report is. */
export function placeOfSummary({ id, key, agency, regionCode }: Summary): ReportPlace {
  return { report: id, region: regionCode, agency, key };
}

/** Where files of this caller are put, so that no caller replaces the file of another: empty where all is theirs. */
export function folderOf(caller: Caller): string {
  const grants = grantsFor(caller, 'upload');
  const [first] = grants;
  if (first === undefined || grants.some(isEverywhere)) return '';
  return folderOfGrant(first);
}

const isEverywhere = ({ region, agency }: Grant) => region === null && agency === null;
const folderOfGrant = ({ region, agency }: Grant) => `${region ?? agency}/`;

function includes(grant: Grant, place: ReportPlace | null): boolean {
  if (isEverywhere(grant)) return true;
  if (place === null) return false;
  if (place.key?.startsWith(`uploads/${folderOfGrant(grant)}`)) return true;
  if (grant.agency !== null) return place.agency === grant.agency;
  const region = place.region ?? (place.agency ? regionOf(place.agency) : null);
  return region !== null && grant.region !== null && regionAncestors(region).includes(grant.region);
}
